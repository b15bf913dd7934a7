import { referralGround } from "@candour/domain/event.ts"
import { sign } from "@candour/domain/sign.ts"
import { severity } from "@candour/domain/stage.ts"
import { threat } from "@candour/domain/threat.ts"
import { threatName } from "@candour/domain/threat-name.ts"
import { Button } from "@candour/web/components/button.tsx"
import { Checkboxes } from "@candour/web/components/checkboxes.tsx"
import { Fieldset } from "@candour/web/components/fieldset.tsx"
import { Radios } from "@candour/web/components/radios.tsx"
import { TextInput } from "@candour/web/components/text-input.tsx"
import type { FC } from "hono/jsx"
import { en as words } from "../messages.ts"
import { ChooseOne, Decision, SealedWords } from "./form.tsx"
import { fieldName } from "./form-names.ts"
import { en } from "./messages.ts"

/** Threats as the forms offer them. */
export const THREATS = threat.options.map((each) => [each, threatName[each]] as const)

const kind = "assessed"
const name = (field: string) => fieldName(kind, undefined, field)

/** Assess: threats, severity if proved, how many people concerned, and whether it must go to the IOPC. */
export const AssessForm: FC<{ open: boolean }> = ({ open }) => (
  <Decision kind={kind} title={en.assess.title} button={en.assess.button} open={open}>
    <ChooseOne name={name("threat")} label={en.assess.threat} options={THREATS} />
    {/* Most reports have none: folded, the keyboard passes them in one press. */}
    <details class="govuk-details" id={name("others-fold")}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{en.assess.othersFold}</span>
      </summary>
      <div class="govuk-details__text candour-columns">
        <Checkboxes
          name={name("others")}
          legend={en.assess.others}
          small
          choices={THREATS.map(([value, label]) => ({ value, label }))}
        />
      </div>
    </details>
    <Radios
      name={name("severity")}
      legend={en.assess.severity}
      hint={en.assess.severityHint}
      small
      choices={severity.options.map((value) => ({ value, label: words.severities[value] }))}
    />
    <TextInput
      name={name("persons")}
      label={en.assess.persons}
      hint={en.assess.personsHint}
      inputmode="numeric"
      width={2}
    />
    <div class="candour-grounds">
      <Fieldset name={name("grounds")} legend={en.grounds.legend} hint={en.grounds.hint} size="s">
        {referralGround.options.map((ground) => (
          <Radios
            name={name(`ground-${ground}`)}
            legend={en.grounds.long[ground]}
            inline
            small
            choices={Object.entries(en.grounds.answers).map(([value, label]) => ({ value, label }))}
          />
        ))}
        <div data-no-to-others>
          <Button type="button" kind="secondary">
            {en.grounds.noToOthers}
          </Button>
          <p class="govuk-hint" role="status" />
        </div>
      </Fieldset>
    </div>
    <Checkboxes
      name={name("signs")}
      legend={en.assess.signs}
      hint={en.assess.signsHint}
      small
      choices={sign.options.map((value) => ({ value, label: en.assess.sign[value] }))}
    />
    <Checkboxes
      name={name("danger")}
      legend={en.assess.also}
      small
      choices={[{ value: "yes", label: en.assess.danger }]}
    />
    <Checkboxes
      name={name("conflict")}
      legend={en.assess.conflictLegend}
      hint={en.assess.conflictHint}
      small
      choices={[{ value: "yes", label: en.assess.conflict }]}
    />
    <SealedWords kind={kind} />
  </Decision>
)
