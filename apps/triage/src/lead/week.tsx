import { Table } from "@candour/web/components/table.tsx"
import { formatShortDay } from "@candour/web/language.ts"
import type { FC } from "hono/jsx"
import { en } from "./messages.ts"
import type { DayCounts } from "./unit-stands.ts"

const SERIES = ["received", "assessed", "closed"] as const
type Series = (typeof SERIES)[number]

/** Of the picture, in units of its own: a bar with its gap, the tallest bar, and the line of text above and below. */
const BAR = 20
const GAP = 4
const HEIGHT = 60
const TEXT = 14

/** Fourteen days as three pictures of one scale, and the same as a table. No colour tells anything. */
export const Week: FC<{ days: readonly DayCounts[] }> = ({ days }) => {
  const most = Math.max(1, ...days.flatMap((day) => SERIES.map((series) => day[series])))
  return (
    <>
      <h2 class="govuk-heading-m">{en.week}</h2>
      <div class="candour-week">
        {SERIES.map((series) => (
          <Bars series={series} days={days} most={most} />
        ))}
      </div>
      <Table
        caption={en.week}
        captionSize="hidden"
        rowHeaders
        columns={[{ title: en.day }, ...SERIES.map((series) => ({ title: en[series], numeric: true }))]}
        rows={days.map((day) => [formatShortDay(day.day, "en"), ...SERIES.map((series) => day[series])])}
      />
    </>
  )
}

const Bars: FC<{ series: Series; days: readonly DayCounts[]; most: number }> = ({ series, days, most }) => {
  const total = days.reduce((sum, day) => sum + day[series], 0)
  const ground = TEXT + HEIGHT
  return (
    <figure class="candour-week__series">
      <figcaption class="govuk-body-s">
        <strong>{en[series]}</strong>: {total}
      </figcaption>
      <svg
        viewBox={`0 0 ${days.length * BAR} ${ground + TEXT}`}
        role="img"
        aria-label={en.weekPicture(en[series], total)}
      >
        <line x1="0" y1={ground} x2={days.length * BAR} y2={ground} />
        {days.map((day, place) => {
          const height = (day[series] / most) * HEIGHT
          const middle = place * BAR + BAR / 2
          return (
            <>
              <rect x={place * BAR + GAP / 2} y={ground - height} width={BAR - GAP} height={height} />
              {day[series] > 0 && (
                <text x={middle} y={ground - height - 3}>
                  {day[series]}
                </text>
              )}
              <text x={middle} y={ground + TEXT - 2}>
                {Number(day.day.slice(-2))}
              </text>
            </>
          )
        })}
      </svg>
    </figure>
  )
}
