import type { Day } from "@candour/domain/day.ts"
import { NATIONAL_DESK, type Tenant } from "@candour/domain/tenant.ts"
import { countOf, daysWithin } from "@candour/figures/days-taken.ts"
import { stagesTimed, type Timeliness, type TimesTaken } from "@candour/figures/timeliness.ts"
import { timeWordsOf } from "@candour/figures/timeliness-definitions.ts"
import { SpreadChart } from "@candour/web/components/charts/spread-chart.tsx"
import { Table } from "@candour/web/components/table.tsx"
import { Details } from "@candour/web/components/text.tsx"
import { formatCount } from "@candour/web/format-count.ts"
import { formatDay } from "@candour/web/language.ts"
import type { FC } from "hono/jsx"
import { knownDeskName } from "../desk-name.ts"
import { en as figures } from "../figures/messages.ts"
import { StoppedDesk } from "../stopped-desk.tsx"
import { en } from "./messages.ts"

/** The shares that a distribution is told by. */
const SHARES = { half: 0.5, most: 0.75, tail: 0.9 } as const

const withinText = (times: TimesTaken, share: number): string => {
  const within = daysWithin(times, share)
  return within === undefined ? "" : en.within(within)
}

/** How long each stage took: picture, table, what each is; and by desk, those that stopped marked. */
export const StageTimes: FC<{ times: Timeliness; stopped: ReadonlyMap<Tenant, Day>; byForce: boolean }> = (props) => {
  const { times, stopped, byForce } = props
  const reached = stagesTimed.filter((stage) => countOf(times.all[stage]) > 0)
  const words = en.stages
  return (
    <section>
      <h2 class="govuk-heading-l" id="stages">
        {words.heading}
      </h2>
      {reached.length === 0 ? (
        <p class="govuk-body">{words.none}</p>
      ) : (
        <>
          <SpreadChart
            description={words.picture}
            unit={words.unit}
            spreads={reached.map((stage) => {
              const end = (share: number) => daysWithin(times.all[stage], share)?.to ?? 0
              return {
                label: timeWordsOf(stage).name,
                half: end(SHARES.half),
                most: end(SHARES.most),
                tail: end(SHARES.tail),
              }
            })}
          />
          <Table
            blocks
            caption={words.heading}
            captionSize="hidden"
            rowHeaders
            columns={[
              { title: words.columns.stage },
              { title: words.columns.half, numeric: true },
              { title: words.columns.most, numeric: true },
              { title: words.columns.tail, numeric: true },
              { title: words.columns.number, numeric: true },
            ]}
            rows={stagesTimed.map((stage) => [
              timeWordsOf(stage).name,
              ...Object.values(SHARES).map((share) => withinText(times.all[stage], share)),
              formatCount(countOf(times.all[stage])),
            ])}
          />
          <Details summary={en.definitions}>
            <dl>
              {stagesTimed.map((stage) => {
                const { name, means, leavesOut } = timeWordsOf(stage)
                return (
                  <>
                    <dt class="candour-strong">{name}</dt>
                    <dd class="candour-definition">
                      {means} {en.leavesOut} {leavesOut}
                    </dd>
                  </>
                )
              })}
            </dl>
          </Details>
          {byForce && <ByForce times={times} stopped={stopped} />}
        </>
      )}
    </section>
  )
}

const ByForce: FC<{ times: Timeliness; stopped: ReadonlyMap<Tenant, Day> }> = ({ times, stopped }) => {
  // A desk that stopped and never came to a stage has no time: it is there all the same, marked.
  const desks = [...new Set([...times.byForce.keys(), ...stopped.keys()])].toSorted(
    (one, other) =>
      Number(one === NATIONAL_DESK) - Number(other === NATIONAL_DESK) ||
      knownDeskName(one).localeCompare(knownDeskName(other), "en"),
  )
  return (
    <>
      <h2 class="govuk-heading-l" id="by-desk">
        {en.byForce.heading}
      </h2>
      <p class="govuk-body candour-prose">{en.byForce.note}</p>
      <Table
        blocks
        caption={en.byForce.heading}
        captionSize="hidden"
        rowHeaders
        columns={[{ title: en.byForce.desk }, ...stagesTimed.map((stage) => ({ title: timeWordsOf(stage).name }))]}
        rows={desks.map((desk) => {
          const since = stopped.get(desk)
          return [
            <StoppedDesk name={knownDeskName(desk)} mark={since && figures.stopped(formatDay(since, "en"))} />,
            ...stagesTimed.map((stage) => cellOf(times.byForce.get(desk)?.[stage])),
          ]
        })}
      />
    </>
  )
}

const cellOf = (times: TimesTaken | undefined): string =>
  times === undefined || countOf(times) === 0
    ? ""
    : en.byForce.cell(withinText(times, SHARES.half), withinText(times, SHARES.tail), formatCount(countOf(times)))
