import { asNational } from "@candour/database/as.ts"
import { type Day, dayOf, daysBetween } from "@candour/domain/day.ts"
import { NATIONAL_DESK } from "@candour/domain/tenant.ts"
import { type Heartbeat, heartbeats, type WaitBand, waitBand } from "@candour/figures/heartbeats.ts"
import { forces, isForce } from "@candour/routing/directory.ts"
import { Table } from "@candour/web/components/table.tsx"
import { Tag } from "@candour/web/components/text.tsx"
import { formatCount } from "@candour/web/format-count.ts"
import { formatDay, formatShortDay } from "@candour/web/language.ts"
import type { Child, FC } from "hono/jsx"
import { deskName } from "../desk-name.ts"
import type { Services, StaffContext } from "../services.ts"
import { NationalPage, type NationalPageProps } from "../shell.tsx"
import { en } from "./messages.ts"

const COLOURS = { "within-7": "green", "over-7": "yellow", "over-28": "red" } as const

/** Shows each desk's oldest unopened report, those that have waited longest first. */
export const showHeartbeats =
  ({ database, clock }: Services) =>
  async (c: StaffContext) => {
    const today = dayOf(clock.now())
    const beats = await asNational(database, (transaction) => heartbeats(transaction, today))
    return c.html(<HeartbeatsPage who={c.get("who")} beats={beats} today={today} />)
  }

interface HeartbeatsPageProps extends Pick<NationalPageProps, "who"> {
  beats: readonly Heartbeat[]
  today: Day
}

const HeartbeatsPage: FC<HeartbeatsPageProps> = ({ who, beats, today }) => (
  <NationalPage who={who} current="heartbeats" title={en.title}>
    <h1 class="govuk-heading-xl">{en.title}</h1>
    <p class="govuk-body-l">
      <strong>{en.asAt(formatDay(today, "en"))}</strong> {summaryOf(beats, today)}
    </p>
    <p class="govuk-body candour-prose">{en.why}</p>
    <p class="govuk-body candour-prose">{en.daysNote}</p>
    <Table
      caption={en.title}
      captionSize="hidden"
      rowHeaders
      columns={[
        { title: en.columns.desk },
        { title: en.columns.band },
        { title: en.columns.oldest },
        { title: en.columns.days, numeric: true },
        { title: en.columns.unopened, numeric: true },
      ]}
      rows={[...beats.map((beat) => waitingRow(beat, today)), ...idleDesks(beats, today).map(idleRow)]}
    />
  </NationalPage>
)

/** How many desks let a report wait too long, the worst first. */
function summaryOf(beats: readonly Heartbeat[], today: Day): string {
  const inBand = (band: WaitBand) => beats.filter(({ oldest }) => waitBand(oldest, today) === band).length
  const said = (["over-28", "over-7"] as const).filter((band) => inBand(band) > 0)
  return said.length === 0 ? en.summary.none : said.map((band) => en.summary[band](inBand(band))).join(" ")
}

const nameOf = (tenant: string): string => (tenant === NATIONAL_DESK || isForce(tenant) ? deskName(tenant) : tenant)

function waitingRow({ tenant, oldest, unopened }: Heartbeat, today: Day): Child[] {
  const band = waitBand(oldest, today)
  return [
    nameOf(tenant),
    <Tag colour={COLOURS[band]}>{en.bands[band]}</Tag>,
    formatShortDay(oldest, "en"),
    formatCount(daysBetween(oldest, today)),
    formatCount(unopened),
  ]
}

/** The desks of today that have nothing unopened, by name, the national desk last. */
function idleDesks(beats: readonly Heartbeat[], today: Day): string[] {
  const waiting = new Set(beats.map(({ tenant }) => tenant))
  const ids = forces(today).map((force) => force.id)
  const byName = ids.sort((one, other) => deskName(one).localeCompare(deskName(other), "en"))
  return [...byName, NATIONAL_DESK].filter((id) => !waiting.has(id))
}

const idleRow = (tenant: string): Child[] => [deskName(tenant), en.nothing, "", "", formatCount(0)]
