import { createRequire } from "node:module"
import load, { type Highs } from "highs"

let loaded: Promise<Highs> | undefined

/** HiGHS, a solver of linear programs in whole numbers (https://highs.dev), as WebAssembly; loaded once, in 0.1 s. */
export const solver = (): Promise<Highs> => {
  // From node_modules also where the app is bundled: the bundle doesn't hold the 3.5 MB beside it.
  loaded ??= load({ locateFile: () => createRequire(import.meta.url).resolve("highs/runtime") })
  return loaded
}
