import { type EventCodes, referralGround } from "@candour/domain/event.ts"
import { Checkboxes } from "@candour/web/components/checkboxes.tsx"
import { Radios } from "@candour/web/components/radios.tsx"
import type { FC } from "hono/jsx"
import { en as report } from "../report/messages.ts"
import { ChooseOne, Decision, SealedWords } from "./form.tsx"
import { fieldName } from "./form-names.ts"
import { en } from "./messages.ts"
import type { NextDecisions } from "./next-decisions.ts"

type Assessed = Extract<EventCodes, { kind: "assessed" }>["detail"]

/** Whether it goes to the IOPC, with the grounds of the assessment ticked, and what the IOPC answered. */
export const IopcForms: FC<{ next: NextDecisions; assessed: Assessed | undefined }> = ({ next, assessed }) => {
  const { iopc } = en
  const must = (assessed?.grounds.length ?? 0) > 0
  return (
    <>
      {assessed && next.simple.has("iopc-decided") && (
        <Decision
          kind="iopc-decided"
          title={iopc.title}
          button={iopc.button}
          open={must && !next.simple.has("iopc-answered")}
        >
          <p class="govuk-body">{must ? iopc.must : iopc.may}</p>
          <Radios
            name={fieldName("iopc-decided", undefined, "refer")}
            legend={iopc.refer}
            small
            choices={[
              { value: "yes", label: iopc.yes },
              { value: "no", label: iopc.no },
            ]}
            value={must ? "yes" : undefined}
          />
          <Checkboxes
            name={fieldName("iopc-decided", undefined, "grounds")}
            legend={iopc.grounds}
            small
            choices={referralGround.options.map((value) => ({ value, label: en.grounds.short[value] }))}
            values={assessed.grounds}
          />
          <SealedWords kind="iopc-decided" />
        </Decision>
      )}
      {next.simple.has("iopc-answered") && (
        <Decision kind="iopc-answered" title={iopc.answeredTitle} button={iopc.answeredButton}>
          <ChooseOne
            name={fieldName("iopc-answered", undefined, "mode")}
            label={iopc.mode}
            options={Object.entries(report.iopcModes)}
          />
          <SealedWords kind="iopc-answered" label={en.optionalWords} />
        </Decision>
      )}
    </>
  )
}
