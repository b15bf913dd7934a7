import { Button } from "@candour/web/components/button.tsx"
import { TextInput } from "@candour/web/components/text-input.tsx"
import type { FC } from "hono/jsx"
import type { ReportRow } from "../report/find-report.ts"
import { en } from "./messages.ts"

/** The unit's own title of a report, once it is open in the browser: the page's script opens it and seals a new one. */
export const TitleForm: FC<{ row: ReportRow }> = ({ row }) => (
  <form
    id="title-form"
    class="candour-title-form"
    method="dialog"
    data-needs-open=""
    data-restricted={row.restrictedTo === null ? undefined : ""}
  >
    <div id="title-problem" role="alert" />
    <p class="govuk-body candour-strong" id="title-said" role="status" />
    <TextInput name="title" label={en.label} hint={row.restrictedTo === null ? en.hint : en.hintRestricted} />
    <Button kind="secondary">{en.button}</Button>
  </form>
)
