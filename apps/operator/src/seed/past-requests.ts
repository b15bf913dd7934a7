import { asNational, asTenant } from "@candour/database/as.ts"
import { connect, type DatabaseAddress } from "@candour/database/connect.ts"
import { playAt, playNoMore } from "@candour/database/play.ts"
import { addDays, type Day } from "@candour/domain/day.ts"
import { lastGivenDay } from "@candour/figures/requests/given-day.ts"
import { addStep, askForPack, logRequest } from "@candour/figures/requests/log.ts"
import type { Question } from "@candour/figures/requests/question.ts"

/** Whoever answers: Kent's FOI officer, and a coordinator. */
export interface Answering {
  kent: string
  coordinator: string
}

/** Plays requests for figures: one that Kent answers, one of the coordinating body's that is answered, and one that is overdue. */
export async function seedRequests(
  address: DatabaseAddress,
  today: Day,
  { kent, coordinator }: Answering,
): Promise<void> {
  // One connection for each login, so that the owner can tell each its day.
  const database = connect({ ...address, connections: 1 })
  const on = (day: Day) => playAt(database, ["kent", "national"], new Date(`${day}T10:00:00Z`))
  const [late, recently] = [addDays(today, -45), addDays(today, -9)]
  const everything: Question = {
    figure: "contacts",
    by: "none",
    every: "all",
    asAt: lastGivenDay("month", recently),
    known: "then",
  }
  try {
    await on(late)
    await asNational(database, (transaction) =>
      logRequest(transaction, {
        by: coordinator,
        reference: "NPCC/FOI/114",
        question: "For each force, how many police officers or staff were dismissed after a contact with the hotline?",
        received: late,
      }),
    )
    await on(recently)
    await asNational(database, async (transaction) => {
      const request = await logRequest(transaction, {
        by: coordinator,
        reference: "NPCC/FOI/121",
        question: "How many people have contacted the hotline since it opened, by line?",
        received: addDays(recently, -1),
      })
      const question: Question = { ...everything, by: "line" }
      await askForPack(transaction, coordinator, request, { question, answer: "counts", section: "s40" })
      await addStep(transaction, coordinator, request, { kind: "hours", detail: { hours: 0.5, on: "The answer" } })
      const detail = { outcome: "full", on: recently } as const
      await addStep(transaction, coordinator, request, { kind: "answered", detail })
    })
    await asTenant(database, "kent", async (transaction) => {
      const request = await logRequest(transaction, {
        by: kent,
        reference: "FOI/26/0718",
        question: "How many contacts about Kent Police did the anti-corruption hotline take, by quarter?",
        received: addDays(recently, -2),
      })
      const { asAt } = everything
      const question: Question = {
        ...everything,
        force: "kent",
        every: "quarter",
        from: `${Number(asAt.slice(0, 4)) - 1}-07`,
        to: asAt.slice(0, 7),
      }
      await askForPack(transaction, kent, request, { question, answer: "counts", section: "s40" })
      const note = "Clarified: by the force first routed to, and not by where somebody lives."
      await addStep(transaction, kent, request, { kind: "noted", detail: { note } })
      await addStep(transaction, kent, request, {
        kind: "hours",
        detail: { hours: 1.5, on: "Clarifying and checking" },
      })
    })
  } finally {
    await playNoMore(database)
    await database.close()
  }
}
