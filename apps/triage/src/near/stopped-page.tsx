import type { NearPerson } from "@candour/database/nearness.ts"
import { referenceOf } from "@candour/domain/reference.ts"
import { standingOf } from "@candour/domain/succession.ts"
import type { SignedIn } from "@candour/identity/sessions.ts"
import { InsetText } from "@candour/web/components/text.tsx"
import type { FC } from "hono/jsx"
import { ChooseOne, Decision } from "../decide/form.tsx"
import { fieldName } from "../decide/form-names.ts"
import { en as decisions } from "../decide/messages.ts"
import { KeysDialog } from "../keys/dialog.tsx"
import { en as words } from "../messages.ts"
import type { FoundReport } from "../report/find-report.ts"
import { DeskPage } from "../shell.tsx"
import { en } from "./messages.ts"

interface StoppedProps {
  who: SignedIn
  report: FoundReport
  /** Who is too near to it; only leads are told. */
  near: readonly NearPerson[]
}

/**
 * A report as somebody sees it who is too near: that there is one, and what to do. Neither its history, which would say
 * why, nor anything that is known of it. A lead can still give it to somebody else.
 */
export const StoppedPage: FC<StoppedProps> = ({ who, report, near }) => {
  const isLead = who.roles.includes("lead")
  const title = referenceOf(report.id)
  const otherLeads = [...report.people.values()].some(
    ({ id, active, roles }) => active && roles.includes("lead") && !near.some(({ person }) => person === id),
  )
  const text = (
    <>
      <h1 class="govuk-heading-l">
        <span class="candour-reference">{title}</span>
      </h1>
      <InsetText>
        <p class="govuk-body candour-strong">{en.stopped.title}</p>
        <p class="govuk-body">{en.stopped.text}</p>
        <p class="govuk-body">{isLead ? (otherLeads ? en.stopped.lead : en.stopped.noLead) : en.stopped.officer}</p>
      </InsetText>
    </>
  )
  if (!isLead || report.row?.stage === "closed")
    return (
      <DeskPage who={who} title={title} current="queue">
        {text}
      </DeskPage>
    )
  return (
    <DeskPage who={who} title={title} current="queue" script="report.js">
      <div id="report" data-id={report.id} data-number={report.events.at(-1)?.number} data-stopped="">
        {text}
        <div data-needs-script>
          <AssignForm report={report} near={near} />
        </div>
      </div>
      <KeysDialog />
    </DeskPage>
  )
}

/** Gives the report to somebody who isn't too near. */
const AssignForm: FC<Omit<StoppedProps, "who">> = ({ report, near }) => (
  <section id="decide" aria-labelledby="decide-title">
    <h2 class="govuk-heading-m" id="decide-title">
      {decisions.title}
    </h2>
    <p class="govuk-body" id="decided" role="status" />
    <Decision kind="assigned" title={decisions.assign.title} button={decisions.assign.button} open unsealed>
      <ChooseOne
        name={fieldName("assigned", undefined, "to")}
        label={decisions.assign.to}
        options={[...report.people.values()]
          .filter(({ active, roles }) => active && (roles.includes("officer") || roles.includes("lead")))
          .filter(({ id }) => id !== report.row?.holder && !near.some(({ person }) => person === id))
          .map(({ id, shownName }) => [id, shownName] as const)}
      />
    </Decision>
  </section>
)

/** Lets a colleague in who was stopped, or would be: a lead's to decide. Nothing where nobody is. */
export const LetInForm: FC<StoppedProps> = ({ who, report, near }) => {
  if (!who.roles.includes("lead")) return null
  const stopped = new Set([...standingOf(report.events).stopped, ...near.map(({ person }) => person)])
  stopped.delete(who.person)
  if (stopped.size === 0) return null
  const reasons = new Map(near.map(({ person, why }) => [person, why]))
  const labelOf = (person: string) => {
    const name = report.people.get(person)?.shownName ?? words.unknownPerson
    const why = reasons.get(person)
    return why === undefined ? name : `${name}: ${en.why[why]}`
  }
  return (
    <section id="let-in" aria-label={en.letIn.title}>
      <Decision kind="let-in" title={en.letIn.title} button={en.letIn.button} unsealed warning>
        <p class="govuk-body">{en.letIn.text}</p>
        <ChooseOne
          name={fieldName("let-in", undefined, "who")}
          label={en.letIn.who}
          options={[...stopped].map((person) => [person, labelOf(person)] as const)}
        />
      </Decision>
    </section>
  )
}
