/** Browser: gathers what an open report's page knows, for its papers and its export. */
import type { EventCodes } from "@candour/domain/event.ts"
import { referenceOf } from "@candour/domain/reference.ts"
import { type Description, descriptionIn, inOneLine } from "../concerned/description.ts"
import type { HandedOut } from "../report/open-report.ts"
import { type Opened, openWords } from "../report/opened.ts"
import { saidIn } from "../report/questions.ts"
import type { PaperSource } from "./paper.ts"

/** The words of the page's own history and facts are taken from the page: they stand there already. */
export async function sourceOf(
  opened: Opened,
  handed: HandedOut,
  people: readonly Description[],
): Promise<PaperSource> {
  const report = document.getElementById("report")
  const corrected = new Set(
    handed.events.flatMap(({ kind, detail }) =>
      kind === "corrected" ? [(detail as { corrects: number }).corrects] : [],
    ),
  )
  const textIn = (number: number, part: string) =>
    document.querySelector(`#history li[value="${number}"] ${part}`)?.textContent?.trim() ?? ""
  const events = handed.events.map(async (event) => {
    const { number, kind, detail, words } = event
    const opens = words === undefined ? undefined : await openWords(opened, event)
    const described = kind === "concerned" ? descriptionIn(opens) : undefined
    return {
      number,
      // The server has parsed it already; the schemas would double what this page loads.
      codes: { kind, detail } as EventCodes,
      words: described === undefined ? opens : inOneLine(described),
      what: textIn(number, ".candour-line__what"),
      when: textIn(number, ".candour-line__when").replace(/^.*? · /, ""),
      corrected: corrected.has(number),
    }
  })
  return {
    reference: referenceOf(opened.id),
    force: report?.dataset.force ?? "",
    received: report?.dataset.received ?? "",
    ticked: report?.dataset.ticked ?? "",
    said: saidIn(opened.body.answers).answered,
    people: people.map(inOneLine),
    messages: handed.messages.length,
    events: await Promise.all(events),
    elsewhere: [...document.querySelectorAll<HTMLElement>("#linked [data-elsewhere]")].map((line) => ({
      reference: referenceOf(line.dataset.elsewhere ?? ""),
      when: line.querySelector(".candour-line__when")?.textContent?.trim() ?? "",
      what: line.querySelector(".candour-line__what")?.textContent?.trim() ?? "",
    })),
  }
}
