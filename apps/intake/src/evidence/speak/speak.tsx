import type { Language } from "@candour/domain/contact.ts"
import { Button } from "@candour/web/components/button.tsx"
import type { FC } from "hono/jsx"
import { speakMessages } from "./messages.ts"

/** Lets one speak instead of type, beside a file picker (`wireSpeak`). Hidden until the script is there. */
export const Speak: FC<{ lang: Language }> = ({ lang }) => {
  const words = speakMessages[lang]
  return (
    <section class="candour-speak" data-speak data-lang={lang} hidden aria-labelledby="speak-title">
      <h2 class="govuk-heading-s" id="speak-title">
        {words.heading}
      </h2>
      <p class="govuk-body">{words.text}</p>
      <div class="govuk-checkboxes govuk-checkboxes--small">
        <div class="govuk-checkboxes__item">
          <input
            class="govuk-checkboxes__input"
            id="speak-change"
            type="checkbox"
            checked
            data-speak-change
            aria-describedby="speak-change-hint"
          />
          <label class="govuk-label govuk-checkboxes__label" for="speak-change">
            {words.change}
          </label>
          <div class="govuk-hint govuk-checkboxes__hint" id="speak-change-hint">
            {words.changeHint}
          </div>
        </div>
      </div>
      <p class="govuk-body" data-speak-said role="status" />
      <div class="govuk-button-group" data-speak-buttons>
        <Button type="button" kind="secondary" id="speak-record">
          {words.record}
        </Button>
        <Button type="button" kind="warning" id="speak-stop" hidden>
          {words.stop}
        </Button>
        <Button type="button" kind="secondary" id="speak-play" hidden>
          {words.play}
        </Button>
        <Button type="button" kind="secondary" id="speak-use" hidden>
          {words.use}
        </Button>
        <Button type="button" kind="secondary" id="speak-again" hidden>
          {words.again}
        </Button>
      </div>
    </section>
  )
}
