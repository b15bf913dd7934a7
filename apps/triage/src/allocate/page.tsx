import { asTenant } from "@candour/database/as.ts"
import { stopIfNear } from "@candour/database/nearness.ts"
import { type Day, dayOf } from "@candour/domain/day.ts"
import { referenceOf } from "@candour/domain/reference.ts"
import { NATIONAL_DESK, type Tenant } from "@candour/domain/tenant.ts"
import type { SignedIn } from "@candour/identity/sessions.ts"
import { Button } from "@candour/web/components/button.tsx"
import { WarningText } from "@candour/web/components/text.tsx"
import { TextInput } from "@candour/web/components/text-input.tsx"
import { Textarea } from "@candour/web/components/textarea.tsx"
import { formatDay, formatShortDay } from "@candour/web/language.ts"
import type { FC } from "hono/jsx"
import { decidesReports } from "../desk/who-may.ts"
import { KeysDialog } from "../keys/dialog.tsx"
import { DangerTag, DueText } from "../queue/table.tsx"
import { type FoundReport, findReport } from "../report/find-report.ts"
import { Said } from "../report/said.tsx"
import type { Services, StaffContext } from "../services.ts"
import { type DeskSetting, settingOf } from "../settings/setting.ts"
import { DeskPage, deskName } from "../shell.tsx"
import { openDesks } from "../transfer/desks.ts"
import { type AllocationRow, listAllocation, MOST_SHOWN } from "./list-allocation.ts"
import { type AllocationReason, en } from "./messages.ts"

/** What the national desk has to allocate, the report of the address or the first one beside the list. */
export const showAllocation =
  ({ database, clock }: Services) =>
  async (c: StaffContext) => {
    const who = c.get("who")
    if (who.tenant !== NATIONAL_DESK || !decidesReports(who)) return c.notFound()
    const today = dayOf(clock.now())
    const found = await asTenant(database, who.tenant, async (transaction) => {
      const rows = await listAllocation(transaction, who.person, today)
      const row = rows.find(({ id }) => id === c.req.query("report")) ?? rows[0]
      return {
        rows,
        row,
        report: row && (await findReport(transaction, row.id)),
        desks: await openDesks(transaction, who.tenant),
        setting: await settingOf(transaction, who.tenant),
      }
    })
    const { row, report } = found
    // To look at it here is to try, as on its own page: its lead is told, and that page says the rest.
    if (row && (await stopIfNear(database, who.tenant, row.id, who.person))) return c.redirect(`/report/${row.id}`)
    const beside = row && report && { row, report, desks: found.desks, opening: found.setting.opening }
    return c.html(<AllocationPage who={who} rows={found.rows} beside={beside} today={today} />)
  }

interface Beside {
  row: AllocationRow
  report: FoundReport
  desks: readonly Tenant[]
  opening: DeskSetting["opening"]
}

interface AllocationPageProps {
  who: SignedIn
  rows: readonly AllocationRow[]
  beside: Beside | undefined
  today: Day
}

const addressOf = ({ id }: Pick<AllocationRow, "id">) => `/allocate?report=${id}`

const OWN_KEYS = [
  { keys: ["1", "9"], words: en.keys.toForce, between: " to " },
  { keys: ["f"], words: en.keys.find },
  { keys: ["a"], words: en.keys.keep },
]

const AllocationPage: FC<AllocationPageProps> = ({ who, rows, beside, today }) => {
  const shown = rows.slice(0, MOST_SHOWN)
  const next = beside && shown[(shown.findIndex(({ id }) => id === beside.row.id) + 1) % shown.length]
  return (
    <DeskPage who={who} title={en.title} current="allocate" script="allocate.js">
      <h1 class="govuk-heading-l">{en.title}</h1>
      <p class="govuk-body" id="before" role="status" />
      {beside === undefined ? (
        <p class="govuk-body-l">{en.none}</p>
      ) : (
        <div
          id="allocate"
          data-needs-script
          data-id={beside.row.id}
          data-number={beside.row.lastNumber}
          data-next={next && next.id !== beside.row.id ? addressOf(next) : "/allocate"}
        >
          <p class="govuk-body">{en.what}</p>
          <div class="govuk-grid-row">
            <div class="govuk-grid-column-two-thirds">
              <Report {...beside} who={who} today={today} />
            </div>
            <nav class="govuk-grid-column-one-third" aria-labelledby="waiting-title">
              <h2 class="govuk-heading-m" id="waiting-title">
                {en.queue} <span class="govuk-hint">{en.waiting(shown.length)}</span>
              </h2>
              <ol class="govuk-list candour-allocation">
                {shown.map((row) => (
                  <Waiting row={row} today={today} isBeside={row.id === beside.row.id} />
                ))}
              </ol>
              {rows.length > MOST_SHOWN && <p class="govuk-hint">{en.more(MOST_SHOWN)}</p>}
            </nav>
          </div>
        </div>
      )}
      <KeysDialog own={OWN_KEYS} />
    </DeskPage>
  )
}

const Waiting: FC<{ row: AllocationRow; today: Day; isBeside: boolean }> = ({ row, today, isBeside }) => (
  <li class={isBeside ? "candour-allocation__beside" : undefined}>
    <a
      class="govuk-link govuk-link--no-visited-state candour-reference"
      href={addressOf(row)}
      aria-current={isBeside ? "true" : undefined}
    >
      {referenceOf(row.id)}
    </a>{" "}
    <DangerTag urgency={row.urgency} danger={row.danger} />
    <div class="govuk-body-s">
      {en.reasons[row.why]} {row.candidates.length > 0 && `${names(row.candidates)}. `}
      {en.since(formatShortDay(row.day, "en"))}. {en.due}: <DueText due={row.due} today={today} />
    </div>
  </li>
)

const names = (forces: readonly Tenant[]) => forces.map(deskName).join(", ")

/** The sentence that says why it mustn't go to a force without a second thought. */
const mustNot = (why: AllocationReason, force: Tenant): string | undefined =>
  (en.mustNot as Partial<Record<AllocationReason, (force: string) => string>>)[why]?.(deskName(force))

const Report: FC<Beside & { who: SignedIn; today: Day }> = ({ row, report, desks, opening, who, today }) => {
  const reportRow = report.row
  if (reportRow === undefined) return null
  return (
    <>
      <h2 class="govuk-heading-m">
        <span class="candour-reference">{referenceOf(row.id)}</span>{" "}
        <DangerTag urgency={row.urgency} danger={row.danger} />
      </h2>
      <p class="govuk-body">
        <strong>{en.reasons[row.why]}</strong> {row.from && en.from(deskName(row.from))}
        {row.candidates.length > 0 &&
          (row.concerned.length > 0 ? en.about(names(row.candidates)) : en.maybe(names(row.candidates)))}
      </p>
      <p class="govuk-body">
        {en.received}: {formatDay(row.day, "en")} · {en.due}: <DueText due={row.due} today={today} />
      </p>
      {row.concerned.map((force) => (
        <WarningText>{mustNot(row.why, force)}</WarningText>
      ))}
      <Said row={reportRow} who={who} people={report.people} opening={opening} />
      <Send row={row} desks={desks} />
      <p class="govuk-body">
        <a class="govuk-link" href={`/report/${row.id}`}>
          {en.everything}
        </a>
      </p>
    </>
  )
}

/** Where it goes: the forces that routing thought of under a key each, any other by its name, or nowhere. */
const Send: FC<{ row: AllocationRow; desks: readonly Tenant[] }> = ({ row, desks }) => {
  const byName = desks.toSorted((one, other) => deskName(one).localeCompare(deskName(other), "en"))
  const choice = (force: Tenant) => ({
    "data-to": force,
    "data-name": deskName(force),
    // Which force the reporter chose against isn't kept: so it may be any.
    "data-must-not":
      row.concerned.includes(force) || row.why === "reporter-chose-desk" ? mustNot(row.why, force) : undefined,
  })
  return (
    <section id="send" data-needs-open="" hidden aria-labelledby="send-title">
      <h2 class="govuk-heading-m" id="send-title" tabindex={-1}>
        {en.which}
      </h2>
      <div id="send-problem" role="alert" />
      {row.candidates.length > 0 && (
        <>
          <h3 class="govuk-heading-s">{en.candidates}</h3>
          <ol class="govuk-list candour-send">
            {row.candidates.map((force, index) => (
              <li>
                {desks.includes(force) ? (
                  <button
                    class="govuk-button govuk-button--secondary"
                    type="button"
                    {...choice(force)}
                    data-key={index + 1}
                  >
                    <kbd>{index + 1}</kbd> {deskName(force)}
                  </button>
                ) : (
                  <p class="govuk-body">
                    {deskName(force)}: {en.notOpen}
                  </p>
                )}
              </li>
            ))}
          </ol>
        </>
      )}
      <form id="find-desk" method="dialog">
        <TextInput name="desk" label={en.find} hint={en.findHint} width={20} />
        <p class="govuk-body" id="desks-found" role="status" />
        <ul class="govuk-list candour-send" id="desks">
          {byName.map((force) => (
            <li hidden>
              <button class="govuk-button govuk-button--secondary" type="button" {...choice(force)}>
                {deskName(force)}
              </button>
            </li>
          ))}
        </ul>
      </form>
      <Textarea name="reason" label={en.reason} hint={en.reasonHint} rows={2} value={en.prefilled[row.why]} />
      <Button kind="secondary" type="button" id="keep">
        {en.keep} <kbd>a</kbd>
      </Button>
      <dialog class="candour-keys" id="sure" aria-labelledby="sure-title">
        <h2 class="govuk-heading-m" id="sure-title" tabindex={-1}>
          {en.which}
        </h2>
        <p class="govuk-body" id="sure-why" />
        <form method="dialog" class="govuk-button-group">
          <Button value="no">{en.sureNo}</Button>
          <Button kind="warning" value="yes" id="sure-yes">
            {" "}
          </Button>
        </form>
      </dialog>
    </section>
  )
}
