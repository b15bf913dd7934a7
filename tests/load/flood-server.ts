/**
 * A server that does what /tell does to a form without script, derive a receipt's root, behind the gate or without it:
 * for `flood.ts`. Usage: node tests/load/flood-server.ts gate|open. Prints its port.
 */
import type { AddressInfo } from "node:net"
import { parseReceipt, type Receipt } from "@candour/sealing/receipt.ts"
import { serve } from "@hono/node-server"
import { Hono } from "hono"
import { createGate } from "../../apps/intake/src/floods/gate.ts"
import { createRootQueue, TooManyWait } from "../../apps/intake/src/receipt/root-queue.ts"

const gated = process.argv[2] === "gate"
const gate = createGate({ clock: { now: () => new Date() } })
const roots = createRootQueue()

const field = (form: Record<string, unknown>, name: string) => {
  const value = form[name]
  return typeof value === "string" ? value : undefined
}
const digitsOf = (text = ""): Receipt => {
  const parsed = parseReceipt(text)
  if (parsed.kind !== "receipt") throw new Error("The load posts whole receipts.")
  return parsed.receipt
}

const app = new Hono()
  .get("/form", async (c) => c.text(await gate.challenge()))
  .post("/tell", async (c) => {
    const form = await c.req.parseBody()
    const names = ["challenge", "proof", "id"].map((name) => [name, field(form, name)])
    const answer = gated ? await gate.admit("tell", Object.fromEntries(names)) : "in"
    if (answer === "wait") return c.text(await gate.challenge("wait"), 503)
    if (answer === "again") return c.text(await gate.challenge("again"), 422)
    try {
      await roots.forTell(digitsOf(field(form, "digits")))
      return c.text("taken")
    } catch (error) {
      if (!(error instanceof TooManyWait)) throw error
      return c.text(await gate.challenge("wait"), 503)
    }
  })
  // With script nothing is derived here.
  .post("/sealed", async (c) => {
    const form = await c.req.parseBody()
    const names = ["challenge", "proof", "id"].map((name) => [name, field(form, name)])
    const answer = gated ? await gate.admit("sealed", Object.fromEntries(names)) : "in"
    return c.text(answer, answer === "in" ? 200 : 422)
  })

const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`)
})
process.on("disconnect", () => process.exit(0))
