import type { NearPerson } from "@candour/database/nearness.ts"
import { notForUs } from "@candour/domain/not-for-us.ts"
import { findingOf, outcome, outcomeName } from "@candour/domain/outcome.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import type { SignedIn } from "@candour/identity/sessions.ts"
import { InsetText } from "@candour/web/components/text.tsx"
import { TextInput } from "@candour/web/components/text-input.tsx"
import type { FC } from "hono/jsx"
import { Concerned } from "../concerned/form.tsx"
import { decidesReports } from "../desk/who-may.ts"
import { en as words } from "../messages.ts"
import { LetInForm } from "../near/stopped-page.tsx"
import { PaperForms } from "../papers/forms.tsx"
import { eventWords } from "../report/event-words.ts"
import type { FoundReport, ReportRow } from "../report/find-report.ts"
import { en as reportWords } from "../report/messages.ts"
import { Arrival, ReferForm, RestrictForms, TransferForm } from "../transfer/form.tsx"
import { UsualDialog } from "../usual/dialog.tsx"
import type { UsualDecision } from "../usual/usual-decision.ts"
import { AssessForm } from "./assess-form.tsx"
import { ClockForms } from "./clock-forms.tsx"
import { ConversationForms } from "./conversation-forms.tsx"
import { DangerForms } from "./danger-forms.tsx"
import { ChooseOne, Decision, Group, OnePress, SealedWords } from "./form.tsx"
import { fieldName } from "./form-names.ts"
import { CheckForms, DraftForm } from "./intelligence-forms.tsx"
import { IopcForms } from "./iopc-forms.tsx"
import { en } from "./messages.ts"
import type { NextDecisions } from "./next-decisions.ts"
import { NoteForms } from "./note-forms.tsx"
import { refusalSentence } from "./refusal.ts"

/** Outcomes by what they count as, for a list: the group stands before each name. */
const OUTCOMES = outcome.options.map(
  (code) => [code, `${en.outcome.group[findingOf(code)]}: ${outcomeName(code)}`] as const,
)

/** What may follow, and nothing else: one form each, the likeliest open. */
export const Decisions: FC<{
  next: NextDecisions
  report: FoundReport
  row: ReportRow
  who: SignedIn
  usual: readonly UsualDecision[]
  near: readonly NearPerson[]
  /** The desks that had restricted it when they handed it on. */
  restrictedAt: readonly Tenant[]
}> = (props) => {
  const { next, report, row, who, usual, near, restrictedAt } = props
  const nameOf = (id: string) => report.people.get(id)?.shownName ?? words.unknownPerson
  const mayDecide = decidesReports(who)
  const assessed = report.events.findLast((event) => event.kind === "assessed")?.detail
  const colleagues = [...report.people.values()].filter(
    ({ active, roles }) => active && (roles.includes("officer") || roles.includes("lead")),
  )
  return (
    <section id="decide" aria-labelledby="decide-title">
      <h2 class="govuk-heading-m" id="decide-title">
        {mayDecide ? en.title : en.reads.title}
      </h2>
      <p class="govuk-body" id="decided" role="status" />
      <p class="govuk-hint" id="draft-kept" role="status" />
      {mayDecide ? (
        <p class="govuk-body" data-before-open>
          {en.openFirst}
        </p>
      ) : (
        <p class="govuk-body">{en.reads.text}</p>
      )}
      {next.take && <OnePress kind="taken" button={en.take.button} unsealed />}
      <Arrival next={next} restrictedAt={restrictedAt} />
      {next.ownDrafts.map((draft) => (
        <p class="govuk-body">{en.check.waits(draft)}</p>
      ))}
      {next.notClosable && <InsetText>{refusalSentence(next.notClosable)}</InsetText>}
      <DangerForms next={next} row={row} />
      <LetInForm report={report} near={near} who={who} />
      {next.assign && (
        <Decision kind="assigned" title={en.assign.title} button={en.assign.button} unsealed>
          <ChooseOne
            name={fieldName("assigned", undefined, "to")}
            label={en.assign.to}
            options={colleagues
              .filter(({ id }) => id !== row.holder)
              .map(({ id, shownName }) => [id, id === who.person ? words.you : shownName] as const)}
          />
        </Decision>
      )}
      {next.checks.map((draft) => (
        <CheckForms draft={draft} assessed={assessed} />
      ))}
      {next.assess && <AssessForm open />}
      {next.draft && <DraftForm open={row.stage === "assessing" && next.ownDrafts.length + next.checks.length === 0} />}
      <IopcForms next={next} assessed={assessed} />
      {next.investigate && (
        <Decision kind="investigating" title={en.investigate.title} button={en.investigate.button}>
          <TextInput
            name={fieldName("investigating", undefined, "words")}
            label={en.investigate.number}
            hint={en.sealed}
            width={20}
          />
        </Decision>
      )}
      {next.outcomes.map((person) => (
        <Decision kind="outcome" target={person} title={en.outcome.title(person)} button={en.outcome.button}>
          <ChooseOne name={fieldName("outcome", person, "outcome")} label={en.outcome.which} options={OUTCOMES} />
          <SealedWords kind="outcome" target={person} label={en.optionalWords} />
        </Decision>
      ))}
      {next.close && (
        <Decision kind="closed" title={en.close.title} button={en.close.button}>
          <SealedWords kind="closed" />
        </Decision>
      )}
      {next.simple.has("set-aside") && (
        <Decision kind="set-aside" title={en.setAside.title} button={en.setAside.button}>
          <p class="govuk-body">{en.setAside.text}</p>
          <ChooseOne
            name={fieldName("set-aside", undefined, "why")}
            label={en.setAside.why}
            options={notForUs.options.map((why) => [why, reportWords.setAside[why]] as const)}
          />
          <SealedWords kind="set-aside" label={en.optionalWords} />
        </Decision>
      )}
      {next.reopen && (
        <Decision kind="reopened" title={en.reopen.title} button={en.reopen.button}>
          <SealedWords kind="reopened" />
        </Decision>
      )}
      <Concerned report={report} mayDescribe={next.simple.has("concerned")} />
      <ConversationForms next={next} row={row} />
      <NoteForms next={next} report={report} colleagues={colleagues} who={who} />
      <ClockForms next={next} row={row} />
      <Group title={en.more} id="more-title">
        <PaperForms next={next} report={report} />
        {next.corrections.length > 0 && (
          <Decision kind="corrected" title={en.correct.title} button={en.correct.button}>
            <ChooseOne
              name={fieldName("corrected", undefined, "corrects")}
              label={en.correct.which}
              hint={en.correct.hint}
              options={report.events
                .filter(({ number }) => next.corrections.includes(number))
                .map((event) => [String(event.number), `${event.number}: ${eventWords(event, nameOf)}`] as const)}
            />
            <SealedWords kind="corrected" />
          </Decision>
        )}
        {next.desks.length > 0 && <TransferForm next={next} restrictedAt={restrictedAt} />}
        {next.referTo.length > 0 && (
          // A copy would be open to all of a desk that had restricted it.
          <ReferForm desks={next.referTo.filter((desk) => !restrictedAt.includes(desk))} />
        )}
        <RestrictForms next={next} people={colleagues} />
      </Group>
      {mayDecide && <UsualDialog usual={usual} next={next} row={row} nameOf={nameOf} />}
    </section>
  )
}
