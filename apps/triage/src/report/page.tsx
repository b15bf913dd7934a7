import { asTenant } from "@candour/database/as.ts"
import { noLeadMay, stopIfNear, whoIsNear } from "@candour/database/nearness.ts"
import { type Day, dayOf } from "@candour/domain/day.ts"
import { referenceOf } from "@candour/domain/reference.ts"
import type { SignedIn } from "@candour/identity/sessions.ts"
import { InsetText, Tag } from "@candour/web/components/text.tsx"
import { formatMoment } from "@candour/web/format-moment.ts"
import { formatDay } from "@candour/web/language.ts"
import type { FC } from "hono/jsx"
import { Decisions } from "../decide/decisions.tsx"
import { actorOf, nextDecisions } from "../decide/next-decisions.ts"
import { inboxForScript } from "../desk/people.tsx"
import { decidesReports } from "../desk/who-may.ts"
import { reportOf } from "../json.ts"
import { KeysDialog } from "../keys/dialog.tsx"
import { listLinks } from "../link/list-links.ts"
import { LinksSection } from "../link/section.tsx"
import { en as words } from "../messages.ts"
import { StoppedPage } from "../near/stopped-page.tsx"
import { DueText, holderName } from "../queue/table.tsx"
import type { Services, StaffContext } from "../services.ts"
import { settingOf } from "../settings/setting.ts"
import { DeskPage, deskName } from "../shell.tsx"
import { TitleForm } from "../title/title-form.tsx"
import { desksThatRestrict, openDesks } from "../transfer/desks.ts"
import { usualDecisions } from "../usual/usual-decision.ts"
import { Clocks } from "./clocks.tsx"
import { Facts } from "./facts.tsx"
import { type FoundReport, findReport, type ReportRow } from "./find-report.ts"
import { History } from "./history.tsx"
import { en } from "./messages.ts"
import { Said } from "./said.tsx"

/** A report: what is known in the clear, what was said once it is opened, what may follow, and its history. */
export const showReport =
  ({ database, clock }: Services) =>
  async (c: StaffContext) => {
    const who = c.get("who")
    const id = reportOf(c)
    if (id === undefined) return c.notFound()
    // To come here is to try: the lead is told before anything is shown.
    const near = await stopIfNear(database, who.tenant, id, who.person)
    const found = await asTenant(database, who.tenant, async (transaction) => {
      const report = await findReport(transaction, id)
      if (report === undefined) return undefined
      const isLead = who.roles.includes("lead")
      const desks = await openDesks(transaction, who.tenant)
      return {
        report,
        desks,
        restrictedAt: await desksThatRestrict(transaction, id, who.person),
        setting: await settingOf(transaction, who.tenant),
        usual: await usualDecisions(transaction),
        links: report.row && (await listLinks(transaction, report.row, who.person)),
        near: isLead ? await whoIsNear(transaction, who.person, id) : [],
        noLead: !isLead && (await noLeadMay(transaction, id)),
      }
    })
    if (found === undefined) return c.notFound()
    const { report, desks, setting, usual, links } = found
    const { row } = report
    if (row === undefined || links === undefined) return c.html(<Stub who={who} report={report} />)

    if (near !== undefined) return c.html(<StoppedPage who={who} report={report} near={found.near} />)

    const today = dayOf(clock.now())
    const inbox = c.get("inbox")
    const next = nextDecisions(report, row, { ...actorOf(who), noLeadMay: found.noLead }, desks)
    const mayDecide = decidesReports(who)
    const last = report.events.at(-1)?.number ?? 0
    return c.html(
      <DeskPage who={who} title={referenceOf(report.id)} current="queue" script="report.js">
        <div
          id="report"
          data-needs-script
          data-id={report.id}
          data-number={last}
          data-today={today}
          data-force={deskName(who.tenant)}
          data-received={formatDay(row.day, "en")}
          data-ticked={row.categories.map((each) => words.categories[each]).join(", ")}
          data-lead={who.roles.includes("lead") ? "" : undefined}
        >
          <Top row={row} today={today} report={report} person={who.person} mayDecide={mayDecide} />
          <p class="govuk-body" id="before" role="status" />
          <p class="govuk-body candour-strong" id="presence" role="status" />
          <p class="govuk-body-l candour-strong" id="title-shown" data-needs-open="" />
          <div class="govuk-grid-row">
            <div class="govuk-grid-column-two-thirds">
              <Said row={row} who={who} people={report.people} opening={setting.opening} />
              {mayDecide && <TitleForm row={row} />}
              <section aria-labelledby="thread-title" data-needs-open="">
                <h2 class="govuk-heading-m" id="thread-title">
                  {en.thread.title}
                </h2>
                <ol class="govuk-list" id="thread" />
              </section>
              <Decisions {...{ next, report, row, who, usual }} near={found.near} restrictedAt={found.restrictedAt} />
              <LinksSection
                links={links}
                mayLink={next.simple.has("linked")}
                nameOf={(id) => report.people.get(id)?.shownName ?? words.unknownPerson}
                inbox={inbox && inboxForScript(inbox)}
              />
            </div>
            <div class="govuk-grid-column-one-third">
              <Facts row={row} />
              <Clocks report={report} row={row} limits={setting.limits} today={today} />
              <History report={report} />
            </div>
          </div>
        </div>
        <KeysDialog />
      </DeskPage>,
    )
  }

/** The reference with its stage, and danger first where nobody has acted. */
const Top: FC<{ row: ReportRow; today: Day; report: FoundReport; person: string; mayDecide: boolean }> = ({
  row,
  today,
  report,
  person,
  mayDecide,
}) => (
  <div id="top">
    {row.urgency === 0 && row.stage !== "closed" && (
      <section class="candour-danger" aria-label={en.fact.danger}>
        <p class="govuk-body candour-strong">{en.inDanger}</p>
        {row.dangerHour && (
          <p class="govuk-body">
            {en.dangerSince(formatMoment(row.dangerHour))} {mayDecide && en.dangerSayBelow}
          </p>
        )}
      </section>
    )}
    {row.disputed && (
      <InsetText>
        <strong>{en.disputed}</strong>
      </InsetText>
    )}
    <h1 class="govuk-heading-l">
      <span class="candour-reference">{referenceOf(row.id)}</span>{" "}
      <Tag colour={row.stage === "closed" ? "grey" : undefined}>{words.stages[row.stage]}</Tag>
    </h1>
    <p class="govuk-body">
      {row.stage !== "closed" && (
        <>
          {en.fact.due}: <DueText due={row.due} today={today} /> ·{" "}
        </>
      )}
      {en.fact.holder}: {holderName(row.holder, namesIn(report), person)}
    </p>
  </div>
)

const namesIn = ({ people }: FoundReport) => new Map([...people].map(([id, { shownName }]) => [id, shownName]))

/** What the old desk keeps of a report that has moved on. */
const Stub: FC<{ who: SignedIn; report: FoundReport }> = ({ who, report }) => {
  const moved = report.events.findLast((event) => event.kind === "transferred")
  return (
    <DeskPage who={who} title={referenceOf(report.id)} current="queue">
      <h1 class="govuk-heading-l">
        <span class="candour-reference">{referenceOf(report.id)}</span> <Tag colour="grey">{en.moved}</Tag>
      </h1>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <InsetText>
            <p class="govuk-body candour-strong">
              {moved?.kind === "transferred" && en.stub.title(deskName(moved.detail.to))}
            </p>
            <p class="govuk-body">{en.stub.text}</p>
          </InsetText>
          <History report={report} />
        </div>
      </div>
    </DeskPage>
  )
}
