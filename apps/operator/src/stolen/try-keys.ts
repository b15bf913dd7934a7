import { Decrypter } from "age-encryption"
import type { Loot } from "./loot.ts"

/** How trying every key against every sealed thing went. */
export interface Trial {
  sealed: number
  keys: number
  /** Private age keys that lie about in the clear: there should be none. */
  identities: number
  tries: number
  opened: string[]
}

const AGE_HEADER = Buffer.from("age-encryption.org/v1\n")
const IDENTITY = /AGE-SECRET-KEY-(?:PQ-)?1[0-9A-Z]{40,}/g
/** Sealed things and keys tried at most: past that it is the same thing again. */
const MOST_SEALED = 60
const MOST_KEYS = 200

/** Evenly `most` of `items`. */
const sampled = <Item>(items: readonly Item[], most: number): Item[] =>
  items.length <= most
    ? [...items]
    : Array.from({ length: most }, (_, at) => items[Math.floor((at * items.length) / most)] as Item)

/**
 * Tries every secret-looking thing of the loot as the key of every sealed thing: 32 bytes from any column (session
 * halves, hashes, digests) as a report's key would be written, and every string of the environments.
 */
export async function tryKeys(
  { rows, files, environments }: Loot,
  say: (done: number, of: number) => void,
): Promise<Trial> {
  const sealed: { place: string; bytes: Buffer }[] = []
  const secrets = new Set<string>(Object.values(environments).flatMap((each) => secretsOf(Object.values(each))))
  for (const [table, each] of rows)
    for (const row of each)
      for (const [column, value] of Object.entries(row)) {
        if (!Buffer.isBuffer(value)) continue
        if (value.subarray(0, AGE_HEADER.length).equals(AGE_HEADER))
          sealed.push({ place: `${table}.${column}`, bytes: value })
        else if (value.length === 32) secrets.add(value.toString("hex"))
      }
  const identities = [
    ...new Set([...files.values()].flatMap((bytes) => bytes.toString("latin1").match(IDENTITY) ?? [])),
  ]

  // Something of every kind, however many of one kind there are.
  const kinds = Map.groupBy(sealed, ({ place }) => place)
  const targets = [...kinds.values()].flatMap((each) => sampled(each, Math.ceil(MOST_SEALED / kinds.size)))
  const keys = sampled([...secrets], MOST_KEYS)
  const opened: string[] = []
  let tries = 0
  for (const [index, { place, bytes }] of targets.entries()) {
    say(index, targets.length)
    for (const key of [...keys, ...identities]) {
      tries += 1
      if (await opens(bytes, key)) opened.push(place)
    }
  }
  say(targets.length, targets.length)
  return { sealed: sealed.length, keys: secrets.size, identities: identities.length, tries, opened }
}

/** The passwords and secrets in what an environment holds, those inside its JSON too. */
const secretsOf = (values: readonly string[]): string[] =>
  values.flatMap((value) => {
    try {
      return Object.values(JSON.parse(value) as Record<string, string>).map(String)
    } catch {
      return [value]
    }
  })

async function opens(bytes: Buffer, key: string): Promise<boolean> {
  const decrypter = new Decrypter()
  try {
    if (key.startsWith("AGE-SECRET-KEY")) decrypter.addIdentity(key)
    else decrypter.addPassphrase(key)
    await decrypter.decrypt(new Uint8Array(bytes))
    return true
  } catch {
    return false
  }
}
