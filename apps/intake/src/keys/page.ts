import type { Context } from "hono"
import type { Services } from "../services.ts"

/** Every open desk's public key, for whoever wants to compare it with the one their page was given. */
export const showKeys =
  ({ keys }: Services) =>
  (c: Context) =>
    c.json(keys.statement(), 200, { "cache-control": "public, max-age=60" })
