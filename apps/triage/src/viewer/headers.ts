import type { MiddlewareHandler } from "hono"

/**
 * What the viewer's page may do: show what it was handed, and reach nothing. `sandbox` takes its origin away also where
 * somebody opens its address by itself.
 */
const POLICY = [
  "default-src 'none'",
  // How scans are packed is undone by WebAssembly, which reaches nothing that a script doesn't.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src blob:",
  "media-src blob:",
  "frame-ancestors 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "sandbox allow-scripts",
].join("; ")

/** Puts the viewer's own policy over the app's: mount before `securityHeaders`, which has had its turn by then. */
export const viewerHeaders = (): MiddlewareHandler => async (c, next) => {
  await next()
  c.header("Content-Security-Policy", POLICY)
  c.header("X-Frame-Options", "SAMEORIGIN")
}

/** Lets the viewer load its script and style: its origin is opaque, so that to a browser they are another site's. */
export const loadedByViewer = (): MiddlewareHandler => async (c, next) => {
  await next()
  c.header("Cross-Origin-Resource-Policy", "cross-origin")
}

/** Whether `path` is a report's page, the only one that frames the viewer. */
export const isReportPage = (path: string): boolean => /^\/report\/[^/]+$/.test(path)
