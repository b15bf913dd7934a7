import { asTenant } from "@candour/database/as.ts"
import type { Connection } from "@candour/database/connect.ts"
import { indexing, staff } from "@candour/database/schema.ts"
import { addDays, type Day, dayOf } from "@candour/domain/day.ts"
import { asset } from "@candour/web/assets.ts"
import { Button } from "@candour/web/components/button.tsx"
import { Table } from "@candour/web/components/table.tsx"
import { WarningText } from "@candour/web/components/text.tsx"
import { TextInput } from "@candour/web/components/text-input.tsx"
import { formatShortDay } from "@candour/web/language.ts"
import { and, desc, eq, gte } from "drizzle-orm"
import type { FC } from "hono/jsx"
import { inboxForScript } from "../desk/people.tsx"
import { KeysDialog } from "../keys/dialog.tsx"
import { en as words } from "../messages.ts"
import type { Services, StaffContext } from "../services.ts"
import { DeskPage } from "../shell.tsx"
import { en } from "./messages.ts"

const DAYS_SHOWN = 30

/** Searches what the person may open, in their own browser; a lead sees who did that, and of how many reports. */
export const showSearch =
  ({ database, clock }: Services) =>
  async (c: StaffContext) => {
    const who = c.get("who")
    const inbox = c.get("inbox")
    const since = addDays(dayOf(clock.now()), -DAYS_SHOWN)
    const indexed = who.roles.includes("lead")
      ? await asTenant(database, who.tenant, (transaction) => listIndexing(transaction, since))
      : undefined
    return c.html(
      <DeskPage who={who} title={en.title} current="search" script="search.js">
        <div
          id="search"
          data-needs-script
          data-inbox={JSON.stringify(inbox && inboxForScript(inbox))}
          data-worker={asset("open-worker.js")}
        >
          <h1 class="govuk-heading-l">{en.title}</h1>
          <noscript>
            <WarningText>{words.needsScript}</WarningText>
          </noscript>
          <div class="govuk-grid-row">
            <div class="govuk-grid-column-two-thirds">
              <p class="govuk-body">{en.why}</p>
              <p class="govuk-body">{en.limit}</p>
              <div id="search-problem" role="alert" />
              <form id="build" method="dialog">
                <Button id="build-index">{en.build}</Button>
              </form>
              <progress id="progress" class="candour-progress" aria-label={en.building} max={1} value={0} hidden />
              <p class="govuk-body" id="built" role="status" />
              <form id="find" method="dialog" hidden>
                <TextInput name="query" label={en.query} hint={en.queryHint} type="search" />
                <Button>{en.find}</Button>
              </form>
              <p class="govuk-body" id="found" role="status" />
              <ol class="candour-found" id="results" />
            </div>
          </div>
        </div>
        {indexed && <Indexed rows={indexed} />}
        <KeysDialog />
      </DeskPage>,
    )
  }

interface IndexedRow {
  name: string
  day: Day
  count: number
}

/** Who opened how many reports for the search, the last day first. */
const listIndexing = (transaction: Connection, since: Day): Promise<IndexedRow[]> =>
  transaction
    .select({ name: staff.shownName, day: indexing.day, count: indexing.count })
    .from(indexing)
    .innerJoin(staff, and(eq(staff.tenant, indexing.tenant), eq(staff.id, indexing.person)))
    .where(gte(indexing.day, since))
    .orderBy(desc(indexing.day), desc(indexing.count), staff.shownName)

const Indexed: FC<{ rows: readonly IndexedRow[] }> = ({ rows }) => (
  <>
    <h2 class="govuk-heading-m">{en.who.title}</h2>
    <p class="govuk-body">{rows.length === 0 ? en.who.none : en.who.text}</p>
    {rows.length > 0 && (
      <Table
        caption={en.who.title}
        captionSize="hidden"
        columns={[{ title: en.who.person }, { title: en.who.day }, { title: en.who.count, numeric: true }]}
        rows={rows.map(({ name, day, count }) => [name, formatShortDay(day, "en"), count.toLocaleString("en")])}
        rowHeaders
      />
    )}
  </>
)
