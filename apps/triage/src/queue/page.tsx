import { asTenant } from "@candour/database/as.ts"
import type { Connection } from "@candour/database/connect.ts"
import { savedViews } from "@candour/database/saved-views.ts"
import { staff } from "@candour/database/schema.ts"
import { dayOf } from "@candour/domain/day.ts"
import { DESK_ROLES } from "@candour/domain/role.ts"
import { Pagination } from "@candour/web/components/pagination.tsx"
import { formatMoment } from "@candour/web/format-moment.ts"
import type { FC } from "hono/jsx"
import { inboxForScript } from "../desk/people.tsx"
import { decidesReports } from "../desk/who-may.ts"
import { KeysDialog } from "../keys/dialog.tsx"
import type { Services, StaffContext } from "../services.ts"
import { DeskPage } from "../shell.tsx"
import { Bulk } from "./bulk.tsx"
import { type CountedView, type Counts, countText, countViews } from "./count-views.ts"
import { FilterForm } from "./filters.tsx"
import { listMoved, type MovedRow } from "./list-moved.ts"
import { listQueue, type Page, type Reader } from "./list-queue.ts"
import { listWaiting, type WaitingRow } from "./list-waiting.ts"
import { en } from "./messages.ts"
import type { QueueRow } from "./queue-row.ts"
import { SavedViews, SaveView, type SavingProblem } from "./saved-views.tsx"
import { MovedTable, QueueTable } from "./table.tsx"
import { titlesOf } from "./titles-of.ts"
import { type Asked, addressOf, askedOf, type View, view } from "./view.ts"
import { walkIndexes } from "./walk-indexes.ts"

/** The queue of the desk of whoever is signed in, as its address asks for it. */
export const showQueue = (services: Services) => (c: StaffContext) =>
  queuePage(services, c, askedOf(c.req.query()), { after: c.req.query("after") })

/** The same where a view wasn't saved: with what is wrong, and what was typed. */
export const showNotSaved =
  (services: Services) => (c: StaffContext, asked: Asked, problem: SavingProblem, name: string) =>
    queuePage(services, c, asked, { notSaved: { problem, name } })

async function queuePage(
  { database, clock }: Services,
  c: StaffContext,
  asked: Asked,
  { after, notSaved }: { after?: string | undefined; notSaved?: { problem: SavingProblem; name: string } },
) {
  const who = c.get("who")
  const reader: Reader = { person: who.person, roles: who.roles, today: dayOf(clock.now()) }
  const inbox = c.get("inbox")
  const found = await asTenant(database, who.tenant, async (transaction) => {
    await walkIndexes(transaction)
    const list = await listView(transaction, asked, reader, after)
    return {
      list,
      counts: await countViews(transaction, reader),
      saved: await savedViews(transaction, who.person),
      people: await peopleOf(transaction),
      titles: await titlesOf(
        transaction,
        list.rows.map(({ id }) => id),
        who.person,
      ),
    }
  })
  const { list, counts, saved, people, titles } = found
  const names = new Map(people.map(({ id, shownName }) => [id, shownName]))
  const holders = people.filter(({ active, roles }) => active && roles.some((role) => DESK_ROLES.includes(role)))
  const isLead = who.roles.includes("lead")
  return c.html(
    <DeskPage who={who} title={en.title} current="queue" script="queue.js" problem={notSaved !== undefined}>
      <div id="queue" data-inbox={JSON.stringify(inbox && inboxForScript(inbox))}>
        <DangerStrip counts={counts} />
        <h1 class="govuk-heading-l" id="queue-title" tabindex={-1}>
          {en.title}
        </h1>
        <p class="govuk-body" id="done" role="status" />
        <Views chosen={asked.view} counts={counts} />
        <SavedViews saved={saved} asked={asked} />
        <FilterForm asked={asked} names={names} />
        {list.rows.length === 0 ? (
          <p class="govuk-body-l">{emptyWords(asked)}</p>
        ) : (
          <>
            {list.kind === "reports" && asked.view !== "closed" && (
              <Bulk isLead={isLead} mayTake={isLead || who.roles.includes("officer")} people={holders} />
            )}
            {list.kind === "moved" ? (
              <MovedTable rows={list.rows} names={names} />
            ) : (
              <QueueTable
                caption={en.views[asked.view]}
                rows={list.rows}
                around={{ names, titles, person: who.person, today: reader.today }}
              />
            )}
          </>
        )}
        {list.lookedAt !== undefined && <p class="govuk-body">{en.lookedAt(list.lookedAt)}</p>}
        {after !== undefined && (
          <p class="govuk-body">
            <a class="govuk-link" href={addressOf(asked)}>
              {en.first}
            </a>
          </p>
        )}
        <Pagination next={list.next && addressOf(asked, list.next)} />
        {decidesReports(who) && <SaveView asked={asked} problem={notSaved?.problem} name={notSaved?.name ?? ""} />}
      </div>
      <KeysDialog />
    </DeskPage>,
    notSaved === undefined ? 200 : 422,
  )
}

const peopleOf = (transaction: Connection) =>
  transaction
    .select({ id: staff.id, shownName: staff.shownName, roles: staff.roles, active: staff.active })
    .from(staff)
    .orderBy(staff.shownName)

const emptyWords = ({ view: chosen, filters }: Asked): string => {
  if (Object.values(filters).some((each) => each !== undefined)) return en.emptyFiltered
  return chosen === "closed" || chosen === "moved" ? en.emptyElsewhere : en.empty
}

type Listed =
  | ({ kind: "reports" } & Page<QueueRow | WaitingRow>)
  | ({ kind: "moved"; lookedAt?: undefined } & Page<MovedRow>)

async function listView(
  transaction: Connection,
  asked: Asked,
  reader: Reader,
  after: string | undefined,
): Promise<Listed> {
  switch (asked.view) {
    case "moved":
      return { kind: "moved", ...(await listMoved(transaction, after)), lookedAt: undefined }
    case "waiting":
      return { kind: "reports", ...(await listWaiting(transaction, asked.filters, reader, after)) }
    default:
      return { kind: "reports", ...(await listQueue(transaction, asked, reader, after)) }
  }
}

/** Stays at the top while somebody said to be in danger waits for a person to act. */
export const DangerStrip: FC<{ counts: Counts }> = ({ counts: { danger, dangerSince } }) =>
  danger === 0 ? null : (
    <section class="candour-danger" aria-label={en.column.danger}>
      <p class="govuk-body candour-strong">{en.inDanger(countText(danger), danger === 1)}</p>
      <p class="govuk-body">
        {dangerSince && `${en.oldest(formatMoment(dangerSince))} `}
        {en.seeThem}
      </p>
    </section>
  )

const isCounted = (each: View): each is CountedView => each !== "closed" && each !== "moved"

const Views: FC<{ chosen: View; counts: Counts }> = ({ chosen, counts }) => (
  <nav aria-label={en.viewsLabel}>
    <ul class="candour-views">
      {view.options.map((each) => (
        <li>
          <a
            class="govuk-link govuk-link--no-visited-state"
            href={addressOf({ view: each, filters: {} })}
            aria-current={each === chosen ? "page" : undefined}
          >
            {en.views[each]}
            {isCounted(each) && <span class="candour-count"> {countText(counts[each])}</span>}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
