import type { Server } from "node:http"
import { serve } from "@hono/node-server"
import type { Hono } from "hono"

/** Requests under way get this many milliseconds to end before the server closes on them. */
const GRACE = 5_000

/** How to start an app's server. */
export interface StartOptions {
  /** The app's name in what it says: `intake`. */
  name: string
  port: number
  /** How long one request may take to come whole, in milliseconds; five minutes unless told. */
  requestMilliseconds?: number
  /** Ends what the app holds (connections, timers), after the last request. */
  stop?: () => Promise<void> | void
}

/**
 * Serves `app` on this machine only (127.0.0.1), until SIGTERM, SIGINT or the end of the process that started it.
 * A proxy in front of it faces the world. No request is ever logged.
 *
 * @returns once it listens; a parent process is then sent `{ listening: port }`
 * Where the port can't be had, it says so in one sentence and the process ends with status 1.
 */
export async function startServer(
  app: Pick<Hono, "fetch">,
  { name, port, requestMilliseconds = 300_000, stop }: StartOptions,
): Promise<void> {
  const server = serve({
    fetch: app.fetch,
    port,
    hostname: "127.0.0.1",
    serverOptions: { requestTimeout: requestMilliseconds },
  }) as Server

  await new Promise<void>((resolve) => {
    server.once("listening", resolve)
    server.once("error", (error: NodeJS.ErrnoException) => {
      console.error(sentence(name, port, error))
      process.exit(1)
    })
  })
  if (process.send) process.send({ listening: port })
  else console.log(`${name} is at http://127.0.0.1:${port}`)

  let closing = false
  const close = () => {
    if (closing) return
    closing = true
    const force = setTimeout(() => server.closeAllConnections(), GRACE)
    server.close(async () => {
      clearTimeout(force)
      await stop?.()
      process.exit(0)
    })
    server.closeIdleConnections()
  }
  process.on("SIGTERM", close).on("SIGINT", close).on("disconnect", close)
}

function sentence(name: string, port: number, error: NodeJS.ErrnoException): string {
  if (error.code === "EADDRINUSE") return `${name} can't start: port ${port} is taken. Choose another with PORT.`
  if (error.code === "EACCES")
    return `${name} can't start: port ${port} is not allowed for this user. Choose one above 1023.`
  return `${name} can't start on port ${port}: ${error.code ?? error.name}.`
}
