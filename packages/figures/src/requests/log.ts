import type { Connection } from "@candour/database/connect.ts"
import { translated } from "@candour/database/errors.ts"
import { type Day, day } from "@candour/domain/day.ts"
import { addWorkingDays } from "@candour/domain/working-day.ts"
import { sql } from "drizzle-orm"
import { z } from "zod"
import { OUTCOMES } from "./messages.ts"
import { type Asked, asked, type Pack, pack } from "./pack.ts"
import { questionKey } from "./question.ts"

/** What was done about a request; `on` is a day that a person gave, not when it was recorded. */
export const step = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("answered"), detail: z.object({ outcome: z.enum(OUTCOMES), on: day }) }),
  z.object({ kind: z.literal("hours"), detail: z.object({ hours: z.number().positive().max(1_000), on: z.string() }) }),
  z.object({ kind: z.literal("noted"), detail: z.object({ note: z.string() }) }),
  /** The day it was received had been logged wrong. */
  z.object({ kind: z.literal("received"), detail: z.object({ on: day }) }),
  /** What was asked for to find the information came: the days are counted from then (FOIA s.1(3) and s.10(6)). */
  z.object({ kind: z.literal("clarified"), detail: z.object({ on: day }) }),
  /** More time is taken to weigh the public interest, where a section that isn't absolute is looked at (FOIA s.10(3)). */
  z.object({ kind: z.literal("extended"), detail: z.object({ to: day }) }),
])
export type Step = z.output<typeof step>

const recorded = z.intersection(step, z.object({ at: z.coerce.date(), by: z.string() }))

const request = z.object({
  number: z.int(),
  reference: z.string(),
  question: z.string(),
  received: day,
  due: day,
  logged: z.coerce.date(),
  by: z.string(),
  steps: z.array(recorded),
  packs: z.array(
    z.object({
      number: z.int(),
      question: asked,
      content: pack.nullable(),
      problem: z.string().nullable(),
      made: z.coerce.date().nullable(),
    }),
  ),
})
/** A request with all that was done about it and every answer made for it; its days as they stand by what was done. */
export type FoiRequest = z.output<typeof request>

/** Working days within which a request is answered (FOIA s.10(1)), and for which an answer may be put off at most. */
export const DAYS_TO_ANSWER = 20

/** `request` with the day it was received and the day it is due, by what was recorded since it was logged. */
export function asItStands<Logged extends Pick<FoiRequest, "received" | "due" | "steps">>(request: Logged): Logged {
  let { received, due } = request
  for (const { kind, detail } of request.steps) {
    if (kind === "received") received = detail.on
    if (kind === "received" || kind === "clarified") due = addWorkingDays(detail.on, DAYS_TO_ANSWER)
    if (kind === "extended") due = detail.to
  }
  return { ...request, received, due }
}

/** The requests of this login, first those not answered by the day they are due, then the last answered. */
export async function listRequests(transaction: Connection, only?: number): Promise<FoiRequest[]> {
  const { rows } = await transaction.execute(sql`
    with names as (select * from names_of_answering())
    select r.number, r.reference, r.question, r.received::text, r.due::text, r.logged,
        coalesce((select n.shown_name from names n where n.id = r.logged_by), '') as by,
        coalesce((select jsonb_agg(jsonb_build_object('kind', s.kind, 'detail', s.detail, 'at', s.at,
              'by', coalesce((select n.shown_name from names n where n.id = s.by), '')) order by s.number)
            from foi_step s where s.tenant = r.tenant and s.request = r.number), '[]') as steps,
        coalesce((select jsonb_agg(jsonb_build_object('number', p.number, 'question', p.question,
              -- A list needs none, and they can be long.
              'content', ${only === undefined ? sql`null` : sql`p.content`}, 'problem', p.problem, 'made', p.made) order by p.number)
            from foi_pack p where p.tenant = r.tenant and p.request = r.number), '[]') as packs
      from foi_request r where ${only === undefined ? sql`true` : sql`r.number = ${only}`}`)
  const isOpen = (each: FoiRequest) => answerOf(each) === undefined
  return z
    .array(request)
    .parse(rows)
    .map(asItStands)
    .sort(
      (one, other) =>
        Number(isOpen(other)) - Number(isOpen(one)) ||
        (isOpen(one) ? one.due.localeCompare(other.due) : other.received.localeCompare(one.received)) ||
        other.number - one.number,
    )
}

/** How a request was answered; a later answer stands for an earlier. */
export const answerOf = ({ steps }: FoiRequest) =>
  steps.findLast((each): each is typeof each & { kind: "answered" } => each.kind === "answered")?.detail

/** The last answer to each question that was asked for a request, in the order in which they were first asked. */
export const lastOfEach = ({ packs }: Pick<FoiRequest, "packs">): Pack[] => [
  ...new Map(
    packs.flatMap(({ content }) => (content ? [[questionKey(content.question), content] as const] : [])),
  ).values(),
]

/** Hours spent on a request. */
export const hoursOf = ({ steps }: FoiRequest): number =>
  steps.reduce((total, each) => total + (each.kind === "hours" ? each.detail.hours : 0), 0)

const number = async (transaction: Connection, query: ReturnType<typeof sql>): Promise<number> =>
  translated(async () => {
    const { rows } = await transaction.execute<{ number: number }>(query)
    return rows[0]?.number as number
  })

/** Logs a request; gives its number. @throws MayNotFollow - `reference-taken`, `wrong-role` or `not-yet` */
export const logRequest = (
  transaction: Connection,
  { by, reference, question, received }: { by: string; reference: string; question: string; received: Day },
): Promise<number> =>
  number(transaction, sql`select log_request(${by}, ${reference}, ${question}, ${received}::date) as number`)

/** Records what was done about a request. @throws MayNotFollow - `wrong-role` or `no-request` */
export const addStep = (
  transaction: Connection,
  by: string,
  request: number,
  { kind, detail }: Step,
): Promise<number> =>
  number(
    transaction,
    sql`select add_request_step(${by}, ${request}::integer, ${kind}, ${JSON.stringify(detail)}::jsonb) as number`,
  )

/** Asks for an answer from the figures, which the national view makes; gives its number within the request. */
export const askForPack = (transaction: Connection, by: string, request: number, wanted: Asked): Promise<number> =>
  number(transaction, sql`select ask_for_pack(${by}, ${request}::integer, ${JSON.stringify(wanted)}::jsonb) as number`)
