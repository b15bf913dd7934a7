import type { Threat } from "@candour/domain/threat.ts"
import { Checkboxes } from "@candour/web/components/checkboxes.tsx"
import { InsetText } from "@candour/web/components/text.tsx"
import type { FC } from "hono/jsx"
import { THREATS } from "./assess-form.tsx"
import { ChooseOne, Decision, SealedWords } from "./form.tsx"
import { fieldName } from "./form-names.ts"
import { en } from "./messages.ts"

const { intelligence: words, check } = en
const entries = (names: Record<string, string>) => Object.entries(names)

/** Draft: the sanitised text, graded 3x5x2 with the trade's defaults; the script sets "information" by what was said. */
export const DraftForm: FC<{ open: boolean }> = ({ open }) => {
  const kind = "intelligence-drafted"
  const name = (field: string) => fieldName(kind, undefined, field)
  return (
    <Decision kind={kind} title={words.title} button={words.button} open={open}>
      <div class="candour-beside">
        <section aria-label={words.original}>
          <h4 class="govuk-heading-s">{words.original}</h4>
          <div class="candour-said candour-original" data-original="" tabindex={0} />
        </section>
        <div>
          <SealedWords kind={kind} label={words.text} hint={`${words.textHint} ${en.sealed}`} rows={10} />
          <div id="clean-warnings" role="status" />
        </div>
      </div>
      <div class="candour-columns">
        <ChooseOne name={name("source")} label={words.source} options={entries(words.sources)} value="2" />
        <ChooseOne
          name={name("information")}
          label={words.information}
          options={entries(words.informations)}
          value="D"
        />
        <ChooseOne name={name("handling")} label={words.handling} options={entries(words.handlings)} value="C" />
        <ChooseOne
          name={name("action")}
          label={words.action}
          options={[...entries(words.actions), ["none", words.noCode]]}
          value="A1"
        />
        <ChooseOne
          name={name("sanitising")}
          label={words.sanitising}
          options={[...entries(words.sanitisings), ["none", words.noCode]]}
          value="S2"
        />
      </div>
      <p class="govuk-body-s">{words.for}</p>
    </Decision>
  )
}

/** A second person reads the draft, which the script puts where `data-words-of` names it, and makes or returns it. */
export const CheckForms: FC<{ draft: number; assessed: { threat: Threat; others: Threat[] } | undefined }> = (
  props,
) => {
  const { draft, assessed } = props
  const made = "intelligence-made"
  return (
    <>
      <Decision kind={made} target={draft} title={check.title(draft)} button={check.make} open>
        <h4 class="govuk-heading-s">{check.text}</h4>
        <InsetText>
          <div class="candour-said" data-words-of={draft} />
        </InsetText>
        <div data-warnings-of={draft} role="status" />
        <p class="govuk-body">{check.ask}</p>
        <ChooseOne
          name={fieldName(made, draft, "threat")}
          label={en.assess.threat}
          options={THREATS}
          value={assessed?.threat}
        />
        <div class="candour-columns">
          <Checkboxes
            name={fieldName(made, draft, "others")}
            legend={en.assess.others}
            small
            choices={THREATS.map(([value, label]) => ({ value, label }))}
            values={assessed?.others}
          />
        </div>
      </Decision>
      <Decision kind="intelligence-returned" target={draft} title={check.returnTitle(draft)} button={check.return}>
        <SealedWords kind="intelligence-returned" target={draft} label={check.returnWords} />
      </Decision>
    </>
  )
}
