import { pauseReason } from "@candour/domain/event.ts"
import { notForUs } from "@candour/domain/not-for-us.ts"
import { severity } from "@candour/domain/stage.ts"
import { Checkboxes } from "@candour/web/components/checkboxes.tsx"
import { Radios } from "@candour/web/components/radios.tsx"
import { InsetText } from "@candour/web/components/text.tsx"
import { TextInput } from "@candour/web/components/text-input.tsx"
import { Textarea } from "@candour/web/components/textarea.tsx"
import type { FC } from "hono/jsx"
import { THREATS } from "../decide/assess-form.tsx"
import { ChooseOne } from "../decide/form.tsx"
import { en as decisions } from "../decide/messages.ts"
import { en as words } from "../messages.ts"
import { en as reports } from "../report/messages.ts"
import { en } from "./messages.ts"
import type { UsualFields, UsualKind } from "./usual-decision.ts"

/** The fields of a usual decision of one kind, with what they hold. */
export const Fields: FC<{
  kind: UsualKind
  fields: UsualFields
  errors: Record<string, string | undefined>
  colleagues: readonly { id: string; shownName: string }[]
}> = ({ kind, fields, errors, colleagues }) => {
  const held = (name: string) => ({ name, value: fields[name]?.[0], error: errors[name] })
  const reason = (label: string) => <Textarea {...held("words")} label={label} rows={3} />
  if (kind === "assigned") {
    const options = colleagues.map(({ id, shownName }) => [id, shownName] as const)
    return <ChooseOne {...held("to")} label={decisions.assign.to} options={options} />
  }
  if (kind === "assessed")
    return (
      <>
        <ChooseOne {...held("threat")} label={decisions.assess.threat} options={THREATS} />
        <div class="candour-columns">
          <Checkboxes
            name="others"
            values={fields.others}
            legend={decisions.assess.others}
            small
            choices={THREATS.map(([value, label]) => ({ value, label }))}
          />
        </div>
        <Radios
          {...held("severity")}
          legend={decisions.assess.severity}
          hint={decisions.assess.severityHint}
          small
          choices={severity.options.map((value) => ({ value, label: words.severities[value] }))}
        />
        <TextInput
          {...held("persons")}
          label={decisions.assess.persons}
          hint={decisions.assess.personsHint}
          inputmode="numeric"
          width={2}
        />
        <InsetText>{en.noGrounds}</InsetText>
        {reason(decisions.reason)}
      </>
    )
  const [label, options] =
    kind === "paused"
      ? [decisions.clocks.why, pauseReason.options.map((why) => [why, reports.paused[why]] as const)]
      : [decisions.setAside.why, notForUs.options.map((why) => [why, reports.setAside[why]] as const)]
  return (
    <>
      <ChooseOne {...held("why")} label={label} options={options} />
      {reason(decisions.optionalWords)}
    </>
  )
}
