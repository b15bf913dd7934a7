import { asNational } from "@candour/database/as.ts"
import type { Database } from "@candour/database/connect.ts"
import { MayNotFollow } from "@candour/database/errors.ts"
import { type Day, day } from "@candour/domain/day.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { sql } from "drizzle-orm"
import { z } from "zod"
import { en } from "./messages.ts"

const why = z.string().trim().min(1, "why").max(500, "why")
const name = z.string().trim().min(3, "name").max(100, "name")
const from = z
  .object({ day: z.string(), month: z.string(), year: z.string() })
  .transform(({ day, month, year }) => [year, month.padStart(2, "0"), day.padStart(2, "0")].join("-"))
  .pipe(z.custom<Day>((text) => day.safeParse(text).success, "day"))

/** What each of the forms posts; its problems are keys of `problem` in messages.ts. */
export const pauseForm = z.object({ "pause-why": why })
export const renameForm = z.object({ en: name, cy: name, from, "rename-why": why })

/** A change of a force, by a coordinator. */
export interface AskedChange {
  force: Tenant
  by: string
  what: "paused" | "resumed" | "renamed"
  why: string
  name?: { from: Day; en: string; cy: string }
}

type Problem = keyof typeof en.problem

/**
 * Records a change of a force, which holds from then on in every app.
 *
 * @returns what keeps it from being made, or undefined where it was made
 */
export async function changeForce(database: Database, asked: AskedChange): Promise<Problem | undefined> {
  const { force, by, what, why, name } = asked
  try {
    await asNational(database, (transaction) =>
      transaction.execute(sql`select change_force(${by}, ${force}, ${what}, ${why}, ${name?.from ?? null}::date,
        ${name?.en ?? null}, ${name?.cy ?? null})`),
    )
    return undefined
  } catch (error) {
    if (error instanceof MayNotFollow && error.refusal in en.problem) return error.refusal as Problem
    throw error
  }
}
