import { once } from "node:events"
import { type AddressInfo, connect } from "node:net"
import { serve } from "@hono/node-server"
import { Hono } from "hono"
import { afterAll, beforeAll, expect, test } from "vitest"
import { deadline } from "./deadline.ts"

const app = new Hono()
  .use(deadline((c) => c.req.path === "/free", 200))
  .post("/:path", async (c) => c.text(await c.req.text()))

let server: ReturnType<typeof serve>
let port: number
beforeAll(async () => {
  server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" })
  await once(server, "listening")
  port = (server.address() as AddressInfo).port
})
afterAll(() => server.close())

/** A request of five bytes whose last comes after `milliseconds`; gives the status line, or undefined where it was closed. */
async function slowly(path: string, milliseconds: number): Promise<string | undefined> {
  const socket = connect(port, "127.0.0.1")
  socket.on("error", () => undefined)
  let answer = ""
  socket.on("data", (bytes) => {
    answer += bytes
    socket.end()
  })
  socket.write(`POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 5\r\n\r\nword`)
  setTimeout(() => socket.writable && socket.write("s"), milliseconds)
  await once(socket, "close")
  return answer.split("\r\n")[0] || undefined
}

test("a request that doesn't end in time loses its connection, and one that does is answered", async () => {
  expect(await slowly("/form", 50)).toBe("HTTP/1.1 200 OK")
  expect(await slowly("/form", 600)).toBeUndefined()
})

test("files take as long as they need", async () => {
  expect(await slowly("/free", 600)).toBe("HTTP/1.1 200 OK")
})
