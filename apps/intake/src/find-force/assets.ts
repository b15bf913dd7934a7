import { createHash } from "node:crypto"
import { splitDirectory } from "@candour/routing/shards.ts"
import { wholeDirectory } from "@candour/routing/whole-directory.ts"
import type { CoreFile } from "./places.ts"

/**
 * Makes the static files over which a browser finds a force: one for each first letter, and `places.json`, which says
 * where these are. Runs at build. All have one version: an address of its own for each would cost a phone 3 kB.
 *
 * @param keep - keeps an asset by its version, such as a digest of what it holds
 */
export function makeAssets(keep: (name: string, extension: string, content: string, version?: string) => void): void {
  const { core, shards } = splitDirectory(wholeDirectory())
  const version = createHash("sha256").update(JSON.stringify(shards)).digest("hex").slice(0, 12)
  for (const [letters, shard] of Object.entries(shards)) {
    keep(`places-${letters}`, "json", JSON.stringify(shard), version)
  }
  keep("places", "json", JSON.stringify({ ...core, version, letters: Object.keys(shards) } satisfies CoreFile))
}
