import { asTenant } from "@candour/database/as.ts"
import type { Connection } from "@candour/database/connect.ts"
import { type Day, dayOf } from "@candour/domain/day.ts"
import { Pagination } from "@candour/web/components/pagination.tsx"
import type { FC } from "hono/jsx"
import type { Services, StaffContext } from "../services.ts"
import { DeskPage } from "../shell.tsx"
import { formatMoment } from "../when.ts"
import { type Counts, countText, countViews } from "./count-views.ts"
import {
  listClosed,
  listMoved,
  listOpen,
  listWaiting,
  type MovedRow,
  namesOf,
  PAGE_ROWS,
  type QueueRow,
} from "./list-queue.ts"
import { en } from "./messages.ts"
import { MovedTable, QueueTable } from "./table.tsx"
import { dayPlaceOf, momentPlaceOf, placeText, queuePlaceOf, type View, view } from "./view.ts"

/** The queue of the desk of whoever is signed in. */
export const showQueue =
  ({ database, clock }: Services) =>
  async (c: StaffContext) => {
    const who = c.get("who")
    const today = dayOf(clock.now())
    const chosen = view.safeParse(c.req.query("view")).data ?? "all"
    const after = c.req.query("after")
    const { counts, names, list } = await asTenant(database, who.tenant, async (transaction) => ({
      counts: await countViews(transaction, who.person, today),
      names: await namesOf(transaction),
      list: await listView(transaction, chosen, who.person, today, after),
    }))
    return c.html(
      <DeskPage who={who} title={en.title} current="queue">
        <DangerStrip counts={counts} />
        <h1 class="govuk-heading-l">{en.title}</h1>
        <Views chosen={chosen} counts={counts} />
        {list.empty ? (
          <p class="govuk-body-l">{chosen === "closed" || chosen === "moved" ? en.emptyElsewhere : en.empty}</p>
        ) : (
          <>
            {list.kind === "moved" ? (
              <MovedTable rows={list.rows} names={names} />
            ) : (
              <QueueTable caption={en.views[chosen]} rows={list.rows} names={names} person={who.person} today={today} />
            )}
            {after !== undefined && (
              <p class="govuk-body">
                <a class="govuk-link" href={`/?view=${chosen}`}>
                  {en.first}
                </a>
              </p>
            )}
            <Pagination next={list.next && `/?view=${chosen}&after=${list.next}`} />
          </>
        )}
      </DeskPage>,
    )
  }

type Listed = { empty: boolean; next: string | undefined } & (
  | { kind: "reports"; rows: QueueRow[] }
  | { kind: "moved"; rows: MovedRow[] }
)

async function listView(
  transaction: Connection,
  chosen: View,
  person: string,
  today: Day,
  after: string | undefined,
): Promise<Listed> {
  if (chosen === "moved") {
    const page = pageOf(await listMoved(transaction, momentPlaceOf(after)), ({ at, id }) => placeText(at, id))
    return { kind: "moved", ...page }
  }
  if (chosen === "closed") {
    const page = pageOf(await listClosed(transaction, dayPlaceOf(after)), ({ day, id }) => placeText(day, id))
    return { kind: "reports", ...page }
  }
  if (chosen === "messages" || chosen === "disputed") {
    const found = await listWaiting(transaction, chosen, dayPlaceOf(after))
    return { kind: "reports", ...pageOf(found, ({ due, id }) => placeText(due, id)) }
  }
  const rows = await listOpen(transaction, chosen, person, today, queuePlaceOf(after))
  return { kind: "reports", ...pageOf(rows, ({ urgency, due, id }) => placeText(urgency, due, id)) }
}

/** The rows of a page, and the place after it where another page follows. */
function pageOf<Row>(found: Row[], placeOf: (row: Row) => string) {
  const rows = found.slice(0, PAGE_ROWS)
  const last = rows.at(-1)
  return {
    rows,
    empty: rows.length === 0,
    next: found.length > PAGE_ROWS && last !== undefined ? encodeURIComponent(placeOf(last)) : undefined,
  }
}

/** Stays at the top while somebody said to be in danger waits for a person to act. */
const DangerStrip: FC<{ counts: Counts }> = ({ counts: { danger, dangerSince } }) =>
  danger === 0 ? null : (
    <section class="candour-danger" aria-label={en.column.danger}>
      <p class="govuk-body candour-strong">{en.inDanger(countText(danger), danger === 1)}</p>
      <p class="govuk-body">
        {dangerSince && `${en.oldest(formatMoment(dangerSince))} `}
        {en.seeThem}
      </p>
    </section>
  )

const COUNTED = ["mine", "unassigned", "overdue", "messages", "disputed", "all"] as const

const Views: FC<{ chosen: View; counts: Counts }> = ({ chosen, counts }) => (
  <nav aria-label={en.viewsLabel}>
    <ul class="candour-views">
      {view.options.map((each) => {
        const counted = COUNTED.find((name) => name === each)
        return (
          <li>
            <a
              class="govuk-link govuk-link--no-visited-state"
              href={`/?view=${each}`}
              aria-current={each === chosen ? "page" : undefined}
            >
              {en.views[each]}
              {counted && <span class="candour-count"> {countText(counts[counted])}</span>}
            </a>
          </li>
        )
      })}
    </ul>
  </nav>
)
