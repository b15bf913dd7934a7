import { milestone, pauseReason } from "@candour/domain/event.ts"
import type { FC } from "hono/jsx"
import type { ReportRow } from "../report/find-report.ts"
import { en as report } from "../report/messages.ts"
import { ChooseOne, Decision, Group, OnePress, SealedWords } from "./form.tsx"
import { fieldName } from "./form-names.ts"
import { en } from "./messages.ts"
import type { NextDecisions } from "./next-decisions.ts"

/** What starts, meets or stops a clock beside the decisions themselves. */
export const ClockForms: FC<{ next: NextDecisions; row: ReportRow }> = ({ next: { simple }, row }) => {
  const { clocks } = en
  return (
    <Group title={clocks.title} id="clock-forms-title">
      {simple.has("acknowledged") && <OnePress kind="acknowledged" button={clocks.acknowledge} unsealed />}
      {simple.has("milestone") && (
        <Decision kind="milestone" title={clocks.milestone} button={clocks.milestoneButton}>
          <ChooseOne
            name={fieldName("milestone", undefined, "which")}
            label={clocks.which}
            options={milestone.options.map((each) => [each, report.event.milestones[each]] as const)}
          />
          <SealedWords kind="milestone" label={en.optionalWords} />
        </Decision>
      )}
      {simple.has("reviewed") && row.stage !== "closed" && (
        <Decision kind="reviewed" title={clocks.review} button={clocks.reviewButton}>
          <SealedWords kind="reviewed" label={clocks.keepOpen} />
        </Decision>
      )}
      {simple.has("paused") && (
        <Decision kind="paused" title={clocks.pause} button={clocks.pauseButton}>
          <p class="govuk-body">{clocks.pauseText}</p>
          <ChooseOne
            name={fieldName("paused", undefined, "why")}
            label={clocks.why}
            options={pauseReason.options.map((why) => [why, report.paused[why]] as const)}
          />
          <SealedWords kind="paused" label={en.optionalWords} />
        </Decision>
      )}
      {simple.has("resumed") && <OnePress kind="resumed" button={clocks.resume} unsealed />}
    </Group>
  )
}
