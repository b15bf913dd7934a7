import type { Stage } from "@candour/domain/stage.ts"
import type { Refusal } from "@candour/domain/succession.ts"
import { Button } from "@candour/web/components/button.tsx"
import type { FC } from "hono/jsx"
import { WORDS_OF } from "../decide/decided-kind.ts"
import { fieldName } from "../decide/form-names.ts"
import { en as decisions } from "../decide/messages.ts"
import type { NextDecisions } from "../decide/next-decisions.ts"
import { refusalSentence } from "../decide/refusal.ts"
import { en as words } from "../messages.ts"
import { eventWords } from "../report/event-words.ts"
import type { ReportRow } from "../report/find-report.ts"
import { FORM_KEYS } from "./form-keys.ts"
import { en } from "./messages.ts"
import { codesOf, type UsualDecision } from "./usual-decision.ts"

/**
 * What a second key does after `d`: a digit records one of the unit's usual decisions, a letter leads to a form of the page.
 * Each is a button too, and says what it will record.
 */
export const UsualDialog: FC<{
  usual: readonly UsualDecision[]
  next: NextDecisions
  row: Pick<ReportRow, "stage" | "urgency">
  nameOf: (id: string) => string
}> = (props) => (
  <dialog class="candour-keys" id="usual" aria-labelledby="usual-title">
    <h2 class="govuk-heading-m" id="usual-title" tabindex={-1}>
      {en.dialog.title}
    </h2>
    <h3 class="govuk-heading-s">{en.dialog.units}</h3>
    <Units {...props} />
    <h3 class="govuk-heading-s">{en.dialog.forms}</h3>
    <ul class="govuk-list candour-usual">
      {FORM_KEYS.map(({ key, kind, words }) => (
        <li data-leads-to={fieldName(kind, undefined, "form")}>
          <button class="candour-link-button" type="button" data-key={key}>
            <kbd>{key}</kbd> {words}
          </button>
        </li>
      ))}
    </ul>
    <form method="dialog">
      <p class="govuk-body">
        <label>
          <input type="checkbox" class="candour-select" id="go-on" autocomplete="off" aria-describedby="go-on-hint" />{" "}
          {en.dialog.goOn}
        </label>
      </p>
      <p class="govuk-hint" id="go-on-hint">
        {en.dialog.goOnHint}
      </p>
      <Button kind="secondary">{en.dialog.close}</Button>
    </form>
  </dialog>
)

const Units: FC<Parameters<typeof UsualDialog>[0]> = ({ usual, next, row, nameOf }) => {
  // Two keys must not close what somebody's safety may hang on.
  if (row.urgency === 0) return <p class="govuk-body">{en.dialog.dangerFirst}</p>
  if (usual.length === 0) return <p class="govuk-body">{en.dialog.noneYet}</p>
  const mayOne = usual.some(({ kind }) => !next.refused.has(kind))
  return (
    <>
      {mayOne && (
        <p class="govuk-body" data-before-open>
          {decisions.openFirst}
        </p>
      )}
      <ol class="govuk-list candour-usual">
        {usual.map((each) => {
          const refusal = next.refused.get(each.kind)
          return refusal === undefined ? (
            <Offered {...each} nameOf={nameOf} />
          ) : (
            <NotHere {...each} refusal={refusal} stage={row.stage} />
          )
        })}
      </ol>
    </>
  )
}

const Offered: FC<UsualDecision & { nameOf: (id: string) => string }> = ({ nameOf, ...usual }) => {
  const { key, name, kind, fields } = usual
  return (
    <li data-needs-open={WORDS_OF[kind] === "none" ? undefined : ""}>
      <form method="dialog" data-decision={kind} data-usual={name}>
        <div data-problem role="alert" />
        {Object.entries(fields).flatMap(([field, values]) =>
          values.map((value) => <input type="hidden" name={fieldName(kind, undefined, field)} value={value} />),
        )}
        <button class="candour-link-button" type="submit" data-key={key}>
          <kbd>{key}</kbd> {name}
        </button>
        <p class="govuk-hint">{eventWords({ ...codesOf(usual), number: 0 }, nameOf)}</p>
      </form>
    </li>
  )
}

/** A digit that does nothing at this report: whoever has learnt it is told why. */
const NotHere: FC<UsualDecision & { refusal: Refusal; stage: Stage }> = ({ key, name, refusal, stage }) => (
  <li>
    <span class="candour-hushed">
      <kbd>{key}</kbd> {name}
    </span>
    <p class="govuk-hint">
      {refusal === "wrong-stage" ? en.dialog.notAtStage(words.stages[stage]) : refusalSentence(refusal)}
    </p>
  </li>
)
