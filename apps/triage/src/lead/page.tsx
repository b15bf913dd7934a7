import { asTenant } from "@candour/database/as.ts"
import { whoIsNear } from "@candour/database/nearness.ts"
import { dayOf } from "@candour/domain/day.ts"
import { Table } from "@candour/web/components/table.tsx"
import { inboxForScript } from "../desk/people.tsx"
import { en as words } from "../messages.ts"
import { stoppedLately } from "../near/stopped-lately.ts"
import { TooNear } from "../near/unit-part.tsx"
import { namesOf, type Reader } from "../queue/list-queue.ts"
import { rowsOf } from "../queue/rows-of.ts"
import { titlesOf } from "../queue/titles-of.ts"
import type { Services, StaffContext } from "../services.ts"
import { DeskPage } from "../shell.tsx"
import { AlarmsHere, alarmsHere } from "./alarms.tsx"
import { Loads } from "./loads.tsx"
import { en } from "./messages.ts"
import { findPatterns } from "./patterns/find-patterns.ts"
import { Patterns } from "./patterns/list.tsx"
import { holdings, lastDays, openings } from "./unit-stands.ts"
import { Week } from "./week.tsx"

/** How the unit stands: for leads alone. Nothing here is opened; the titles are, in the lead's browser. */
export const showUnit =
  ({ database, clock }: Services) =>
  async (c: StaffContext) => {
    const who = c.get("who")
    if (!who.roles.includes("lead")) return c.notFound()
    const reader: Reader = { person: who.person, roles: who.roles, today: dayOf(clock.now()) }
    const inbox = c.get("inbox")
    const unit = await asTenant(database, who.tenant, async (transaction) => {
      const found = await findPatterns(transaction, reader)
      const reports = [...new Set(found.flatMap((each) => each.reports))]
      return {
        found,
        alarms: await alarmsHere(transaction),
        rows: await rowsOf(transaction, reports),
        titles: await titlesOf(transaction, reports, who.person),
        names: await namesOf(transaction),
        holding: await holdings(transaction, reader.today),
        opened: await openings(transaction, reader.today),
        days: await lastDays(transaction, reader.today),
        stopped: await stoppedLately(transaction, reader.today),
        near: await whoIsNear(transaction, who.person),
      }
    })
    const nameOf = (person: string | null) =>
      person === null ? en.unassigned : (unit.names.get(person) ?? words.unknownPerson)
    return c.html(
      <DeskPage who={who} title={en.title} current="unit" script="lead.js">
        <div id="unit" data-inbox={JSON.stringify(inbox && inboxForScript(inbox))}>
          <h1 class="govuk-heading-l">{en.title}</h1>
          <p class="govuk-body">{en.what}</p>
          <AlarmsHere alarms={unit.alarms} />
          <TooNear stopped={unit.stopped} holding={unit.near} nameOf={nameOf} />
          <Patterns
            found={unit.found}
            rows={unit.rows}
            around={{ names: unit.names, titles: unit.titles, person: who.person, today: reader.today }}
          />
          <Loads holding={unit.holding} nameOf={nameOf} />
          {unit.opened.length === 0 ? (
            <p class="govuk-body">{en.noneOpened}</p>
          ) : (
            <>
              <Table
                blocks
                caption={en.opened}
                rowHeaders
                columns={[
                  { title: en.person },
                  { title: en.own, numeric: true },
                  { title: en.others, numeric: true },
                  { title: en.busiest, numeric: true },
                ]}
                rows={unit.opened.map(({ person, own, others, busiest }) => [nameOf(person), own, others, busiest])}
              />
              <p class="govuk-hint">{en.browsing}</p>
            </>
          )}
          <Week days={unit.days} />
        </div>
      </DeskPage>,
    )
  }
