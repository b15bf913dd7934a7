/** Browser: which files are quarantined, and the forms that say so. */
import { z } from "zod/mini"
import { fieldName } from "../../decide/form-names.ts"
import { element } from "../element.ts"
import type { SentEvent } from "../open-report.ts"
import { en } from "./messages.ts"

const about = z.object({ file: z.uuid() })

/** The ids of the files that somebody quarantined and no lead has given free since, by the desk's own events. */
export function quarantinedFiles(events: readonly Pick<SentEvent, "number" | "kind" | "detail">[]): Set<string> {
  const files = new Set<string>()
  for (const { kind, detail } of events.toSorted((one, other) => one.number - other.number)) {
    const file = about.safeParse(detail).data?.file
    if (file === undefined) continue
    if (kind === "quarantined") files.add(file)
    if (kind === "quarantine-lifted") files.delete(file)
  }
  return files
}

/** What to do by law with a file that is quarantined; a lead may lift it. */
export function quarantineNotice(file: string, called: string): HTMLElement {
  const { quarantine } = en
  const notice = element("div", "govuk-inset-text")
  notice.append(
    element("p", "govuk-body candour-strong", quarantine.state),
    ...[quarantine.doNot, quarantine.law, quarantine.tell].map((text) => element("p", "govuk-body", text)),
  )
  if (document.getElementById("report")?.dataset.lead !== undefined)
    notice.append(form("quarantine-lifted", file, called))
  return notice
}

/** The form that quarantines a file, folded. */
export const quarantineForm = (file: string, called: string): HTMLElement => form("quarantined", file, called)

/** Each form of the page has a number of its own, so that no two fields have one id. */
let forms = 0

function form(kind: "quarantined" | "quarantine-lifted", file: string, called: string): HTMLElement {
  const { quarantine } = en
  const lifts = kind === "quarantine-lifted"
  forms += 1
  const made = document.createElement("form")
  made.method = "dialog"
  made.dataset.decision = kind
  made.dataset.target = String(forms)
  const problem = element("div", "")
  problem.dataset.problem = ""
  problem.setAttribute("role", "alert")
  const hidden = document.createElement("input")
  Object.assign(hidden, { type: "hidden", name: fieldName(kind, forms, "file"), value: file })
  const button = element("button", "govuk-button govuk-button--warning", lifts ? quarantine.lift : quarantine.button)
  made.append(problem, hidden, element("p", "govuk-body", lifts ? quarantine.liftText : quarantine.text))
  if (lifts) made.append(reasonField(fieldName(kind, forms, "words")))
  made.append(button)

  const title = element("summary", "govuk-details__summary")
  title.append(
    element("span", "govuk-details__summary-text", lifts ? quarantine.liftOf(called) : quarantine.titleOf(called)),
  )
  const text = element("div", "govuk-details__text")
  text.append(made)
  const details = element("details", "govuk-details")
  details.append(title, text)
  return details
}

function reasonField(id: string): HTMLElement {
  const group = element("div", "govuk-form-group")
  const label = element("label", "govuk-label", en.quarantine.reason) as HTMLLabelElement
  label.htmlFor = id
  const field = element("textarea", "govuk-textarea") as HTMLTextAreaElement
  Object.assign(field, { id, name: id, rows: 3 })
  group.append(label, field)
  return group
}
