import type { SignedIn } from "@candour/identity/sessions.ts"
import { Button } from "@candour/web/components/button.tsx"
import { Radios } from "@candour/web/components/radios.tsx"
import { WarningText } from "@candour/web/components/text.tsx"
import type { FC } from "hono/jsx"
import { en as words } from "../messages.ts"
import type { DeskSetting } from "../settings/setting.ts"
import type { DeskPerson, ReportRow } from "./find-report.ts"
import { en } from "./messages.ts"
import { reasonsOf } from "./opening-reasons.ts"

/** Where what was said will stand: before it is opened, the button that records the opening first. */
export const Said: FC<{
  row: ReportRow
  who: SignedIn
  people: ReadonlyMap<string, DeskPerson>
  opening: DeskSetting["opening"]
}> = ({ row, who, people, opening }) => {
  const isAnothers = row.holder !== null && row.holder !== who.person && opening !== "unit"
  const holder = isAnothers ? row.holder : undefined
  const { said } = en
  return (
    <section id="said" aria-labelledby="said-title">
      <h2 class="govuk-heading-m" id="said-title" tabindex={-1}>
        {said.title}
      </h2>
      {row.mayReply === "careful" && <WarningText>{said.careful}</WarningText>}
      {row.mayReply === "no" && <p class="govuk-body">{said.noReply}</p>}
      {row.language === "cy" && <p class="govuk-body">{said.welsh}</p>}
      <noscript>
        <WarningText>{said.needsScript}</WarningText>
      </noscript>
      <div id="said-problem" role="alert" />
      <form id="open" method="dialog">
        <p class="govuk-body">{said.notOpen}</p>
        {holder == null ? (
          <input type="hidden" name="reason" value="own" />
        ) : (
          <Radios
            name="reason"
            legend={said.held(people.get(holder)?.shownName ?? words.unknownPerson)}
            size="s"
            small
            choices={reasonsOf(who).map((value) => ({ value, label: said.reason[value] }))}
          />
        )}
        <Button>{said.open}</Button>
      </form>
      <div id="words" hidden />
    </section>
  )
}
