import { randomUUID } from "node:crypto"
import { acceptContact } from "@candour/database/accept-report.ts"
import { asNational } from "@candour/database/as.ts"
import { connect } from "@candour/database/connect.ts"
import { playAt } from "@candour/database/play.ts"
import { addPerson, openDesks } from "@candour/database/testing/sample-report.ts"
import { protect } from "@candour/figures/protection/protect.ts"
import { prepareWaiting } from "@candour/figures/release/prepare-release.ts"
import {
  askToPrepare,
  checkRelease,
  listReleases,
  planRelease,
  publishDueReleases,
} from "@candour/figures/release/releases.ts"
import { askForPack, listRequests, logRequest } from "@candour/figures/requests/log.ts"
import { makePacks } from "@candour/figures/requests/make-packs.ts"
import { figuresDirectory } from "@candour/routing/figures-directory.ts"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type TestNational, testNational } from "../testing/test-national.ts"
import { packMaker } from "./own-requests.tsx"

let national: TestNational
beforeAll(async () => {
  national = await testNational("2024-06-10")
})
afterAll(() => national.close())

test("an answer says what is published already, and nothing of a release that is checked and not out", async () => {
  await openDesks(national.at.database, ["kent"])
  const [one, two] = [
    await addPerson(national.at.database, "national-desk", ["coordinator"]),
    await addPerson(national.at.database, "national-desk", ["coordinator"]),
  ]
  const database = connect({ ...national.at.address, connections: 1 })
  const on = (moment: string) => playAt(database, ["intake", "national"], new Date(moment))
  const run = <Result>(work: Parameters<typeof asNational<Result>>[1]) => asNational(database, work)

  await on("2024-02-10T12:00:00Z")
  for (let count = 0; count < 12; count += 1)
    await acceptContact(
      database,
      { id: randomUUID(), tenant: "kent", line: "national", channel: "phone" },
      "2024-02-10",
    )
  await on("2024-04-11T10:00:00Z")
  const plan = { quarter: "2024-Q1", asAt: "2024-03-31", knownAt: "2024-04-10", publicationDay: "2024-04-24" } as const
  const number = await run((transaction) => planRelease(transaction, plan, one))
  await run((transaction) => askToPrepare(transaction, number, one))
  await prepareWaiting(database, figuresDirectory)
  const prepared = (await run(listReleases))[0]?.prepared ?? ""
  await run((transaction) => checkRelease(transaction, { number, prepared, by: two }))

  const answered = async (reference: string) => {
    const request = await run((transaction) =>
      logRequest(transaction, { by: one, reference, question: "How many?", received: "2024-04-02" }),
    )
    const question = { figure: "contacts", by: "none", every: "all", asAt: "2024-03-31", known: "then" } as const
    await run((transaction) => askForPack(transaction, one, request, { question, answer: "counts", section: "s40" }))
    await makePacks(packMaker({ database, clock: { now: () => new Date("2024-04-12T12:00:00Z") } }, protect))
    const [found] = await run((transaction) => listRequests(transaction, request))
    return found?.packs[0]?.content
  }
  expect(await answered("1")).toMatchObject({ rows: [{ count: 12 }], published: [] })
  await on("2024-04-24T08:30:00Z")
  await run(publishDueReleases)
  expect(await answered("2")).toMatchObject({ published: [{ release: "Release 1 (2024-Q1)", rows: 1 }] })
  await database.close()
})
