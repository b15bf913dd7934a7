import { asNational } from "@candour/database/as.ts"
import type { Connection, Database } from "@candour/database/connect.ts"
import { mayPass, SomebodyWasFirst } from "@candour/database/errors.ts"
import { type Clock, type Day, dayOf } from "@candour/domain/day.ts"
import { type Tenant, tenantId } from "@candour/domain/tenant.ts"
import { formatDay } from "@candour/web/language.ts"
import { sql } from "drizzle-orm"
import { z } from "zod"
import { definitionsInFull } from "../answer.ts"
import { idOf } from "../catalogue.ts"
import { fineCounts } from "../counts.ts"
import { keyOf, type ProtectedTable, type Register, type Table } from "../protection/cell.ts"
import { type ReadRegister, readRegister } from "../register/register.ts"
import { relevantTo } from "../register/relevant.ts"
import { tableOf } from "../register/table-of.ts"
import type { LineForces } from "../scope.ts"
import { COMES_IN_BY_ITSELF, monthsStopped } from "../stopped-desks.ts"
import { otherDayGiven } from "./given-day.ts"
import {
  type Asked,
  asked,
  changesOf,
  countsAsked,
  countTheSame,
  digestOf,
  nameOf,
  type Pack,
  type PackRow,
  pack,
  rowsOf,
  totalOf,
} from "./pack.ts"
import { periodEnd } from "./period.ts"
import { type Group, isOwn, knownAtOf, type Question, questionKey } from "./question.ts"

/** What making packs needs of the app that it runs in. */
export interface PackMaker {
  /** With the login `national`. */
  database: Database
  clock: Clock
  lineForces: LineForces
  /** The groups there were on a day, in the order in which they are shown. */
  groupsOf(by: Exclude<Group, "none">, asAt: Day): readonly string[]
  /** `protect` of packages/figures: in a thread of its own where a page would wait for it. */
  protect(tables: readonly Table[], register: Register): Promise<ProtectedTable[]>
}

const place = z.object({ tenant: tenantId.or(z.literal("national")), request: z.int(), number: z.int() })
type Place = z.output<typeof place>
/** As a desk's login may have written it by hand. */
const waiting = place.extend({ question: z.unknown() })

const NO_QUESTION = "This isn’t a question that figures answer, or not about one’s own force."
const NOT_OVER = "That day isn’t over yet."
const otherDay = (on: Day) =>
  `Figures of this month went out as at ${formatDay(on, "en")} already, and a second day so near would say when somebody reported. Ask as at that day, or the last of a month.`
const UNEXPECTED = "Something in Candour failed. Tell whoever runs it."

/** How often a pack is tried while others go out at the same time. */
const TRIES = 5

/**
 * Makes every pack that somebody has asked for and nobody has made, the oldest of each desk first; gives how many. One that
 * can't be answered says why, to whoever asked.
 */
export async function makePacks(maker: PackMaker): Promise<number> {
  const { rows } = await asNational(maker.database, (transaction) =>
    transaction.execute(sql`
      select tenant, request, number, question from foi_pack where made is null
        order by row_number() over (partition by tenant order by asked, request, number), asked, tenant`),
  )
  for (const { question, ...one } of z.array(waiting).parse(rows)) {
    const read = asked.safeParse(question)
    if (read.success && isOwn(one.tenant, read.data.question)) await makeOne(maker, one, read.data)
    else await give(maker, one, { problem: NO_QUESTION })
  }
  return rows.length
}

async function makeOne(maker: PackMaker, one: Place, question: Asked): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await give(maker, one, await answerTo(maker, question))
    } catch (error) {
      if (error instanceof SomebodyWasFirst && tries < TRIES) continue
      if (mayPass(error)) throw error
      return give(maker, one, { problem: error instanceof RangeError ? error.message : UNEXPECTED })
    }
  }
}

type Given = { content: Pack; tables: ProtectedTable[] | undefined; last: number } | { problem: string }

async function give({ database }: PackMaker, { tenant, request, number }: Place, given: Given): Promise<void> {
  const { content, tables, last, problem } = {
    content: undefined,
    tables: undefined,
    last: 0,
    problem: undefined,
    ...given,
  }
  const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value))
  await asNational(database, (transaction) =>
    transaction.execute(sql`
      select give_pack(${tenant}, ${request}::integer, ${number}::integer, ${json(content)}::jsonb, ${problem ?? null},
        ${last}::integer, ${json(tables)}::jsonb)`),
  )
}

/** What the database calls a pack in the register. */
const registerName = (tenant: Tenant, request: number, number: number) => `Pack ${tenant} ${request}/${number}`

async function answerTo(maker: PackMaker, { question, answer, section }: Asked) {
  const made = dayOf(maker.clock.now())
  if (question.asAt >= made) throw new RangeError(NOT_OVER)
  const means = JSON.stringify(definitionsInFull().filter(({ figure }) => figure === idOf(question.figure)))
  const said = (rows: PackRow[], more: Pick<Pack, "total" | "published" | "before">): Pack => ({
    question,
    answer,
    section,
    made,
    rows,
    ...more,
    digest: digestOf({ question, answer, section, rows }, means),
  })
  if (answer === "neither")
    return { content: said([], { total: null, published: [], before: null }), tables: undefined, last: 0 }

  const { asAt } = question
  const knownAt = knownAtOf(question, made)
  const { counted, stopped, register, same, released } = await asNational(maker.database, async (transaction) => ({
    counted: await fineCounts(transaction, { asAt: knownAt, to: asAt }, maker.lineForces),
    stopped: await monthsStopped(transaction, asAt),
    register: await readRegister(transaction),
    same: await lastOf(transaction, question),
    released: await namesOfReleases(transaction),
  }))
  const other = otherDayGiven(asAt, idOf(question.figure), register.entries)
  if (other !== undefined) throw new RangeError(otherDay(other))
  const table = tableOf(counted, { asAt, knownAt }, [countsAsked(question)], maker.lineForces)
  const before = register.entries.find(({ name }) => name === same?.registered)?.tables[0]
  const isUnchanged = before !== undefined && countTheSame(before.cells, table.cells)
  const [shown] = isUnchanged
    ? [before]
    : await maker.protect([table], relevantTo(register.entries, [idOf(question.figure)]))

  const groups = question.by === "none" ? [null] : maker.groupsOf(question.by, question.asAt)
  const rows = rowsOf(question, shown as ProtectedTable, groups, isStoppedIn(question, stopped))
  const content = said(rows, {
    total: totalOf(question, rows),
    published: publishedOf(question, rows, register, released),
    before: same && { made: same.content.made, changed: changesOf(same.content.rows, rows) },
  })
  // What went out before and hasn't changed lets nobody work out more than before.
  return { content, tables: isUnchanged ? undefined : [shown as ProtectedTable], last: register.last }
}

const last = z.object({ tenant: z.string(), request: z.int(), number: z.int(), content: pack })

/** The last answer with counts to the same question, whoever asked it. */
async function lastOf(transaction: Connection, question: Question) {
  const { rows } = await transaction.execute(sql`
    select tenant, request, number, content from foi_pack
      where content is not null and question -> 'question' @> ${JSON.stringify(question)}::jsonb
        and question ->> 'answer' = 'counts'
      order by made desc, tenant, request desc, number desc`)
  const found = z
    .array(last)
    .parse(rows)
    .filter((each) => questionKey(each.content.question) === questionKey(question))
  const [newest] = found
  if (newest === undefined) return null
  // What was entered in the register for it may be an earlier one's, of which it was a repeat.
  const { rows: entered } = await transaction.execute<{ name: string }>(sql`
    select name from released where name = any(${sql.param(found.map((each) => registerName(each.tenant, each.request, each.number)))}::text[])
      order by number desc limit 1`)
  return {
    content: newest.content,
    registered: entered[0]?.name,
  }
}

const isStoppedIn =
  ({ figure, force, by }: Question, stopped: ReadonlyMap<Tenant, string>) =>
  ({ period, group }: Omit<PackRow, "count">): boolean => {
    const desk = by === "force" ? group : (force ?? null)
    const since = desk === null ? undefined : stopped.get(desk)
    if (since === undefined || COMES_IN_BY_ITSELF.includes(figure)) return false
    return period === null || since <= periodEnd(period).slice(0, 7)
  }

/** The names of the releases that are out. One that is checked is in the register before its day, and nobody's yet. */
async function namesOfReleases(transaction: Connection): Promise<ReadonlySet<string>> {
  const { rows } = await transaction.execute<{ name: string }>(
    sql`select format('Release %s (%s)', number, quarter) as name from release where published is not null`,
  )
  return new Set(rows.map(({ name }) => name))
}

/** How many rows each release already shows with the same count. */
function publishedOf(
  question: Question,
  rows: readonly PackRow[],
  { entries }: ReadRegister,
  released: ReadonlySet<string>,
): Pack["published"] {
  const printed = rows.filter(({ count }) => typeof count === "number" && count > 0)
  return entries
    .filter(({ name }) => released.has(name))
    .flatMap(({ name, tables }) => {
      const shown = new Map(
        tables
          .filter((each) => each.asAt === question.asAt)
          .flatMap(({ cells }) => cells)
          .filter(({ hidden, unprinted }) => !hidden && !unprinted)
          .map((cell) => [keyOf(cell.name), cell.value]),
      )
      const found = printed.filter((row) => shown.get(keyOf(nameOf(question, row))) === row.count).length
      return found === 0 ? [] : [{ release: name, rows: found }]
    })
}
