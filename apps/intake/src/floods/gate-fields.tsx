import type { Language } from "@candour/domain/contact.ts"
import { UNREMEMBERED } from "@candour/web/components/field.tsx"
import { TextInput } from "@candour/web/components/text-input.tsx"
import type { FC } from "hono/jsx"
import type { Posted } from "../posted-form.ts"
import { GATE_FIELDS } from "./field-names.ts"
import { messages } from "./messages.ts"

interface GateFieldsProps {
  lang: Language
  /** From the gate, for this form alone. */
  challenge: string
  /** What was posted before: a box that was filled is shown, to be emptied. */
  posted?: Posted
}

/** What the gate needs in a form: nothing that anybody sees, hears or fills in, unless a program has. */
export const GateFields: FC<GateFieldsProps> = ({ lang, challenge, posted = {} }) => {
  const filled = posted[GATE_FIELDS.filled]?.[0]
  const words = messages[lang]
  return (
    <>
      <input type="hidden" name={GATE_FIELDS.challenge} value={challenge} autocomplete="off" />
      {filled ? (
        <>
          <input type="hidden" name={GATE_FIELDS.asked} value="yes" autocomplete="off" />
          <TextInput name={GATE_FIELDS.filled} label={words.empty} hint={words.emptyHint} value={filled} />
        </>
      ) : (
        <div class="candour-empty" aria-hidden="true">
          <label for={GATE_FIELDS.filled}>{words.empty}</label>
          <input id={GATE_FIELDS.filled} name={GATE_FIELDS.filled} type="text" tabindex={-1} {...UNREMEMBERED} />
        </div>
      )}
    </>
  )
}
