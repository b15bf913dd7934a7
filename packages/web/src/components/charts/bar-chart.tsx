import { scaleLinear } from "d3-scale"
import type { FC } from "hono/jsx"
import { formatCount } from "../../format-count.ts"

/** A bar of the chart. */
export interface ChartBar {
  label: string
  count: number
}

/** Of the picture, in units of its own: a bar with the line of text above it. */
const WIDTH = 600
const TEXT = 24
const BAR = 14
const ROW = TEXT + BAR + 12

/**
 * Counts of one unit as bars of one scale, each under its name and count: so that it stands print, greyscale and a narrow
 * screen. Nothing in it is said by colour or length alone.
 */
export const BarChart: FC<{ description: string; bars: readonly ChartBar[] }> = ({ description, bars }) => {
  const along = scaleLinear()
    .domain([0, Math.max(1, ...bars.map(({ count }) => count))])
    .range([0, WIDTH])
  return (
    <svg class="candour-chart" viewBox={`0 0 ${WIDTH} ${ROW * bars.length}`} role="img" aria-label={description}>
      {bars.map(({ label, count }, place) => (
        <>
          <text x={0} y={place * ROW + TEXT - 6}>
            {`${label}: ${formatCount(count)}`}
          </text>
          <rect x={0} y={place * ROW + TEXT} width={along(Math.max(0, count))} height={BAR} />
          <line x1={0} x2={0} y1={place * ROW + TEXT - 2} y2={place * ROW + TEXT + BAR + 2} />
        </>
      ))}
    </svg>
  )
}
