import { Button } from "@candour/web/components/button.tsx"
import type { FC } from "hono/jsx"
import { WORDS_OF } from "../decide/decided-kind.ts"
import { fieldName } from "../decide/form-names.ts"
import { en as decisions } from "../decide/messages.ts"
import type { NextDecisions } from "../decide/next-decisions.ts"
import { eventWords } from "../report/event-words.ts"
import { FORM_KEYS } from "./form-keys.ts"
import { en } from "./messages.ts"
import { codesOf, mayFollow, type UsualDecision } from "./usual-decision.ts"

/**
 * What a second key does after `d`: a digit records one of the unit's usual decisions, a letter leads to a form of the page.
 * Each is a button too, and says what it will record.
 */
export const UsualDialog: FC<{
  usual: readonly UsualDecision[]
  next: NextDecisions
  /** Somebody is said to be in danger now, and nobody has acted. */
  inDanger: boolean
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

const Units: FC<Parameters<typeof UsualDialog>[0]> = ({ usual, next, inDanger, nameOf }) => {
  // Two keys must not close what somebody's safety may hang on.
  if (inDanger) return <p class="govuk-body">{en.dialog.dangerFirst}</p>
  if (usual.length === 0) return <p class="govuk-body">{en.dialog.noneYet}</p>
  const following = usual.filter(({ kind }) => mayFollow(next, kind))
  if (following.length === 0) return <p class="govuk-body">{en.dialog.none}</p>
  return (
    <>
      <p class="govuk-body" data-before-open>
        {decisions.openFirst}
      </p>
      <ol class="govuk-list candour-usual">
        {following.map((each) => (
          <li data-needs-open={WORDS_OF[each.kind] === "none" ? undefined : ""}>
            <form method="dialog" data-decision={each.kind} data-usual={each.name}>
              <div data-problem role="alert" />
              {Object.entries(each.fields).flatMap(([field, values]) =>
                values.map((value) => (
                  <input type="hidden" name={fieldName(each.kind, undefined, field)} value={value} />
                )),
              )}
              <button class="candour-link-button" type="submit" data-key={each.key}>
                <kbd>{each.key}</kbd> {each.name}
              </button>
              <p class="govuk-hint">{eventWords({ ...codesOf(each), number: 0 }, nameOf)}</p>
            </form>
          </li>
        ))}
      </ol>
    </>
  )
}
