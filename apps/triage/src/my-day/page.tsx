import { asTenant } from "@candour/database/as.ts"
import { dayOf } from "@candour/domain/day.ts"
import { ButtonLink } from "@candour/web/components/button.tsx"
import { InsetText, Tag } from "@candour/web/components/text.tsx"
import { formatDay } from "@candour/web/language.ts"
import type { FC } from "hono/jsx"
import { inboxForScript } from "../desk/people.tsx"
import { KeysDialog } from "../keys/dialog.tsx"
import { en as words } from "../messages.ts"
import { countText, countViews } from "../queue/count-views.ts"
import { namesOf, type Reader } from "../queue/list-queue.ts"
import { en as queue } from "../queue/messages.ts"
import { type Around, DangerTag, holderName, ReferenceLink, RowDue, Tags, Title } from "../queue/table.tsx"
import { titlesOf } from "../queue/titles-of.ts"
import { addressOf } from "../queue/view.ts"
import { walkIndexes } from "../queue/walk-indexes.ts"
import type { Services, StaffContext } from "../services.ts"
import { DeskPage } from "../shell.tsx"
import { type DayRow, listDay, type PartOfDay } from "./list-day.ts"
import { type DayPart, en } from "./messages.ts"
import { pausedHere } from "./paused-here.ts"

/** The first page after signing in: what waits for this person today. An address of the queue as it was leads there. */
export const showMyDay =
  ({ database, clock }: Services) =>
  async (c: StaffContext) => {
    if (c.req.query("view") !== undefined) return c.redirect(`/queue${new URL(c.req.url).search}`)
    const who = c.get("who")
    const reader: Reader = { person: who.person, roles: who.roles, today: dayOf(clock.now()) }
    const inbox = c.get("inbox")
    const { day, counts, names, titles, pausedSince } = await asTenant(database, who.tenant, async (transaction) => {
      await walkIndexes(transaction)
      const day = await listDay(transaction, reader)
      return {
        day,
        counts: await countViews(transaction, reader),
        names: await namesOf(transaction),
        titles: await titlesOf(
          transaction,
          [...new Set(day.flatMap(({ rows }) => rows.map(({ id }) => id)))],
          who.person,
        ),
        pausedSince: await pausedHere(transaction),
      }
    })
    const around = { names, titles, person: who.person, today: reader.today }
    return c.html(
      <DeskPage who={who} title={en.title} current="myDay" script="queue.js">
        <div id="queue" data-inbox={JSON.stringify(inbox && inboxForScript(inbox))}>
          <h1 class="govuk-heading-l">{en.title}</h1>
          <p class="govuk-body" id="before" role="status" />
          {pausedSince !== undefined && <InsetText>{en.paused(formatDay(dayOf(pausedSince), "en"))}</InsetText>}
          {c.req.query("done") !== undefined && <InsetText>{en.done}</InsetText>}
          {day.length + counts.unassigned > 0 && <ButtonLink href="/next">{en.start}</ButtonLink>}
          {day.length === 0 && <p class="govuk-body-l">{en.nothing}</p>}
          {day.map((part) => (
            <Part {...part} around={around} />
          ))}
          <p class="govuk-body">
            {counts.unassigned > 0 && (
              <>
                <a class="govuk-link" href={addressOf({ view: "unassigned", filters: {} })}>
                  {en.unassigned(countText(counts.unassigned), counts.unassigned === 1)}
                </a>
                {" · "}
              </>
            )}
            <a class="govuk-link" href="/queue">
              {en.toQueue}
            </a>
          </p>
        </div>
        <KeysDialog />
      </DeskPage>,
    )
  }

const Part: FC<PartOfDay & { around: Around }> = ({ part, address, rows, more, around }) => {
  const [all, ofWhat] = en.all(part)
  return (
    <section
      class={part === "danger" ? "candour-danger" : undefined}
      id={`day-${part}`}
      aria-labelledby={`title-${part}`}
    >
      <h2 class="govuk-heading-m" id={`title-${part}`}>
        {en.parts[part]}
      </h2>
      <ul class="candour-day">
        {rows.map((row) => (
          <Row row={row} part={part} around={around} />
        ))}
      </ul>
      {more && (
        <p class="govuk-body">
          <a class="govuk-link" href={address}>
            {all}
            <span class="govuk-visually-hidden">{ofWhat}</span>
          </a>
        </p>
      )}
    </section>
  )
}

/** One report of a day: its title first, as its holder knows it. */
const Row: FC<{ row: DayRow; part: DayPart; around: Around }> = ({
  row,
  part,
  around: { names, titles, person, today },
}) => (
  <li class="candour-day__row" data-id={row.id}>
    <span class="candour-day__what">
      <ReferenceLink id={row.id} /> <Title row={row} title={titles.get(row.id)} />
      <Tags row={row} />
      {row.forLead && part !== "sameDay" && (
        <>
          {" "}
          <Tag colour="red">{en.forLead}</Tag>
        </>
      )}
      {row.stopped?.map((each) => (
        <>
          {" "}
          <Tag colour="yellow">{en.stopped(holderName(each, names, person))}</Tag>
        </>
      ))}
    </span>
    <span class="candour-day__facts">
      {row.danger === "unknown" && row.urgency > 1 ? (
        // No column's name stands over it here.
        `${en.dangerUnknown} · `
      ) : (
        <>
          <DangerTag urgency={row.urgency} danger={row.danger} />{" "}
        </>
      )}
      {row.categories.map((each) => words.categories[each]).join(", ")}
      {" · "}
      {row.messageWaiting && `${queue.wrote} · `}
      {row.holder !== person && <>{en.holder(holderName(row.holder, names, person))} · </>}
      <RowDue row={row} today={today} />
    </span>
  </li>
)
