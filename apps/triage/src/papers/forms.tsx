import { exportFormat, paper } from "@candour/domain/event.ts"
import type { FC } from "hono/jsx"
import { ChooseOne, Decision, SealedWords } from "../decide/form.tsx"
import { fieldName } from "../decide/form-names.ts"
import type { NextDecisions } from "../decide/next-decisions.ts"
import type { FoundReport } from "../report/find-report.ts"
import { en } from "./messages.ts"

/** Printing, and taking a report out of Candour by two people. */
export const PaperForms: FC<{ next: NextDecisions; report: FoundReport }> = ({ next, report }) => (
  <>
    {next.simple.has("printed") && (
      <Decision kind="printed" title={en.print} button={en.printButton}>
        <ChooseOne
          name={fieldName("printed", undefined, "paper")}
          label={en.which}
          hint={en.printHint}
          options={paper.options.map((each) => [each, en.papers[each]] as const)}
        />
      </Decision>
    )}
    {next.exportsToAllow.map((asked) => (
      <Decision kind="export-allowed" target={asked} title={en.allow(asked)} button={en.allowButton} open>
        <p class="govuk-body">{en.allowText}</p>
        <div class="candour-said" data-words-of={asked} />
      </Decision>
    ))}
    {next.exportsToTake.map((asked) => (
      <Decision kind="exported" target={asked} title={en.take(asked)} button={en.takeButton} open>
        <p class="govuk-body">{en.takeText}</p>
        <input type="hidden" name={fieldName("exported", asked, "format")} value={formatOf(report, asked)} />
      </Decision>
    ))}
    {next.simple.has("export-asked") && (
      <Decision kind="export-asked" title={en.ask} button={en.askButton}>
        <ChooseOne
          name={fieldName("export-asked", undefined, "format")}
          label={en.format}
          options={exportFormat.options.map((each) => [each, en.formats[each]] as const)}
        />
        <SealedWords kind="export-asked" label={en.why} />
      </Decision>
    )}
  </>
)

function formatOf({ events }: FoundReport, asked: number): string {
  const ask = events.find(({ number }) => number === asked)
  return ask?.kind === "export-asked" ? ask.detail.format : ""
}
