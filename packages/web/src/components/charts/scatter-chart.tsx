import { scaleLinear } from "d3-scale"
import type { FC } from "hono/jsx"
import { formatCount } from "../../format-count.ts"

/** A point of the chart; one with a `name` is named where it lies. */
export interface ChartPoint {
  x: number
  y: number
  name?: string | undefined
}

/** A line of the chart through its points, told from others by its dashes. */
export interface ChartLine {
  points: readonly ChartPoint[]
  dash?: "long" | "short"
}

/** Of the picture, in units of its own. */
const WIDTH = 600
const HEIGHT = 360
const LEFT = 60
const RIGHT = WIDTH - 30
const LINE = 26
const DASHES = { long: "10 5", short: "2 4" }

/** Points with lines among them, in one colour. What each point is stands in the table that goes beside it. */
export const ScatterChart: FC<{
  description: string
  points: readonly ChartPoint[]
  lines: readonly ChartLine[]
  axes: { x: string; y: string }
}> = ({ description, points, lines, axes }) => {
  const drawn = [...points, ...lines.flatMap((line) => line.points)]
  const along = scaleLinear()
    .domain([0, Math.max(1, ...drawn.map(({ x }) => x))])
    .nice(4)
    .range([LEFT, RIGHT])
  const up = scaleLinear()
    .domain([0, Math.max(1, ...points.map(({ y }) => y)) * 1.1])
    .nice(4)
    .range([HEIGHT - 2 * LINE, LINE])
  const bottom = up(0)
  // A limit may go far over what any force has: it is drawn as far as there are points.
  const path = (line: ChartLine) =>
    line.points
      .filter(({ y }) => y <= (up.domain()[1] ?? 0))
      .map(({ x, y }, place) => `${place === 0 ? "M" : "L"}${along(x).toFixed(1)} ${up(y).toFixed(1)}`)
      .join("")
  return (
    <svg class="candour-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={description}>
      {up.ticks(4).map((tick) => (
        <text x={LEFT - 6} y={up(tick) + 5} text-anchor="end">
          {formatCount(tick)}
        </text>
      ))}
      {along.ticks(4).map((tick) => (
        <text x={along(tick)} y={bottom + LINE - 6} text-anchor="middle">
          {formatCount(tick)}
        </text>
      ))}
      <text x={0} y={LINE - 10}>
        {axes.y}
      </text>
      <text x={RIGHT} y={HEIGHT - 6} text-anchor="end">
        {axes.x}
      </text>
      <line x1={LEFT} x2={RIGHT} y1={bottom} y2={bottom} />
      <line x1={LEFT} x2={LEFT} y1={LINE} y2={bottom} />
      {lines.map((line) => (
        <path class="candour-chart__line" d={path(line)} stroke-dasharray={line.dash && DASHES[line.dash]} />
      ))}
      {points.map(({ x, y, name }) => (
        <>
          <circle cx={along(x)} cy={up(y)} r={5} />
          {name && (
            <text
              x={along(x) > WIDTH / 2 ? along(x) - 9 : along(x) + 9}
              y={up(y) + 5}
              text-anchor={along(x) > WIDTH / 2 ? "end" : "start"}
            >
              {name}
            </text>
          )}
        </>
      ))}
    </svg>
  )
}
