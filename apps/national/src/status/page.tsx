import { asIdentity, asNational } from "@candour/database/as.ts"
import type { Channel } from "@candour/domain/contact.ts"
import { dayOf } from "@candour/domain/day.ts"
import { Table } from "@candour/web/components/table.tsx"
import { Tag } from "@candour/web/components/text.tsx"
import { formatMoment } from "@candour/web/format-moment.ts"
import { formatDay } from "@candour/web/language.ts"
import { sql } from "drizzle-orm"
import type { Child, FC } from "hono/jsx"
import { version } from "../../package.json"
import { LATE_LOOK } from "../alarms/page.tsx"
import { knownDeskName } from "../desk-name.ts"
import type { Services, StaffContext } from "../services.ts"
import { NationalPage, type NationalPageProps } from "../shell.tsx"
import { en } from "./messages.ts"
import { type ServiceState, serviceState } from "./state.ts"

/** Milliseconds after which the figures should be counted again. */
const OLD_RECOUNT = 7 * 86_400_000

/** Shows how the service runs, as far as this server and the database can know it. */
export const showStatus =
  ({ database, clock, send, started }: Services) =>
  async (c: StaffContext) => {
    const now = clock.now()
    await asIdentity(database, (connection) => connection.execute(sql`select 1`))
    const state = await asNational(database, (transaction) => serviceState(transaction, dayOf(now)))
    const here = { now, started, mails: send !== undefined }
    return c.html(<StatusPage who={c.get("who")} lines={linesOf(state, here)} now={now} />)
  }

/** Whether a part runs as it should, or whether that can't be seen from here. */
type Verdict = "good" | "look" | "unknown"

interface Line {
  part: string
  verdict: Verdict
  known: string
}

const COLOURS = { good: "green", look: "red", unknown: "grey" } as const

const StatusPage: FC<Pick<NationalPageProps, "who"> & { lines: readonly Line[]; now: Date }> = ({
  who,
  lines,
  now,
}) => (
  <NationalPage who={who} current="status" title={en.title}>
    <h1 class="govuk-heading-xl">{en.title}</h1>
    <p class="govuk-body-l">
      <strong>{en.asAt(formatMoment(now))}</strong>
    </p>
    <p class="govuk-body candour-prose">{en.why}</p>
    <Table
      blocks
      caption={en.title}
      captionSize="hidden"
      rowHeaders
      columns={[{ title: en.columns.part }, { title: en.columns.state }, { title: en.columns.known }]}
      rows={lines.map(({ part, verdict, known }): Child[] => [
        part,
        <Tag colour={COLOURS[verdict]}>{en[verdict]}</Tag>,
        known,
      ])}
    />
  </NationalPage>
)

function linesOf(state: ServiceState, here: { now: Date; started: Date; mails: boolean }): Line[] {
  const { migration, mornings, released } = state
  return [
    {
      part: en.database,
      verdict: "good",
      known: `${en.reached}${migration ? ` ${en.migration(migration.name, formatDay(migration.day, "en"))}` : ""}`,
    },
    recountLine(state, here.now),
    watchLine(state, here.now),
    alarmsLine(state),
    stoppedLine(state),
    ...(["online", "phone"] as const).map((channel) => contactLine(state, channel)),
    { part: en.spool, verdict: "unknown", known: en.spoolUnknown },
    {
      part: en.mornings,
      verdict: mornings ? "good" : "unknown",
      known: mornings ? en.looked(formatDay(mornings.day, "en"), mornings.desks) : en.noMornings,
    },
    { part: en.mail, verdict: here.mails ? "good" : "look", known: here.mails ? en.mailSet : en.mailNotSet },
    {
      part: en.release,
      verdict: "good",
      known: released ? en.released(released.name, formatMoment(released.at)) : en.noRelease,
    },
    { part: en.server, verdict: "good", known: en.version(version, formatMoment(here.started)) },
  ]
}

function recountLine({ recounted }: ServiceState, now: Date): Line {
  const part = en.recount
  if (recounted === undefined) return { part, verdict: "look", known: en.never }
  const { at, differences } = recounted
  const isOld = now.getTime() - at.getTime() > OLD_RECOUNT
  const known = `${en.recounted(formatMoment(at), differences)}${isOld ? ` ${en.recountOld}` : ""}`
  return { part, verdict: isOld || differences > 0 ? "look" : "good", known }
}

function watchLine({ checked }: ServiceState, now: Date): Line {
  const part = en.watch
  if (checked === undefined) return { part, verdict: "look", known: en.unwatched }
  const isLate = now.getTime() - checked.getTime() > LATE_LOOK
  return { part, verdict: isLate ? "look" : "good", known: (isLate ? en.late : en.watched)(formatMoment(checked)) }
}

function alarmsLine({ alarms }: ServiceState): Line {
  const unowned = alarms.filter(({ owner }) => owner === undefined).length
  return {
    part: en.alarms,
    verdict: unowned > 0 ? "look" : "good",
    known: alarms.length === 0 ? en.noAlarms : en.standing(alarms.length, unowned),
  }
}

function stoppedLine({ stopped }: ServiceState): Line {
  const desks = [...stopped].map(([desk, since]) => en.stoppedSince(knownDeskName(desk), formatDay(since, "en")))
  return {
    part: en.stopped,
    verdict: desks.length > 0 ? "look" : "good",
    known: desks.length === 0 ? en.noneStopped : `${desks.join("; ")}.`,
  }
}

function contactLine({ contacts }: ServiceState, channel: Channel): Line {
  const day = contacts.get(channel)
  return {
    part: en.channels[channel],
    verdict: day === undefined ? "look" : "good",
    known: day === undefined ? en.noContact : en.contact(formatDay(day, "en")),
  }
}
