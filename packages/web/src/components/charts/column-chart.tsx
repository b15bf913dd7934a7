import { scaleBand, scaleLinear } from "d3-scale"
import type { FC } from "hono/jsx"
import { formatCount } from "../../format-count.ts"

/** A column of the chart; the ground under it is marked where it has a `mark`. */
export interface ChartColumn {
  label: string
  count: number
  mark?: string | undefined
}

/** Of the picture, in units of its own. */
const WIDTH = 600
const HEIGHT = 200
const LEFT = 60
const LINE = 26

/**
 * Counts over time as columns of one black, so that it stands print and greyscale. Its words are `description` alone: what each
 * column comes to stands in the table that goes beside it.
 */
export const ColumnChart: FC<{ description: string; columns: readonly ChartColumn[] }> = ({ description, columns }) => {
  const ground = HEIGHT - LINE
  const across = scaleBand()
    .domain(columns.map(({ label }) => label))
    .range([LEFT, WIDTH])
    .padding(0.15)
  const up = scaleLinear()
    .domain([0, Math.max(1, ...columns.map(({ count }) => count))])
    .nice(4)
    .range([ground, LINE / 2])
  return (
    <svg class="candour-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={description}>
      {up
        .ticks(4)
        .filter(Number.isInteger)
        .map((tick) => (
          <>
            <line class="candour-chart__grid" x1={LEFT} x2={WIDTH} y1={up(tick)} y2={up(tick)} />
            <text x={LEFT - 6} y={up(tick) + 5} text-anchor="end">
              {formatCount(tick)}
            </text>
          </>
        ))}
      {columns.map(({ label, count, mark }) => {
        const left = across(label) ?? LEFT
        return (
          <>
            <rect x={left} y={up(count)} width={across.bandwidth()} height={ground - up(count)} />
            {mark && (
              <text x={left} y={HEIGHT - 6}>
                {mark}
              </text>
            )}
          </>
        )
      })}
      <line x1={LEFT} x2={WIDTH} y1={ground} y2={ground} />
    </svg>
  )
}
