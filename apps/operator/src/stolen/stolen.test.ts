import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { acceptReport } from "@candour/database/accept-report.ts"
import { asOwner } from "@candour/database/as.ts"
import { removeState } from "@candour/database/embedded/cluster.ts"
import { dayOf } from "@candour/domain/day.ts"
import { createOpaqueServer } from "@candour/identity/opaque-server.ts"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type House, openHouse } from "../house.ts"
import { decide } from "../seed/decide.ts"
import { seedDesk } from "../seed/open-desk.ts"
import { sealTold } from "../seed/seal-told.ts"
import { opaqueSetupOf } from "../seed/secrets.ts"
import { guessPassphrases } from "./guess-passphrases.ts"
import { findWords, takeLoot } from "./loot.ts"
import { tryKeys } from "./try-keys.ts"

const PLANTED = ["marmalade zeppelin", "xylophone at midnight", "Tangerine Aqueduct"]
const folder = mkdtempSync(join(tmpdir(), "candour-stolen-"))
let house: House
let passphrases: string[]

beforeAll(async () => {
  house = await openHouse(folder)
  const opaque = createOpaqueServer(await opaqueSetupOf(folder))
  const kent = await seedDesk(house.database, opaque, "kent", [
    { name: "thief.test", shownName: "Visible Name", roles: ["officer", "lead"] },
  ])
  passphrases = kent.people.map((each) => each.passphrase)
  const told = {
    hint: "Kent Police",
    line: "national",
    channel: "online",
    categories: ["partner"],
    answers: { account: `He said ${PLANTED[0]}.`, where: PLANTED[1], who: { name: PLANTED[2] } },
  } as const
  const { report, key } = await sealTold(told, new Map([["kent", kent.inbox]]))
  await acceptReport(house.database, report, dayOf(new Date()))
  const who = kent.people[0]
  if (who === undefined) throw new Error("Nobody is at the desk.")
  const decided = { id: report.id, tenant: "kent", key, number: 3 }
  await decide(house.database, decided, { who, codes: { kind: "opened", detail: { reason: "own" } } })
  await decide(house.database, decided, { who, codes: { kind: "taken", detail: {} }, words: PLANTED[0] })
  mkdirSync(join(folder, "spool"), { recursive: true })
  writeFileSync(join(folder, "spool", "one"), report.body)
}, 120_000)
afterAll(async () => {
  await house.database.close()
  await removeState(folder)
  rmSync(folder, { recursive: true, force: true })
})

test("no planted word of a report or a decision, and no passphrase, is in anything a thief takes", async () => {
  expect(findWords(await takeLoot(house), [...PLANTED, ...passphrases])).toEqual([])
})

test("the search finds what is there: a name in the clear, and the same words were they stored as written", async () => {
  expect(findWords(await takeLoot(house), ["Visible Name"]).map((each) => each.place)).toContain("staff.shown_name")
  await asOwner(house.database, (transaction) =>
    transaction.execute(sql`update staff set shown_name = ${`Marked ${PLANTED[1]}`} where name = 'thief.test'`),
  )
  expect(findWords(await takeLoot(house), PLANTED).map((each) => each.phrase)).toContain(PLANTED[1])
})

test("no secret of the loot opens anything sealed in it", async () => {
  const trial = await tryKeys(await takeLoot(house), () => {})
  expect(trial.sealed).toBeGreaterThanOrEqual(4)
  expect(trial).toMatchObject({ identities: 0, opened: [] })
  expect(trial.tries).toBeGreaterThan(trial.sealed)
})

test("with a report's own key among the loot, the trial would open it", async () => {
  const loot = await takeLoot(house)
  const kent = await sealTold(
    { hint: "Kent Police", line: "national", channel: "online", categories: [], answers: { account: "x" } },
    new Map([["kent", { generation: 1, recipient: String(loot.rows.get("inbox_key")?.[0]?.recipient) }]]),
  )
  loot.rows.set("planted", [{ body: Buffer.from(kent.report.body), key: Buffer.from(kent.key) }])
  expect((await tryKeys(loot, () => {})).opened).toEqual(["planted.body"])
})

test("guessing for a while finds no passphrase", async () => {
  const guessing = await guessPassphrases(await takeLoot(house), 2)
  expect(guessing.guesses).toBeGreaterThan(0)
  expect(guessing.right).toBe(0)
  expect(guessing.years).toBeGreaterThan(1_000_000)
})
