import { dangerAction } from "@candour/domain/event.ts"
import { Radios } from "@candour/web/components/radios.tsx"
import type { FC } from "hono/jsx"
import type { ReportRow } from "../report/find-report.ts"
import { Decision, SealedWords } from "./form.tsx"
import { fieldName } from "./form-names.ts"
import { en } from "./messages.ts"
import type { NextDecisions } from "./next-decisions.ts"

/** What was done about danger, and saying that somebody is in it: before the report is opened, too. */
export const DangerForms: FC<{ next: NextDecisions; row: ReportRow }> = ({ next, row }) => (
  <>
    {next.actOnDanger && (
      <Decision kind="danger-acted" title={en.danger.title} button={en.danger.button} open={row.urgency === 0} unsealed>
        <Radios
          name={fieldName("danger-acted", undefined, "did")}
          legend={en.danger.legend}
          small
          choices={dangerAction.options.map((value) => ({ value, label: en.danger.did[value] }))}
        />
        <div data-needs-open="">
          <SealedWords kind="danger-acted" label={en.optionalWords} />
        </div>
      </Decision>
    )}
    {next.flagDanger && (
      <Decision kind="danger-flagged" title={en.flag.title} button={en.flag.button} warning>
        <SealedWords kind="danger-flagged" label={en.flag.words} />
      </Decision>
    )}
  </>
)
