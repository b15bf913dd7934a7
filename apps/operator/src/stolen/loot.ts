import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import pg from "pg"
import { serverEnvironments } from "../demo/servers.ts"
import type { House } from "../house.ts"
import { opaqueSetupOf } from "../seed/secrets.ts"

/** All that a thief carries away: the database's files and what is in them, the spool, the servers' environments. */
export interface Loot {
  /** Every file, by its path. */
  files: Map<string, Buffer>
  /** Every row of every table, as text; bytes as hexadecimal digits. */
  rows: Map<string, Record<string, unknown>[]>
  environments: Record<string, Record<string, string>>
}

function filesUnder(folder: string, files = new Map<string, Buffer>()): Map<string, Buffer> {
  if (!existsSync(folder)) return files
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) filesUnder(path, files)
    else if (entry.isFile()) files.set(path, readFileSync(path))
  }
  return files
}

/**
 * Takes everything that the demo's servers and its database have. Not the paper: the demo's own list of passphrases
 * stands for what people keep in their pockets.
 *
 * @throws where the database isn't the embedded one: nobody steals a hosted one by its files
 */
export async function takeLoot(house: House): Promise<Loot> {
  if (house.embedded === undefined) throw new Error("Only the embedded database has files to take.")
  // A thief with the files starts them under his own PostgreSQL and is its superuser.
  const client = new pg.Client({
    connectionString: house.address.url.replace("//", `//postgres:${house.address.logins.postgres}@`),
  })
  await client.connect()
  const rows: Loot["rows"] = new Map()
  try {
    await client.query("checkpoint")
    const tables = await client.query<{ name: string }>(
      "select tablename as name from pg_tables where schemaname = 'public' order by 1",
    )
    for (const { name } of tables.rows) rows.set(name, (await client.query(`select * from "${name}"`)).rows)
  } finally {
    await client.end()
  }
  const files = filesUnder(house.embedded.data)
  filesUnder(join(house.folder, "spool"), files)
  return { files, rows, environments: serverEnvironments(house, await opaqueSetupOf(house.folder), 4100) }
}

/** Everything of the loot that can be searched: the files, each field of each row, the environments. */
function* searchable({ files, rows, environments }: Loot): Generator<[place: string, bytes: Buffer]> {
  for (const [path, bytes] of files) yield [path, bytes]
  for (const [table, each] of rows)
    for (const row of each)
      for (const [column, value] of Object.entries(row)) {
        if (value === null) continue
        yield [`${table}.${column}`, Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value))]
      }
  yield ["the servers' environments", Buffer.from(JSON.stringify(environments))]
}

/** Where any of `phrases` stands in the loot, as it was typed or in small letters; UTF-8 and UTF-16. */
export function findWords(loot: Loot, phrases: readonly string[]): { phrase: string; place: string }[] {
  const needles = phrases.flatMap((phrase) =>
    [phrase, phrase.toLowerCase()].flatMap((text) => [
      { phrase, bytes: Buffer.from(text, "utf8") },
      { phrase, bytes: Buffer.from(text, "utf16le") },
    ]),
  )
  const found = new Map<string, { phrase: string; place: string }>()
  for (const [place, bytes] of searchable(loot))
    for (const needle of needles)
      if (bytes.includes(needle.bytes)) found.set(`${needle.phrase} ${place}`, { phrase: needle.phrase, place })
  return [...found.values()]
}
