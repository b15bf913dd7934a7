import type { Connection } from "@candour/database/connect.ts"
import { report } from "@candour/database/schema.ts"
import { addMonths, type Day } from "@candour/domain/day.ts"
import { type Assessment, stepOf } from "@candour/domain/ladder.ts"
import { onePerson } from "@candour/domain/one-person.ts"
import { findingOf, type Outcome } from "@candour/domain/outcome.ts"
import type { Stage } from "@candour/domain/stage.ts"
import { sql } from "drizzle-orm"
import { notKeptFrom, type Reader } from "../../queue/list-queue.ts"
import { assessmentOf } from "./in-one-report.ts"
import type { FoundPattern } from "./pattern.ts"

/** Months within which a report a step higher than an earlier one shows that it gets worse. */
const WORSE_MONTHS = 36
/** Months within which so many small things about one person are looked at together. */
const SMALL_MONTHS = 24
const SMALL = 3
/** So many reports ever, or two within so many months, and the coordinator knows too. */
const TELL = 3
const TELL_MONTHS = 12

/** One of the reports about a person, as it stands in the clear. */
interface AboutPerson extends Record<string, unknown> {
  id: string
  day: Day
  stage: Stage
  assessment: Assessment | null
  outcomes: Outcome[]
}

/** Pairs of a report and a number of a person in it, whom a lead last said to be one. */
export async function matches(transaction: Connection): Promise<[string, string][]> {
  const { rows } = await transaction.execute<{ one: string; other: string }>(sql`
    with said as (
      select m.report || ' ' || (m.detail ->> 'person') as a, (m.detail ->> 'report') || ' ' || (m.detail ->> 'other') as b,
          m.detail -> 'same' = 'true' as same, m.at
        from event m where m.kind = 'matched'
    ), last as (
      select distinct on (least(a, b), greatest(a, b)) a, b, same from said order by least(a, b), greatest(a, b), at desc
    )
    select a as one, b as other from last where same`)
  return rows.map(({ one, other }) => [one, other])
}

/** The reports of these ends that the desk holds and the reader may see, by id, with each person's outcome. */
async function reportsOf(
  transaction: Connection,
  { person }: Reader,
  ends: readonly string[],
): Promise<ReadonlyMap<string, AboutPerson>> {
  const { rows } = await transaction.execute<AboutPerson & { ending: string }>(sql`
    select e.ending, ${report.id}, ${report.day}::text as day, ${report.stage}, a.detail as assessment,
        array(select o.detail ->> 'outcome' from event o where o.report = ${report.id} and o.kind = 'outcome'
          and o.detail ->> 'person' = split_part(e.ending, ' ', 2)
          and not exists (select from event c where c.report = o.report and c.kind = 'corrected'
            and (c.detail ->> 'corrects')::integer = o.number)) as outcomes
      from unnest(${sql.param([...ends])}::text[]) e (ending)
        join ${report} on ${report.id} = split_part(e.ending, ' ', 1)::uuid
        left join lateral ${assessmentOf(sql`${report.id}`)} a on true
      where ${notKeptFrom(person)}`)
  return new Map(rows.map(({ ending, ...about }) => [ending, about]))
}

const isOpen = ({ stage }: AboutPerson) => stage !== "closed"
const wasProven = ({ outcomes }: AboutPerson) => outcomes.some((each) => findingOf(each) === "proven")
const isSmall = ({ assessment }: AboutPerson) =>
  assessment !== null &&
  ([assessment.threat, ...assessment.others].includes("authority") || assessment.signs?.includes("rudeness") === true)
const step = ({ assessment }: AboutPerson) => (assessment === null ? 0 : stepOf(assessment))

/** The newest open report that stands a step higher than one before it, with the highest of those before. */
function escalation(newestFirst: readonly AboutPerson[]): string[] | undefined {
  for (const later of newestFirst.filter(isOpen)) {
    const [earlier] = newestFirst
      .filter(({ day }) => day <= later.day && addMonths(day, WORSE_MONTHS) >= later.day)
      .filter((each) => step(each) > 0 && step(each) < step(later))
      .toSorted((one, other) => step(other) - step(one))
    if (earlier) return [later.id, earlier.id]
  }
  return undefined
}

function patternsOf(reports: readonly AboutPerson[], today: Day): FoundPattern[] {
  const newestFirst = reports.toSorted(
    (one, other) => other.day.localeCompare(one.day) || one.id.localeCompare(other.id),
  )
  const ids = newestFirst.map(({ id }) => id)
  const found: FoundPattern[] = []
  if (newestFirst.length > 1 && newestFirst.some(isOpen)) {
    const within = newestFirst.some((later, place) => {
      const earlier = newestFirst[place + 1]
      return earlier !== undefined && addMonths(earlier.day, TELL_MONTHS) >= later.day
    })
    found.push({
      pattern: newestFirst.some((each) => !isOpen(each) && !wasProven(each)) ? "closed-before" : "repeat",
      reports: ids,
      tellCoordinator: newestFirst.length >= TELL || within,
    })
  }
  const worse = escalation(newestFirst)
  if (worse) found.push({ pattern: "escalation", reports: worse })
  const small = newestFirst.filter((each) => isSmall(each) && addMonths(each.day, SMALL_MONTHS) >= today)
  if (small.length >= SMALL) found.push({ pattern: "low-level", reports: small.map(({ id }) => id) })
  return found
}

/**
 * Patterns of reports that a lead confirmed to be about one person. A report that is closed still counts: small things
 * were each closed by themselves before anybody read them together.
 */
export async function aboutOnePerson(transaction: Connection, reader: Reader): Promise<FoundPattern[]> {
  const people = onePerson(await matches(transaction))
  if (people.length === 0) return []
  const known = await reportsOf(transaction, reader, people.flat())
  return people.flatMap((ends) => {
    // One report may say two of its people to be one: it is still one report.
    const reports = new Map(
      ends.flatMap((ending) => {
        const about = known.get(ending)
        return about ? [[about.id, about] as const] : []
      }),
    )
    return patternsOf([...reports.values()], reader.today)
  })
}
