import type { Directory } from "../directory-shape.ts"
import { createRouter, type Router } from "../router.ts"
import { joinShards, lettersOf, splitDirectory } from "../shards.ts"

/** Answers as a browser does that has fetched the shards of each hint, and no others. */
export function inBrowser(directory: Directory): Router {
  const { core, shards } = splitDirectory(directory)
  const routers = new Map<string, Router>()
  return (hint, on) => {
    const letters = lettersOf(hint)
    const key = letters.join(" ")
    const known = routers.get(key)
    const router =
      known ??
      createRouter(
        joinShards(
          core,
          letters.flatMap((letter) => shards[letter] ?? []),
        ),
      )
    routers.set(key, router)
    return router(hint, on)
  }
}
