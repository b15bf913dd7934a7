import type { MiddlewareHandler } from "hono"

/** What an app may have beyond the strictest policy. */
export interface SecurityOptions {
  /** Staff apps only: OPAQUE and its password stretching run as WebAssembly (design §8). */
  wasm?: boolean
  /**
   * Pages may ask for the microphone. A browser holds a document to the policy that it was loaded with, whatever is
   * swapped into it later: so it is the whole app's.
   */
  microphone?: boolean
  /** Pages that `framing` says yes to may frame pages of this app. */
  framing?: (path: string) => boolean
}

/**
 * Sets, on every answer, a content policy without inline code, without frames (but see `framing`) and without third parties, and lets
 * nothing of an address leave the site. Sinks that turn text into script or markup refuse plain strings, so a
 * report that holds markup can't become part of a page.
 */
export function securityHeaders({
  wasm = false,
  microphone = false,
  framing = () => false,
}: SecurityOptions = {}): MiddlewareHandler {
  const policy = [
    "default-src 'none'",
    `script-src 'self'${wasm ? " 'wasm-unsafe-eval'" : ""}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
  ].join("; ")
  const permissions = `camera=(), microphone=${microphone ? "(self)" : "()"}, geolocation=(), payment=(), usb=(), interest-cohort=(), browsing-topics=()`
  return async (c, next) => {
    await next()
    c.header("Content-Security-Policy", framing(c.req.path) ? `${policy}; frame-src 'self'` : policy)
    c.header("Strict-Transport-Security", "max-age=63072000; includeSubDomains")
    c.header("Referrer-Policy", "no-referrer")
    c.header("X-Content-Type-Options", "nosniff")
    c.header("Cross-Origin-Opener-Policy", "same-origin")
    c.header("Cross-Origin-Resource-Policy", "same-origin")
    c.header("X-Frame-Options", "DENY")
    c.header("X-DNS-Prefetch-Control", "off")
    c.header("Permissions-Policy", permissions)
  }
}

/** Keeps every page behind it out of all caches, the browser's own included: what it shows must not come back. */
export const noStore = (): MiddlewareHandler => async (c, next) => {
  await next()
  c.header("Cache-Control", "no-store")
}
