import { asTenant } from "@candour/database/as.ts"
import { askForPack } from "@candour/figures/requests/log.ts"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { kentAndEssex, type Member, type TestDesk } from "../testing/test-desk.ts"

let desk: TestDesk
let lead: Member
let essex: Member
let foi: Member
let auditor: Member
let officer: Member
beforeAll(async () => {
  ;({ desk, lead, essex } = await kentAndEssex())
  foi = await desk.join("kent", "figures.kent", ["figures"])
  auditor = await desk.join("kent", "auditor.kent", ["auditor"])
  officer = await desk.join("kent", "reader.kent", ["officer"])
})
afterAll(() => desk.close())

const REQUEST = {
  reference: "FOI 1",
  question: "How many contacts?",
  "received-day": "2",
  "received-month": "3",
  "received-year": "2026",
}
const send = (who: Member, path: string, form: Record<string, string>) => desk.postForm(who, path, form)
const get = (who: Member, path: string) => desk.get(who, path)

test("a force's FOI officer logs a request and asks about the force, and no other force sees it", async () => {
  const logged = await send(foi, "/requests", REQUEST)
  expect(logged.headers.get("location")).toBe("/requests/1?done=logged")
  const asked = await send(foi, "/requests/1/make", { figure: "reports", by: "none", every: "all" })
  expect(asked.headers.get("location")).toBe("/requests/1/packs/1")
  expect(await (await get(lead, "/requests/1")).text()).toContain("Reports, Kent Police")
  expect(await (await get(lead, "/requests/1/packs/1")).text()).toContain("being made")
  expect((await get(essex, "/requests/1")).status).toBe(404)
  expect(await (await get(essex, "/requests")).text()).not.toContain("FOI 1")
  expect((await send(foi, "/requests", REQUEST)).status).toBe(422) // the reference is taken
})

test("a desk that asks about another force by its own login is refused by the database", async () => {
  const question = {
    figure: "reports",
    by: "none",
    every: "all",
    force: "essex",
    asAt: "2026-03-01",
    known: "now",
  } as const
  await expect(
    asTenant(desk.database, "kent", (transaction) =>
      askForPack(transaction, foi.person, 1, { question, answer: "counts", section: "s40" }),
    ),
  ).rejects.toThrow("another-force")
})

test("a step that no form writes is refused by the database: the log stays readable", async () => {
  const add = (kind: string, detail: object) =>
    asTenant(desk.database, "kent", (transaction) =>
      transaction.execute(sql`select add_request_step(${foi.person}, 1, ${kind}, ${JSON.stringify(detail)}::jsonb)`),
    )
  const steps: [string, object][] = [
    ["noted", { note: 1 }],
    ["noted", { note: "x", more: 1 }],
    ["hours", { hours: "1", on: "x" }],
    ["hours", { hours: -1, on: "x" }],
    ["answered", { outcome: "in full", on: "2026-03-03" }],
    ["answered", { outcome: "full", on: "2026-02-30" }],
    ["answered", {}],
    ["extended", { to: "1999-01-01" }],
    ["clarified", { on: "2026-3-3" }],
    ["deleted", {}],
  ]
  for (const [kind, detail] of steps) await expect(add(kind, detail)).rejects.toThrow()
  await add("answered", { outcome: "full", on: "2026-03-03" })
  await add("hours", { hours: 0.5, on: "Reading" })
  expect((await get(lead, "/requests/1")).status).toBe(200)
})

test("an auditor reads the log and writes nothing; an officer has no business with it", async () => {
  expect((await get(auditor, "/requests/1")).status).toBe(200)
  const refused = await send(auditor, "/requests", { ...REQUEST, reference: "FOI 2" })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain("You can read this log")
  expect((await get(officer, "/requests")).status).not.toBe(200)
})
