import { splitDirectory } from "@candour/routing/shards.ts"
import { wholeDirectory } from "@candour/routing/whole-directory.ts"

/**
 * Makes the static files over which a browser finds a force: one for each first letter, and `places.json`, which says
 * where these are. Runs at build.
 *
 * @param keep - keeps an asset and answers its address
 */
export function makeAssets(keep: (name: string, extension: string, content: string) => string): void {
  const { core, shards } = splitDirectory(wholeDirectory())
  const addresses = Object.fromEntries(
    Object.entries(shards).map(([letter, shard]) => [letter, keep(`places-${letter}`, "json", JSON.stringify(shard))]),
  )
  keep("places", "json", JSON.stringify({ ...core, shards: addresses }))
}
