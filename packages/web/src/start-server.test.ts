import { type ChildProcess, fork } from "node:child_process"
import { once } from "node:events"
import type { AddressInfo } from "node:net"
import { createServer } from "node:net"
import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"

const program = fileURLToPath(import.meta.resolve("./testing/served.ts"))

const start = (port: number): ChildProcess =>
  fork(program, [], { env: { ...process.env, PORT: String(port) }, silent: true, execArgv: [] })

/** A port that was free a moment ago, and what holds it until it is let go. */
async function heldPort() {
  const server = createServer().listen(0, "127.0.0.1")
  await once(server, "listening")
  const { port } = server.address() as AddressInfo
  return { port, letGo: () => new Promise((done) => server.close(done)) }
}

test("a server tells its parent that it listens, answers, and ends in peace", async () => {
  const { port, letGo } = await heldPort()
  await letGo()
  const child = start(port)
  expect((await once(child, "message"))[0]).toEqual({ listening: port })
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe("served")
  child.kill("SIGTERM")
  expect((await once(child, "exit"))[0]).toBe(0)
})

test("a server ends when the process that started it is gone", async () => {
  const { port, letGo } = await heldPort()
  await letGo()
  const child = start(port)
  await once(child, "message")
  child.disconnect()
  expect((await once(child, "exit"))[0]).toBe(0)
})

test("a taken port is one sentence and status 1", async () => {
  const { port, letGo } = await heldPort()
  const child = start(port)
  const said: Buffer[] = []
  child.stderr?.on("data", (chunk: Buffer) => said.push(chunk))
  expect((await once(child, "close"))[0]).toBe(1)
  expect(Buffer.concat(said).toString()).toBe(`served can't start: port ${port} is taken. Choose another with PORT.\n`)
  await letGo()
})
