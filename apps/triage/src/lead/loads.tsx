import { Table } from "@candour/web/components/table.tsx"
import { formatShortDay } from "@candour/web/language.ts"
import type { FC } from "hono/jsx"
import { NO_DAY } from "../queue/due.ts"
import { en as queue } from "../queue/messages.ts"
import { en } from "./messages.ts"
import type { Holding } from "./unit-stands.ts"

/** Of a bar, in units of its own. */
const WIDTH = 120
const HEIGHT = 16

/** Who holds what: figures, and beside them a bar of one scale, filled as far as it is overdue. */
export const Loads: FC<{ holding: readonly Holding[]; nameOf: (person: string | null) => string }> = ({
  holding,
  nameOf,
}) => {
  const most = Math.max(1, ...holding.map(({ open }) => open))
  return (
    <>
      <Table
        blocks
        caption={en.holding}
        rowHeaders
        columns={[
          { title: en.person },
          { title: en.open, numeric: true },
          { title: en.overdue, numeric: true },
          { title: en.oldest },
          { title: en.load },
        ]}
        rows={holding.map(({ person, open, overdue, first }) => [
          nameOf(person),
          open,
          overdue,
          first === NO_DAY ? queue.due.nothing : formatShortDay(first, "en"),
          <svg class="candour-load" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
            <rect class="candour-load__open" x="1" y="1" width={(open / most) * (WIDTH - 2)} height={HEIGHT - 2} />
            <rect
              class="candour-load__overdue"
              x="1"
              y="1"
              width={(overdue / most) * (WIDTH - 2)}
              height={HEIGHT - 2}
            />
          </svg>,
        ])}
      />
      <p class="govuk-hint">{en.loadHint}</p>
    </>
  )
}
