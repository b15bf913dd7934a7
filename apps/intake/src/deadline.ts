import type { HttpBindings } from "@hono/node-server"
import type { Context, MiddlewareHandler } from "hono"

/** Milliseconds that a request may take: the largest form of words, by the slowest telephone network. */
const MOST_MILLISECONDS = 300_000

/**
 * Closes the connection of a request that isn't answered in time: what comes drop by drop keeps memory from others. The
 * server's own limit can't do it, since it is as long as the largest files need.
 *
 * @param isFree - whether a request may take as long as it likes
 */
export const deadline =
  (isFree: (c: Context) => boolean, milliseconds = MOST_MILLISECONDS): MiddlewareHandler =>
  async (c, next) => {
    if (isFree(c)) return next()
    const { incoming }: Partial<HttpBindings> = c.env ?? {}
    const timer = setTimeout(() => incoming?.destroy(), milliseconds)
    try {
      await next()
    } finally {
      clearTimeout(timer)
    }
  }
