import { asNational } from "@candour/database/as.ts"
import { type Day, dayOf, daysBetween } from "@candour/domain/day.ts"
import { NATIONAL_DESK, type Tenant } from "@candour/domain/tenant.ts"
import { type WaitBand, waitBand } from "@candour/figures/heartbeats.ts"
import { forces } from "@candour/routing/directory.ts"
import { Table } from "@candour/web/components/table.tsx"
import { Tag } from "@candour/web/components/text.tsx"
import { formatCount } from "@candour/web/format-count.ts"
import { formatDay } from "@candour/web/language.ts"
import type { Child, FC } from "hono/jsx"
import { londonTime } from "../alarms/entry-form.ts"
import { type Alarm, openAlarms } from "../alarms/list-alarms.ts"
import { knownDeskName } from "../desk-name.ts"
import type { Services, StaffContext } from "../services.ts"
import { NationalPage, type NationalPageProps } from "../shell.tsx"
import { type DeskState, deskStates, NOTHING_HEARD } from "./desk-state.ts"
import { en } from "./messages.ts"
import { clockText, signInText, unopenedText } from "./state-words.ts"

const COLOURS = { "within-7": "green", "over-7": "yellow", "over-28": "red" } as const

/** Shows how each desk is, those whose oldest unopened report has waited longest first. */
export const showHeartbeats =
  ({ database, clock }: Services) =>
  async (c: StaffContext) => {
    const now = clock.now()
    const heard = await asNational(database, async (transaction) => ({
      states: await deskStates(transaction, dayOf(now)),
      alarms: Map.groupBy(await openAlarms(transaction), ({ tenant }) => tenant),
    }))
    return c.html(<HeartbeatsPage who={c.get("who")} {...heard} now={now} />)
  }

interface HeartbeatsPageProps extends Pick<NationalPageProps, "who"> {
  states: ReadonlyMap<Tenant, DeskState>
  alarms: ReadonlyMap<Tenant, readonly Alarm[]>
  now: Date
}

const HeartbeatsPage: FC<HeartbeatsPageProps> = ({ who, states, alarms, now }) => {
  const today = dayOf(now)
  return (
    <NationalPage who={who} current="heartbeats" title={en.title}>
      <h1 class="govuk-heading-xl">{en.title}</h1>
      <p class="govuk-body-l">
        <strong>{en.asAt(formatDay(today, "en"), londonTime(now))}</strong> {summaryOf(states, today)}
      </p>
      <p class="govuk-body candour-prose">{en.why}</p>
      <p class="govuk-body candour-prose">{en.daysNote}</p>
      <Table
        blocks
        caption={en.title}
        captionSize="hidden"
        rowHeaders
        columns={[
          { title: en.columns.desk },
          { title: en.columns.band },
          { title: en.columns.oldest },
          { title: en.columns.unopened, numeric: true },
          { title: en.columns.clock },
          { title: en.columns.signedIn },
          { title: en.columns.alarms },
        ]}
        rows={desksInOrder(states, today).map((tenant) =>
          rowOf(tenant, states.get(tenant) ?? NOTHING_HEARD, alarms.get(tenant) ?? [], today),
        )}
      />
    </NationalPage>
  )
}

/** How many desks let a report wait too long, the worst first. */
function summaryOf(states: ReadonlyMap<Tenant, DeskState>, today: Day): string {
  const inBand = (band: WaitBand) =>
    [...states.values()].filter(({ beat }) => beat && waitBand(beat.oldest, today) === band).length
  const said = (["over-28", "over-7"] as const).filter((band) => inBand(band) > 0)
  return said.length === 0 ? en.summary.none : said.map((band) => en.summary[band](inBand(band))).join(" ")
}

function rowOf(tenant: Tenant, { beat, clocks, signedIn }: DeskState, alarms: readonly Alarm[], today: Day): Child[] {
  const band = beat && waitBand(beat.oldest, today)
  return [
    knownDeskName(tenant),
    band === undefined ? en.nothing : <Tag colour={COLOURS[band]}>{en.bands[band]}</Tag>,
    beat === undefined ? "" : unopenedText(beat, today),
    formatCount(beat?.unopened ?? 0),
    clockText(clocks),
    signInText(signedIn),
    alarms.length === 0 ? (
      en.noAlarm
    ) : (
      <a class="govuk-link" href="/alarms">
        {en.alarms(
          alarms.length,
          [...new Set(alarms.flatMap(({ owner }) => (owner ? [owner.name] : [])))],
          alarms.filter(({ owner }) => !owner).length,
        )}
        <span class="govuk-visually-hidden">: {knownDeskName(tenant)}</span>
      </a>
    ),
  ]
}

/** The desks of today and any that something is heard of: the longest wait first, the others by name, the national desk last. */
function desksInOrder(states: ReadonlyMap<Tenant, DeskState>, today: Day): Tenant[] {
  const waited = (tenant: Tenant) => {
    const oldest = states.get(tenant)?.beat?.oldest
    return oldest === undefined ? -1 : daysBetween(oldest, today)
  }
  const ofToday = [...forces(today).map((force) => force.id), NATIONAL_DESK]
  const all = [...new Set([...ofToday, ...states.keys()])]
  return all.toSorted(
    (one, other) =>
      waited(other) - waited(one) ||
      Number(one === NATIONAL_DESK) - Number(other === NATIONAL_DESK) ||
      knownDeskName(one).localeCompare(knownDeskName(other), "en"),
  )
}
