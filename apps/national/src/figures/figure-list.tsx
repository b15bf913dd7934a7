import { formatCount } from "@candour/web/format-count.ts"
import type { FC } from "hono/jsx"
import { en } from "./messages.ts"

/** A figure with its definition in words. */
export interface DefinedFigure {
  name: string
  means: string
  leavesOut: string
  unit: string
  count: number
}

/** Figures, each with its definition beside it: none is shown without saying what it counts. */
export const FigureList: FC<{ figures: readonly DefinedFigure[] }> = ({ figures }) => (
  <dl class="candour-figures">
    {figures.map(({ name, means, leavesOut, unit, count }) => (
      <div class="candour-figures__row">
        <dt class="candour-figures__name">{name}</dt>
        <dd class="candour-figures__count">{formatCount(count)}</dd>
        <dd class="candour-figures__means">
          {means} {leavesOut} <span class="candour-hushed">{en.countedIn(unit)}</span>
        </dd>
      </div>
    ))}
  </dl>
)
