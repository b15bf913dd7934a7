import { NATIONAL_DESK, type Tenant } from "@candour/domain/tenant.ts"
import { Checkboxes } from "@candour/web/components/checkboxes.tsx"
import { InsetText } from "@candour/web/components/text.tsx"
import type { FC } from "hono/jsx"
import { ChooseOne, Decision, OnePress, SealedWords } from "../decide/form.tsx"
import { fieldName } from "../decide/form-names.ts"
import type { NextDecisions } from "../decide/next-decisions.ts"
import type { DeskPerson } from "../report/find-report.ts"
import { deskName } from "../shell.tsx"
import { en } from "./messages.ts"

const kind = "transferred"

interface Handing {
  next: NextDecisions
  /** The desks that had restricted it when they handed it on. */
  restrictedAt: readonly Tenant[]
}

/** What another desk handed here waits until somebody accepts it, or gives it back with a reason. */
export const Arrival: FC<Handing> = ({ next: { simple, returnTo }, restrictedAt }) => (
  <>
    {simple.has("accepted") && <OnePress kind="accepted" button={en.accept} unsealed />}
    {returnTo && (
      <Decision kind={kind} target={0} title={en.returnTitle(deskName(returnTo))} button={en.return}>
        <p class="govuk-body">{en.returnWhy}</p>
        <RestrictedThere desks={restrictedAt.filter((desk) => desk === returnTo)} />
        <input type="hidden" name={fieldName(kind, 0, "to")} value={returnTo} />
        <input type="hidden" name={fieldName(kind, 0, "returned")} value="yes" />
        <SealedWords kind={kind} target={0} label={en.words} hint={en.wordsHint} />
      </Decision>
    )}
  </>
)

/** A copy of its own for a second force that it concerns too. */
export const ReferForm: FC<{ desks: readonly Tenant[] }> = ({ desks }) => (
  <Decision kind="referred" title={en.referTitle} button={en.refer}>
    <p class="govuk-body">{en.referWhy}</p>
    <ChooseOne
      name={fieldName("referred", undefined, "to")}
      label={en.to}
      hint={en.toHint}
      options={byName(desks.filter((desk) => desk !== NATIONAL_DESK))}
    />
    <SealedWords kind="referred" label={en.words} hint={en.referWordsHint} />
  </Decision>
)

/** Who alone may open it, or that the whole desk may again. */
export const RestrictForms: FC<{ next: NextDecisions; people: readonly DeskPerson[] }> = ({ next, people }) => (
  <>
    {next.simple.has("restricted") && (
      <Decision kind="restricted" title={en.restrictTitle} button={en.restrict} warning>
        <p class="govuk-body">{en.restrictWhy}</p>
        <Checkboxes
          name={fieldName("restricted", undefined, "to")}
          legend={en.restrictTo}
          small
          choices={people.map(({ id, shownName }) => ({ value: id, label: shownName }))}
        />
        <SealedWords kind="restricted" />
      </Decision>
    )}
    {next.simple.has("unrestricted") && (
      <Decision kind="unrestricted" title={en.liftTitle} button={en.lift}>
        <SealedWords kind="unrestricted" />
      </Decision>
    )}
  </>
)

const byName = (desks: readonly Tenant[]) =>
  desks.map((desk) => [desk, deskName(desk)] as const).toSorted(([, one], [, other]) => one.localeCompare(other))

/** Hands the report to another desk: its key is sealed to that desk's inbox by the page's script. */
export const TransferForm: FC<Handing> = ({ next: { desks }, restrictedAt }) => (
  <Decision kind={kind} title={en.title} button={en.button} warning>
    <p class="govuk-body">{en.why}</p>
    <RestrictedThere desks={restrictedAt} />
    <ChooseOne name={fieldName(kind, undefined, "to")} label={en.to} hint={en.toHint} options={byName(desks)} />
    <SealedWords kind={kind} label={en.words} hint={en.wordsHint} />
  </Decision>
)

const RestrictedThere: FC<{ desks: readonly Tenant[] }> = ({ desks }) => (
  <>
    {desks.map((desk) => (
      <InsetText>{en.restrictedThere(deskName(desk))}</InsetText>
    ))}
  </>
)
