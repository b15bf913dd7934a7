import { Select } from "@candour/web/components/select.tsx"
import { WarningText } from "@candour/web/components/text.tsx"
import type { FC } from "hono/jsx"
import { en as words } from "../messages.ts"
import type { ReportRow } from "../report/find-report.ts"
import { Decision, Group, OnePress, SealedWords } from "./form.tsx"
import { fieldName } from "./form-names.ts"
import { MESSAGE_TEMPLATES } from "./message-templates.ts"
import { en } from "./messages.ts"
import type { NextDecisions } from "./next-decisions.ts"

/** Writing to the reporter, and what is recorded of what they want. */
export const ConversationForms: FC<{ next: NextDecisions; row: ReportRow }> = ({ next, row }) => (
  <Group title={en.conversation} id="conversation-title">
    {next.message && (
      <Decision kind="messaged" title={en.message.title} button={en.message.button}>
        {row.mayReply === "careful" && <WarningText>{en.message.careful}</WarningText>}
        {row.language === "cy" && <p class="govuk-body">{en.message.welsh}</p>}
        <Select
          name={fieldName("messaged", undefined, "template")}
          label={en.message.template}
          options={[
            { value: "", label: en.message.ownWords },
            ...MESSAGE_TEMPLATES.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <SealedWords kind="messaged" label={en.message.words} hint={en.message.hint} rows={6} />
        <div id="message-warnings" role="status" />
      </Decision>
    )}
    {next.messagesWaitForLead && <p class="govuk-body">{en.refusals["needs-lead"]}</p>}
    {next.simple.has("message-allowed") && <OnePress kind="message-allowed" button={en.message.allowMore} unsealed />}
    {next.answerDispute && (
      <Decision kind="dispute-answered" title={en.dispute.title} button={en.dispute.button} open={row.disputed}>
        <p class="govuk-body">{en.dispute.text}</p>
        <SealedWords kind="dispute-answered" label={en.dispute.words} />
      </Decision>
    )}
    {next.release && (
      <Decision kind="stage-released" title={en.release.title} button={en.release.button} unsealed>
        <p class="govuk-body">{en.release.text(words.stages[next.release])}</p>
        <input type="hidden" name={fieldName("stage-released", undefined, "stage")} value={next.release} />
      </Decision>
    )}
    {next.simple.has("withdrawn") && (
      <Decision kind="withdrawn" title={en.withdrawn.title} button={en.withdrawn.button}>
        <p class="govuk-body">{en.withdrawn.text}</p>
        <SealedWords kind="withdrawn" label={en.optionalWords} />
      </Decision>
    )}
  </Group>
)
