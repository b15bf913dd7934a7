/** Browser: which files are quarantined, and the forms that say so. */
import { z } from "zod/mini"
import { fieldName, formNumber } from "../../decide/form-names.ts"
import { element } from "../element.ts"
import type { SentEvent } from "../open-report.ts"
import { en } from "./messages.ts"

const about = z.object({ file: z.uuid() })

/**
 * The ids of the files that are quarantined once `recorded` has happened.
 *
 * @param before - those that were, as the server says: a file stays so where its report goes, and its events don't come
 */
export function quarantinedAfter(
  before: readonly string[],
  { kind, detail }: Pick<SentEvent, "kind" | "detail">,
): string[] {
  if (kind !== "quarantined" && kind !== "quarantine-lifted") return [...before]
  const { file } = about.parse(detail)
  const others = before.filter((each) => each !== file)
  return kind === "quarantined" ? [...others, file] : others
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

function form(kind: "quarantined" | "quarantine-lifted", file: string, called: string): HTMLElement {
  const { quarantine } = en
  const lifts = kind === "quarantine-lifted"
  const target = formNumber(file)
  const made = document.createElement("form")
  made.method = "dialog"
  made.dataset.decision = kind
  made.dataset.target = String(target)
  const problem = element("div", "")
  problem.dataset.problem = ""
  problem.setAttribute("role", "alert")
  const hidden = document.createElement("input")
  Object.assign(hidden, { type: "hidden", name: fieldName(kind, target, "file"), value: file })
  const button = element("button", "govuk-button govuk-button--warning", lifts ? quarantine.lift : quarantine.button)
  made.append(problem, hidden, element("p", "govuk-body", lifts ? quarantine.liftText : quarantine.text))
  if (lifts) made.append(reasonField(fieldName(kind, target, "words")))
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
