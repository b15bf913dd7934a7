import { sql } from "drizzle-orm"
import { asOwner } from "./as.ts"
import type { Database, Login } from "./connect.ts"

/**
 * Lets `logins` of a handle with one connection each live at the moment `at`, for ten minutes: events they add happen
 * and are recorded then. Only the owner can, so no server dates its own events. For the seed and for tests.
 *
 * @param database - opened with `connections: 1`, so that each login has one connection and no other
 */
export async function playAt(database: Database, logins: readonly Login[], at: Date): Promise<void> {
  for (const login of logins) {
    const { rows } = await database.statement(login, (connection) =>
      connection.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`),
    )
    await asOwner(database, (transaction) =>
      transaction.execute(sql`
        insert into clock (connection, at, expires) values (${rows[0]?.pid}, ${at.toISOString()}, now() + interval '10 minutes')
        on conflict (connection) do update set at = excluded.at, expires = excluded.expires`),
    )
  }
}

/** Ends {@link playAt} for every connection. */
export const playNoMore = (database: Database): Promise<unknown> =>
  asOwner(database, (transaction) => transaction.execute(sql`delete from clock`))
