import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { bankHolidays } from "@candour/domain/working-day.ts"
import { sql } from "drizzle-orm"
import { asOwner } from "./as.ts"
import type { Database, Login } from "./connect.ts"

/** Beside the bundle when built, beside `src` when run from source. */
const folders = [join(import.meta.dirname, "migrations"), join(import.meta.dirname, "../migrations")]

/** An applied migration's text differs from the file: history was edited, and nothing was changed. */
export class MigrationEdited extends Error {
  override name = "MigrationEdited"
}

/**
 * Applies every migration that the database hasn't seen, in the order of their numbers, all or none, and sets the
 * passwords of the house's own logins and the table of bank holidays.
 *
 * @param passwords - of `intake`, `identity` and `national`
 * @returns the names of the migrations applied now
 * @throws MigrationEdited
 */
export function migrate(database: Database, passwords: Readonly<Record<Login, string>>): Promise<string[]> {
  const folder = folders.find(existsSync)
  if (folder === undefined) throw new Error("The migrations are missing from this build.")
  const files = readdirSync(folder).filter((name) => name.endsWith(".sql"))
  return asOwner(database, async (transaction) => {
    await transaction.execute(sql`select pg_advisory_xact_lock(hashtext('migrate'))`)
    await transaction.execute(
      sql`create table if not exists migration (name text primary key, digest text not null, at date not null)`,
    )
    const seen = await transaction.execute<{ name: string; digest: string }>(sql`select name, digest from migration`)
    const digests = new Map(seen.rows.map((row) => [row.name, row.digest]))
    const applied: string[] = []
    for (const name of files.sort()) {
      const text = readFileSync(join(folder, name), "utf8")
      const digest = createHash("sha256").update(text).digest("hex")
      if (digests.get(name) === digest) continue
      if (digests.has(name)) throw new MigrationEdited(`${name} was changed after it had been applied.`)
      await transaction.execute(sql.raw(text))
      await transaction.execute(sql`insert into migration values (${name}, ${digest}, current_date)`)
      applied.push(name)
    }
    for (const login of ["intake", "identity", "national"])
      await transaction.execute(
        sql.raw(`alter role ${login} login password '${quoted(passwords[login])}' connection limit ${MOST_CONNECTIONS};
          ${timeouts(login)}`),
      )
    await transaction.execute(
      sql`insert into bank_holiday select day::date from jsonb_array_elements_text(${JSON.stringify(bankHolidays)}::jsonb) day
          on conflict (day) do nothing`,
    )
    return applied
  })
}

/** Connections of one login at most: none can take them all from the others. */
const MOST_CONNECTIONS = 40

/** A transaction that hangs lets go by itself. A login could set this otherwise; it is for our own mistakes. */
const timeouts = (login: Login): string => `alter role "${login}" set idle_in_transaction_session_timeout = '15s';
  alter role "${login}" set statement_timeout = '60s';`

function quoted(password: string | undefined): string {
  if (password === undefined || !/^[A-Za-z0-9_-]{20,}$/.test(password))
    throw new Error("A login's password has 20 or more letters, digits, - or _.")
  return password
}

/** A tenant as the database knows it. */
export interface NewTenant {
  id: string
  opened: string
  password: string
}

/** Adds a tenant and its login, or sets its password anew. Only the operator calls this, never a server (design §5). */
export async function addTenant(database: Database, { id, opened, password }: NewTenant): Promise<void> {
  if (!/^[a-z]+(-[a-z]+)*$/.test(id)) throw new Error(`"${id}" can't be a tenant's id.`)
  await asOwner(database, async (transaction) => {
    await transaction.execute(
      sql`insert into tenant (id, opened) values (${id}, ${opened}) on conflict (id) do nothing`,
    )
    await transaction.execute(
      sql.raw(`do $$ begin
        if not exists (select from pg_roles where rolname = '${id}') then create role "${id}" login; end if;
      end $$;
      alter role "${id}" login password '${quoted(password)}' connection limit ${MOST_CONNECTIONS};
      ${timeouts(id)}
      grant tenant to "${id}" with inherit true, set false;`),
    )
  })
}

/** Enters which forces end, and what each goes into: nothing new goes to a desk after its last day. */
export const noteEnds = (
  database: Database,
  ends: readonly { force: string; lastDay: string; wentInto: string | undefined }[],
): Promise<void> =>
  asOwner(database, async (transaction) => {
    for (const { force, lastDay, wentInto } of ends)
      await transaction.execute(sql`
        update tenant set last_day = ${lastDay}, went_into = (select id from tenant where id = ${wentInto ?? null})
          where id = ${force}`)
  })

/** Adds a line: the door a contact comes by. `tenant` is the force whose own line it is. */
export const addLine = (database: Database, line: { id: string; tenant?: string; opened: string }): Promise<unknown> =>
  asOwner(database, (transaction) =>
    transaction.execute(
      sql`insert into line (id, tenant, opened) values (${line.id}, ${line.tenant ?? null}, ${line.opened})
          on conflict (id) do nothing`,
    ),
  )
