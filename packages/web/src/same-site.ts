import type { MiddlewareHandler } from "hono"
import { HTTPException } from "hono/http-exception"

/** Methods that change nothing, which any site may link to. */
const SAFE = ["GET", "HEAD", "OPTIONS"]

/** How sure {@link sameSite} must be. */
export interface SameSiteOptions {
  /** Staff apps: refuse also what doesn't say where it comes from. The public's oldest browsers don't say. */
  strict?: boolean
}

/**
 * Refuses a post that another site's page made the browser send.
 * `Sec-Fetch-Site` decides. Where a browser doesn't send it, `Origin` does, but our own pages send `Origin: null`,
 * because they give no referrer (Fetch standard, "append a request Origin header").
 *
 * @throws HTTPException 403 - the post comes from elsewhere
 */
export const sameSite =
  ({ strict = false }: SameSiteOptions = {}): MiddlewareHandler =>
  async (c, next) => {
    if (!SAFE.includes(c.req.method) && !isOurs(c.req.raw.headers, new URL(c.req.url).host, strict)) {
      throw new HTTPException(403)
    }
    await next()
  }

function isOurs(headers: Headers, host: string, strict: boolean): boolean {
  const site = headers.get("sec-fetch-site")
  if (site !== null) return site === "same-origin" || site === "none"
  const origin = headers.get("origin")
  if (origin === null || origin === "null") return !strict
  return URL.canParse(origin) && new URL(origin).host === (headers.get("host") ?? host)
}
