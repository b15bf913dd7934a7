import type { Connection } from "@candour/database/connect.ts"
import { alarm, alarmEntry } from "@candour/database/schema.ts"
import { InsetText } from "@candour/web/components/text.tsx"
import { formatMoment } from "@candour/web/format-moment.ts"
import { and, asc, eq, isNull } from "drizzle-orm"
import type { FC } from "hono/jsx"
import { en } from "./messages.ts"

/** What somebody of this desk was told about an alarm, when, and by whom of the national body. */
interface Told {
  name: string
  whom: string
  rang: Date
  told: string
}

/** An alarm about this desk that stands, as its leads may know of it. */
export interface DeskAlarm {
  what: keyof typeof en.alarm.causes
  raised: Date
  told: readonly Told[]
}

/** The alarms about the desk that `transaction` is of, the oldest first. */
export async function alarmsHere(transaction: Connection): Promise<DeskAlarm[]> {
  const rows = await transaction
    .select({
      number: alarm.number,
      what: alarm.what,
      raised: alarm.raised,
      name: alarmEntry.name,
      whom: alarmEntry.whom,
      rang: alarmEntry.rang,
      told: alarmEntry.told,
    })
    .from(alarm)
    .leftJoin(alarmEntry, and(eq(alarmEntry.tenant, alarm.tenant), eq(alarmEntry.alarm, alarm.number)))
    .where(isNull(alarm.ended))
    .orderBy(asc(alarm.raised), asc(alarm.number), asc(alarmEntry.number))
  return [...Map.groupBy(rows, ({ number }) => number).values()].flatMap((own) => {
    const [first] = own
    const told = own.flatMap(({ name, whom, rang, told: words }) =>
      name && whom && rang && words ? [{ name, whom, rang, told: words }] : [],
    )
    return first ? [{ what: first.what, raised: first.raised, told }] : []
  })
}

/** Tells a lead that the national body has an alarm about the desk, and what was said on the telephone about it. */
export const AlarmsHere: FC<{ alarms: readonly DeskAlarm[] }> = ({ alarms }) =>
  alarms.length === 0 ? null : (
    <InsetText>
      <h2 class="govuk-heading-m">{en.alarm.title}</h2>
      <p class="govuk-body">{en.alarm.what}</p>
      <ul class="govuk-list govuk-list--bullet">
        {alarms.map(({ what, raised, told }) => (
          <li>
            {en.alarm.causes[what]}, {en.alarm.since(formatMoment(raised))}
            {told.map(({ name, whom, rang, told: words }) => (
              <p class="govuk-body-s">
                {en.alarm.rang(name, whom, formatMoment(rang))} {words}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </InsetText>
  )
