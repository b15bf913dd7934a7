import { dangerAction } from "@candour/domain/event.ts"
import { findingOf, outcome, outcomeName } from "@candour/domain/outcome.ts"
import type { SignedIn } from "@candour/identity/sessions.ts"
import { Radios } from "@candour/web/components/radios.tsx"
import { InsetText, WarningText } from "@candour/web/components/text.tsx"
import { TextInput } from "@candour/web/components/text-input.tsx"
import type { FC } from "hono/jsx"
import { en as words } from "../messages.ts"
import { eventWords } from "../report/event-words.ts"
import type { FoundReport, ReportRow } from "../report/find-report.ts"
import { TransferForm } from "../transfer/form.tsx"
import { AssessForm } from "./assess-form.tsx"
import { ChooseOne, Decision, SealedWords, TakeForm } from "./form.tsx"
import { fieldName } from "./form-names.ts"
import { CheckForms, DraftForm } from "./intelligence-forms.tsx"
import { en } from "./messages.ts"
import type { NextDecisions } from "./next-decisions.ts"
import { refusalSentence } from "./refusal.ts"

/** Outcomes by what they count as, for a list: the group stands before each name. */
const OUTCOMES = outcome.options.map(
  (code) => [code, `${en.outcome.group[findingOf(code)]}: ${outcomeName(code)}`] as const,
)

/** What may follow, and nothing else: one form each, the likeliest open. */
export const Decisions: FC<{ next: NextDecisions; report: FoundReport; row: ReportRow; who: SignedIn }> = (props) => {
  const { next, report, row, who } = props
  const nameOf = (id: string) => report.people.get(id)?.shownName ?? words.unknownPerson
  const assessed = report.events.findLast((event) => event.kind === "assessed")?.detail
  const colleagues = [...report.people.values()].filter(
    ({ active, roles, id }) => active && id !== row.holder && (roles.includes("officer") || roles.includes("lead")),
  )
  return (
    <section id="decide" aria-labelledby="decide-title">
      <h2 class="govuk-heading-m" id="decide-title">
        {en.title}
      </h2>
      <p class="govuk-body" id="decided" role="status" />
      <p class="govuk-body" data-before-open>
        {en.openFirst}
      </p>
      {next.take && <TakeForm />}
      {next.ownDrafts.map((draft) => (
        <p class="govuk-body">{en.check.waits(draft)}</p>
      ))}
      {next.notClosable && <InsetText>{refusalSentence(next.notClosable)}</InsetText>}

      {next.actOnDanger && (
        <Decision
          kind="danger-acted"
          title={en.danger.title}
          button={en.danger.button}
          open={row.urgency === 0}
          unsealed
        >
          <Radios
            name={fieldName("danger-acted", undefined, "did")}
            legend={en.danger.legend}
            small
            choices={dangerAction.options.map((value) => ({ value, label: en.danger.did[value] }))}
          />
          <div data-needs-open="">
            <SealedWords kind="danger-acted" label={en.danger.words} />
          </div>
        </Decision>
      )}
      {next.assign && (
        <Decision kind="assigned" title={en.assign.title} button={en.assign.button} unsealed>
          <ChooseOne
            name={fieldName("assigned", undefined, "to")}
            label={en.assign.to}
            options={colleagues.map(({ id, shownName }) => [id, id === who.person ? words.you : shownName] as const)}
          />
        </Decision>
      )}
      {next.checks.map((draft) => (
        <CheckForms draft={draft} assessed={assessed} />
      ))}
      {next.assess && <AssessForm open />}
      {next.draft && <DraftForm open={row.stage === "assessing" && next.ownDrafts.length + next.checks.length === 0} />}
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
          <SealedWords kind="outcome" target={person} label={en.outcome.words} />
        </Decision>
      ))}
      {next.message && (
        <Decision kind="messaged" title={en.message.title} button={en.message.button}>
          {row.mayReply === "careful" && <WarningText>{en.message.careful}</WarningText>}
          {row.language === "cy" && <p class="govuk-body">{en.message.welsh}</p>}
          <SealedWords kind="messaged" label={en.message.words} hint={en.message.hint} rows={5} />
        </Decision>
      )}
      {next.answerDispute && (
        <Decision kind="dispute-answered" title={en.dispute.title} button={en.dispute.button} open={row.disputed}>
          <p class="govuk-body">{en.dispute.text}</p>
          <SealedWords kind="dispute-answered" label={en.dispute.words} />
        </Decision>
      )}
      {next.release && (
        <Decision kind="stage-released" title={en.release.title} button={en.release.button} unsealed>
          <p class="govuk-body">{en.release.text(words.stages[next.release])}</p>
          <input type="hidden" name={fieldName("stage-released", undefined, "stage")} value={next.release} />
        </Decision>
      )}
      {next.close && (
        <Decision kind="closed" title={en.close.title} button={en.close.button}>
          <SealedWords kind="closed" />
        </Decision>
      )}
      {next.reopen && (
        <Decision kind="reopened" title={en.reopen.title} button={en.reopen.button}>
          <SealedWords kind="reopened" />
        </Decision>
      )}
      {next.flagDanger && (
        <Decision kind="danger-flagged" title={en.flag.title} button={en.flag.button} warning>
          <SealedWords kind="danger-flagged" label={en.flag.words} />
        </Decision>
      )}
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
      {next.desks.length > 0 && <TransferForm desks={next.desks} />}
    </section>
  )
}
