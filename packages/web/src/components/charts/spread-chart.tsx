import { scaleLinear } from "d3-scale"
import type { FC } from "hono/jsx"
import { formatCount } from "../../format-count.ts"

/** A row of the chart: where the middle of something lies, and how far its tail reaches. */
export interface ChartSpread {
  label: string
  /** Half of it, three of four and nine of ten are at most so much. */
  half: number
  most: number
  tail: number
}

/** Of the picture, in units of its own. */
const WIDTH = 600
const TEXT = 24
const BAR = 14
const ROW = TEXT + BAR + 12
const LINE = 26
/** Room for half the line that ends a tail. */
const RIGHT = WIDTH - 1

/**
 * Spreads of one unit on one scale: to the half as a full bar, to three of four as an open one, to nine of ten as a line. Shape and
 * place say it, never colour; its words are `description`, and each number stands in the table that goes beside it.
 */
export const SpreadChart: FC<{ description: string; unit: string; spreads: readonly ChartSpread[] }> = (props) => {
  const { description, unit, spreads } = props
  const along = scaleLinear()
    .domain([0, Math.max(1, ...spreads.map(({ tail }) => tail))])
    .nice(4)
    .range([0, RIGHT])
  const ground = ROW * spreads.length
  return (
    <svg class="candour-chart" viewBox={`0 0 ${WIDTH} ${ground + LINE}`} role="img" aria-label={description}>
      {spreads.map(({ label, half, most, tail }, place) => {
        const top = place * ROW + TEXT
        return (
          <>
            <text x={0} y={top - 6}>
              {label}
            </text>
            <rect x={0} y={top} width={along(half)} height={BAR} />
            <rect
              class="candour-chart__line"
              x={along(half)}
              y={top + 1}
              width={along(most) - along(half)}
              height={BAR - 2}
            />
            <line x1={along(most)} x2={along(tail)} y1={top + BAR / 2} y2={top + BAR / 2} />
            <line x1={along(tail)} x2={along(tail)} y1={top} y2={top + BAR} />
          </>
        )
      })}
      <line x1={0} x2={RIGHT} y1={ground} y2={ground} />
      {along.ticks(4).map((tick, place, all) => {
        const isLast = place === all.length - 1
        return (
          <text x={along(tick)} y={ground + LINE - 6} text-anchor={place === 0 ? "start" : isLast ? "end" : "middle"}>
            {isLast ? `${formatCount(tick)} ${unit}` : formatCount(tick)}
          </text>
        )
      })}
    </svg>
  )
}
