import { asTenant } from "@candour/database/as.ts"
import { whoIsNear } from "@candour/database/nearness.ts"
import { type Day, dayOf } from "@candour/domain/day.ts"
import { referenceOf } from "@candour/domain/reference.ts"
import { Table } from "@candour/web/components/table.tsx"
import { formatShortDay } from "@candour/web/language.ts"
import type { FC } from "hono/jsx"
import { en as words } from "../messages.ts"
import { stoppedLately } from "../near/stopped-lately.ts"
import { TooNear } from "../near/unit-part.tsx"
import { namesOf } from "../queue/list-queue.ts"
import type { Services, StaffContext } from "../services.ts"
import { DeskPage } from "../shell.tsx"
import { en } from "./messages.ts"
import { type DayCounts, holdings, lastDays, openings, type PatternRow, patterns } from "./unit-stands.ts"

/** How the unit stands: for leads alone. Counts and references; nothing here is opened. */
export const showUnit =
  ({ database, clock }: Services) =>
  async (c: StaffContext) => {
    const who = c.get("who")
    if (!who.roles.includes("lead")) return c.notFound()
    const today = dayOf(clock.now())
    const unit = await asTenant(database, who.tenant, async (transaction) => ({
      names: await namesOf(transaction),
      holding: await holdings(transaction, today),
      opened: await openings(transaction, today),
      days: await lastDays(transaction, today),
      found: await patterns(transaction, today),
      stopped: await stoppedLately(transaction, today),
      near: await whoIsNear(transaction, who.person),
    }))
    const nameOf = (person: string | null) =>
      person === null ? en.unassigned : (unit.names.get(person) ?? words.unknownPerson)
    return c.html(
      <DeskPage who={who} title={en.title} current="unit">
        <h1 class="govuk-heading-l">{en.title}</h1>
        <p class="govuk-body">{en.what}</p>
        <TooNear stopped={unit.stopped} holding={unit.near} nameOf={nameOf} />
        <Patterns rows={unit.found} />
        <Table
          caption={en.holding}
          rowHeaders
          columns={[
            { title: en.person },
            { title: en.open, numeric: true },
            { title: en.overdue, numeric: true },
            { title: en.oldest },
          ]}
          rows={unit.holding.map(({ person, open, overdue, first }) => [
            nameOf(person),
            open,
            overdue,
            dueWords(first),
          ])}
        />
        {unit.opened.length === 0 ? (
          <p class="govuk-body">{en.noneOpened}</p>
        ) : (
          <>
            <Table
              caption={en.opened}
              rowHeaders
              columns={[
                { title: en.person },
                { title: en.own, numeric: true },
                { title: en.others, numeric: true },
                { title: en.busiest, numeric: true },
              ]}
              rows={unit.opened.map(({ person, own, others, busiest }) => [nameOf(person), own, others, busiest])}
            />
            <p class="govuk-hint">{en.browsing}</p>
          </>
        )}
        <Week days={unit.days} />
      </DeskPage>,
    )
  }

/** A report whose every clock stands still is due on no day. */
const dueWords = (day: Day): string => (day > "9000" ? "–" : formatShortDay(day, "en"))

const Patterns: FC<{ rows: readonly PatternRow[] }> = ({ rows }) => (
  <section aria-labelledby="patterns-title">
    <h2 class="govuk-heading-m" id="patterns-title">
      {en.patterns}
    </h2>
    {rows.length === 0 && <p class="govuk-body">{en.none}</p>}
    {[...Map.groupBy(rows, ({ pattern }) => pattern)].map(([pattern, found]) => (
      <>
        <h3 class="govuk-heading-s">{en.pattern[pattern]}</h3>
        <ul class="govuk-list govuk-list--bullet">
          {found.map(({ report, other }) => (
            <li>
              <a class="govuk-link candour-reference" href={`/report/${report}`}>
                {referenceOf(report)}
              </a>{" "}
              {other !== null && (
                <a class="govuk-link candour-reference" href={`/report/${other}`}>
                  {en.with(referenceOf(other))}
                </a>
              )}
            </li>
          ))}
        </ul>
      </>
    ))}
  </section>
)

const SERIES = ["received", "assessed", "closed"] as const
const BAR = 8
const HEIGHT = 100

/** Three bars for each day, and the same as a table. */
const Week: FC<{ days: readonly DayCounts[] }> = ({ days }) => {
  const most = Math.max(1, ...days.flatMap((day) => SERIES.map((series) => day[series])))
  const width = days.length * (SERIES.length + 1) * BAR
  return (
    <div>
      <h2 class="govuk-heading-m">{en.week}</h2>
      <svg class="candour-week" viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={en.weekPicture}>
        {days.flatMap((day, at) =>
          SERIES.map((series, place) => {
            const height = (day[series] / most) * HEIGHT
            return (
              <rect
                class={`candour-week__${series}`}
                x={(at * (SERIES.length + 1) + place) * BAR}
                y={HEIGHT - height}
                width={BAR - 1}
                height={height}
              />
            )
          }),
        )}
      </svg>
      <p class="govuk-hint">{en.colours}</p>
      <Table
        caption={en.week}
        captionSize="hidden"
        rowHeaders
        columns={[{ title: en.day }, ...SERIES.map((series) => ({ title: en[series], numeric: true }))]}
        rows={days.map((day) => [formatShortDay(day.day, "en"), ...SERIES.map((series) => day[series])])}
      />
    </div>
  )
}
