import { asNational } from "@candour/database/as.ts"
import { alarmCheck } from "@candour/database/schema.ts"
import { Button } from "@candour/web/components/button.tsx"
import { Pagination } from "@candour/web/components/pagination.tsx"
import { type Column, Table } from "@candour/web/components/table.tsx"
import { InsetText, WarningText } from "@candour/web/components/text.tsx"
import { formatCount } from "@candour/web/format-count.ts"
import { formatMoment } from "@candour/web/format-moment.ts"
import type { Child, FC } from "hono/jsx"
import { z } from "zod"
import { knownDeskName } from "../desk-name.ts"
import type { Services, StaffContext } from "../services.ts"
import { NationalPage, type NationalPageProps } from "../shell.tsx"
import { type Alarm, endedAlarms, openAlarms, PAGE_ROWS } from "./list-alarms.ts"
import { en } from "./messages.ts"

/** Milliseconds after which a look at the desks is late: three were left out. */
export const LATE_LOOK = 15 * 60_000

const skipped = z.coerce.number().int().min(0).max(100_000)

/** Shows every alarm, those that stand first. */
export const showAlarms =
  ({ database, clock, send }: Services) =>
  async (c: StaffContext) => {
    const skip = skipped.safeParse(c.req.query("from") ?? "0").data ?? 0
    const found = await asNational(database, async (transaction) => ({
      open: await openAlarms(transaction),
      ended: await endedAlarms(transaction, skip),
      checked: (await transaction.select().from(alarmCheck))[0]?.at,
    }))
    return c.html(<AlarmsPage who={c.get("who")} {...found} skip={skip} now={clock.now()} mails={send !== undefined} />)
  }

interface AlarmsPageProps extends Pick<NationalPageProps, "who"> {
  open: readonly Alarm[]
  ended: readonly Alarm[]
  /** The place of the first that has ended. */
  skip: number
  /** When the desks were last looked at. */
  checked: Date | undefined
  now: Date
  /** Whether a mail server is set up. */
  mails: boolean
}

const AlarmsPage: FC<AlarmsPageProps> = ({ who, open, ended, skip, checked, now, mails }) => (
  <NationalPage who={who} current="alarms" title={en.title}>
    <h1 class="govuk-heading-xl">{en.title}</h1>
    {checked !== undefined && now.getTime() - checked.getTime() > LATE_LOOK && (
      <WarningText>{en.late(formatMoment(checked))}</WarningText>
    )}
    {!mails && <InsetText>{en.noMail}</InsetText>}
    <p class="govuk-body candour-prose">{en.why}</p>
    <p class="govuk-body">
      {checked === undefined ? en.unchecked : en.checked(formatMoment(checked))}{" "}
      <a class="govuk-link" href="/alarms/limits">
        {en.limitsLink}
      </a>
    </p>
    <h2 class="govuk-heading-l">{en.open}</h2>
    {open.length === 0 ? (
      <p class="govuk-body">{en.noneOpen}</p>
    ) : (
      <Table
        blocks
        caption={en.open}
        captionSize="hidden"
        rowHeaders
        columns={[...COLUMNS, { title: en.columns.owner }, { title: en.columns.entries, numeric: true }]}
        rows={open.map((alarm) => [
          ...cellsOf(alarm),
          alarm.owner?.name ?? <TakeForm alarm={alarm} />,
          formatCount(alarm.entries),
        ])}
      />
    )}
    <h2 class="govuk-heading-l">{en.ended}</h2>
    {ended.length === 0 ? (
      <p class="govuk-body">{en.noneEnded}</p>
    ) : (
      <Table
        blocks
        caption={en.ended}
        captionSize="hidden"
        rowHeaders
        columns={[
          ...COLUMNS,
          { title: en.columns.ended },
          { title: en.columns.owner },
          { title: en.columns.entries, numeric: true },
        ]}
        rows={ended
          .slice(0, PAGE_ROWS)
          .map((alarm) => [
            ...cellsOf(alarm),
            alarm.ended && formatMoment(alarm.ended),
            alarm.owner?.name ?? en.nobody,
            formatCount(alarm.entries),
          ])}
      />
    )}
    <Pagination
      previous={skip > 0 ? `/alarms?from=${Math.max(0, skip - PAGE_ROWS)}` : undefined}
      next={ended.length > PAGE_ROWS ? `/alarms?from=${skip + PAGE_ROWS}` : undefined}
    />
  </NationalPage>
)

const COLUMNS: Column[] = [{ title: en.columns.desk }, { title: en.columns.what }, { title: en.columns.raised }]

/** The address of an alarm's own page. */
export const alarmAddress = ({ tenant, number }: Pick<Alarm, "tenant" | "number">): string =>
  `/alarms/${tenant}/${number}`

const cellsOf = (alarm: Alarm): Child[] => [
  knownDeskName(alarm.tenant),
  <a class="govuk-link" href={alarmAddress(alarm)}>
    {en.causes[alarm.what]}
    <span class="govuk-visually-hidden">: {knownDeskName(alarm.tenant)}</span>
  </a>,
  formatMoment(alarm.raised),
]

/** The button by which somebody takes an alarm on. */
export const TakeForm: FC<{ alarm: Alarm }> = ({ alarm }) => (
  <form class="candour-settle" method="post" action={`${alarmAddress(alarm)}/take`}>
    <input type="hidden" name="seen" value={String(alarm.entries)} />
    <Button kind="secondary">
      {en.take}
      <span class="govuk-visually-hidden">{en.which(knownDeskName(alarm.tenant), en.causes[alarm.what])}</span>
    </Button>
  </form>
)
