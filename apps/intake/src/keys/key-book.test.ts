import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { asOwner } from "@candour/database/as.ts"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { createApp } from "../app.tsx"
import { postForm } from "../testing/form.ts"
import { testIntake } from "../testing/test-intake.ts"
import { openKeyBook } from "./key-book.ts"

let intake: Awaited<ReturnType<typeof testIntake>>
beforeAll(async () => {
  intake = await testIntake()
})
afterAll(() => intake.close())

test("every open desk's key is served, and no other's", async () => {
  const { version, desks } = await (await intake.app.request("/keys.json")).json()
  expect(version).toBe(1)
  expect(desks.map(({ tenant }: { tenant: string }) => tenant)).toEqual(["kent", "metropolitan", "national-desk"])
  expect(desks[0]).toEqual({ tenant: "kent", generation: 1, recipient: intake.inboxes.kent?.recipient })
})

test("a process started while the database is away knows the keys, and takes reports", async () => {
  await intake.cable.cut()
  const anew = await intake.restart()
  expect(await anew.keys.look()).toBe(false)
  expect(anew.keys.recipientOf("kent")?.recipient).toBe(intake.inboxes.kent?.recipient)
  const page = await postForm(createApp(anew), "/who-reads", { force: "kent", found: "found", reader: "kent" })
  expect(await page.text()).toContain("Goes to Kent Police’s team")
  await intake.cable.mend()
})

test("a desk that opens is known at the next look, and over a restart", async () => {
  const { recipient } = await intake.openDesk("gwent")
  expect(intake.services.keys.recipientOf("gwent")).toBeUndefined()
  expect(await intake.services.keys.look()).toBe(true)
  expect(intake.services.keys.recipientOf("gwent")?.recipient).toBe(recipient)
  expect((await intake.restart()).keys.recipientOf("gwent")?.recipient).toBe(recipient)
})

test("a reporter who chooses a desk that has just opened finds it open", async () => {
  const anew = await intake.restart()
  const { recipient } = await intake.openDesk("essex")
  const page = await postForm(createApp(anew), "/who-reads", { force: "essex", found: "found", reader: "essex" })
  expect(await page.text()).toContain(`data-recipient="${recipient}"`)
})

test("at night the national desk takes a force's new reports, says why, and gives them back in the morning", async () => {
  const divert = (to: string) =>
    asOwner(intake.services.database, (transaction) =>
      transaction.execute(sql`insert into desk_setting (tenant, diverted_until) values ('kent', ${to}::timestamptz)
        on conflict (tenant) do update set diverted_until = excluded.diverted_until`),
    )
  const chosen = { force: "kent", found: "found", reader: "kent" }
  await divert("2099-01-01")
  await intake.services.keys.look()
  const night = await (await postForm(intake.app, "/who-reads", chosen)).text()
  expect(night).toContain("Goes to the national desk, because it takes new reports for Kent Police’s team just now")
  expect(night).toContain(`data-recipient="${intake.inboxes["national-desk"]?.recipient}"`)
  await divert("2000-01-01")
  await intake.services.keys.look()
  expect(await (await postForm(intake.app, "/who-reads", chosen)).text()).toContain("Goes to Kent Police’s team")
})

test("without any key nobody could read a report, so none is taken, and health says why", async () => {
  const empty = {
    ...intake.services,
    keys: { ...intake.services.keys, recipientOf: () => undefined, takerFor: () => undefined },
  }
  const app = createApp(empty)
  const answer = await postForm(app, "/who-reads", { force: "kent", found: "found", reader: "kent" })
  expect(answer.status).toBe(503)
  expect(await answer.text()).toContain("We can’t take your report this minute")
  expect((await postForm(app, "/tell", { account: "He did." })).status).toBe(503)
  expect(await (await app.request("/health")).text()).toBe(
    "The national desk has no inbox key yet, so a report could stay unread.",
  )
})

test.each([
  ["no key at all", "gwent", "age1pq1"],
  ["the letters of a key that is none", "gwent", `age1pq1${"q".repeat(1_952)}`],
])("a desk whose row has %s loses its own key, and no other desk does", async (_, tenant, recipient) => {
  const folder = await mkdtemp(join(tmpdir(), "candour-keys-"))
  const kent = { tenant: "kent", generation: 1, recipient: intake.inboxes.kent?.recipient ?? "" }
  const desk = { ...kent, tenant: "national-desk", recipient: intake.inboxes["national-desk"]?.recipient ?? "" }
  const rows = [{ tenant, generation: 1, recipient }, kent, desk]
  await mkdir(join(folder, "growing"))
  const asked = await openKeyBook(folder, async () => rows)
  await asked.look()
  await writeFile(join(folder, "keys.json"), JSON.stringify({ version: 1, desks: rows }))
  const started = await openKeyBook(folder, () => Promise.reject(new Error("away")))
  for (const keys of [asked, started]) {
    expect(keys.statement().desks).toEqual([kent, desk])
    const app = createApp({ ...intake.services, keys })
    const page = await postForm(app, "/who-reads", { force: "gwent", found: "found", reader: "gwent" })
    expect(await page.text()).toContain('data-tenant="national-desk"')
    const health = await app.request("/health")
    expect([health.status, await health.text()]).toEqual([
      503,
      "Nothing can be sealed to 1 desk’s inbox key: the national desk gets the reports.",
    ])
  }
  await rm(folder, { recursive: true })
})
