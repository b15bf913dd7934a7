import type { Tenant } from "@candour/domain/tenant.ts"
import type { FC } from "hono/jsx"
import { ChooseOne, Decision, SealedWords } from "../decide/form.tsx"
import { fieldName } from "../decide/form-names.ts"
import { deskName } from "../shell.tsx"
import { en } from "./messages.ts"

const kind = "transferred"

/** Hands the report to another desk: its key is sealed to that desk's inbox by the page's script. */
export const TransferForm: FC<{ desks: readonly Tenant[] }> = ({ desks }) => (
  <Decision kind={kind} title={en.title} button={en.button} warning>
    <p class="govuk-body">{en.why}</p>
    <ChooseOne
      name={fieldName(kind, undefined, "to")}
      label={en.to}
      hint={en.toHint}
      options={desks
        .map((desk) => [desk, deskName(desk)] as const)
        .toSorted(([, one], [, other]) => one.localeCompare(other))}
    />
    <SealedWords kind={kind} label={en.words} hint={en.wordsHint} />
  </Decision>
)
