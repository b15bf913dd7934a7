import type { Language } from "@candour/domain/contact.ts"
import { asset } from "@candour/web/assets.ts"
import { FormGroup, Hint, Label } from "@candour/web/components/field.tsx"
import type { FC } from "hono/jsx"
import { evidenceMessages } from "./messages.ts"

/** The name of the field, whose files a form without script posts. */
const FILES_FIELD = "files"

/**
 * Asks for files, inside a form of `enctype="multipart/form-data"`, after every other field of it. With script
 * (`wireFilePicker`) they are cleaned, listed and sent sealed; without, the form brings them.
 */
export const FilePicker: FC<{ lang: Language }> = ({ lang }) => {
  const words = evidenceMessages[lang]
  return (
    <div
      data-file-picker
      data-lang={lang}
      data-script={asset("evidence.js")}
      data-pdf={asset("pdf.js")}
      data-office={asset("office.js")}
      data-media={asset("media.js")}
    >
      <FormGroup>
        <Label for={FILES_FIELD}>{words.label}</Label>
        <Hint id={`${FILES_FIELD}-hint`}>
          <span data-without-script>{words.noScriptHint}</span>
          <span data-with-script hidden>
            {words.hint}
          </span>{" "}
          <strong>{words.shared}</strong>
        </Hint>
        <p class="govuk-error-message" id={`${FILES_FIELD}-error`} data-file-problem role="alert" hidden />
        <input
          class="govuk-file-upload candour-file-input"
          id={FILES_FIELD}
          name={FILES_FIELD}
          type="file"
          multiple
          aria-describedby={`${FILES_FIELD}-hint`}
        />
        <p class="govuk-body govuk-visually-hidden" data-file-said role="status" />
        <ul class="govuk-list candour-files" data-file-list aria-label={words.chosen} hidden />
      </FormGroup>
    </div>
  )
}
