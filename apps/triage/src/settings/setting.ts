import type { Connection } from "@candour/database/connect.ts"
import { deskSetting, staff } from "@candour/database/schema.ts"
import { type ClockLimits, NATIONAL_LIMITS } from "@candour/domain/clock.ts"
import { eq, sql } from "drizzle-orm"
import { z } from "zod"

/** How a desk has set itself up. */
export interface DeskSetting {
  limits: ClockLimits
  opening: "unit" | "holder-and-lead"
  onCall: string
  /** `HH:MM`, both or neither. */
  divertFrom: string
  divertTo: string
}

/** The setting of the desk that `transaction` is of; until a lead changes something, the national limits. */
export async function settingOf(transaction: Connection, tenant: string): Promise<DeskSetting> {
  const [row] = await transaction.select().from(deskSetting).where(eq(deskSetting.tenant, tenant))
  const { acknowledge, assess, update, review } = row ?? NATIONAL_LIMITS
  return {
    limits: { acknowledge, assess, update, review },
    opening: row?.opening ?? "holder-and-lead",
    onCall: row?.onCall ?? "",
    divertFrom: row?.divertFrom?.slice(0, 5) ?? "",
    divertTo: row?.divertTo?.slice(0, 5) ?? "",
  }
}

const hour = z.union([z.literal(""), z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)])

/** A lead's form, as it is posted. */
export const settingForm = z
  .object({
    acknowledge: z.coerce.number().int().min(0).max(1),
    assess: z.coerce.number().int().min(1).max(5),
    update: z.coerce.number().int().min(1).max(28),
    review: z.coerce.number().int().min(1).max(3),
    opening: z.enum(["unit", "holder-and-lead"]),
    onCall: z.union([
      z.literal(""),
      z
        .string()
        .trim()
        .regex(/^[0-9+() -]{3,30}$/),
    ]),
    divertFrom: hour,
    divertTo: hour,
  })
  .refine(({ divertFrom, divertTo }) => (divertFrom === "") === (divertTo === ""), { path: ["divertFrom"] })
  .refine(({ divertFrom, divertTo }) => divertFrom === "" || divertFrom !== divertTo, { path: ["divertFrom"] })

/** @throws MayNotFollow - `person` is no lead of this desk */
export const changeSetting = (transaction: Connection, person: string, to: z.infer<typeof settingForm>) =>
  transaction.execute(sql`select set_desk_setting(${person}, ${to.acknowledge}, ${to.assess}, ${to.update},
    ${to.review}, ${to.opening}, ${to.onCall || null}, ${to.divertFrom || null}::time, ${to.divertTo || null}::time)`)

/** Where somebody's morning e-mail goes; empty where they want none. */
export async function mailOf(transaction: Connection, person: string): Promise<string> {
  const [row] = await transaction.select({ mail: staff.mail }).from(staff).where(eq(staff.id, person))
  return row?.mail ?? ""
}

export const mailForm = z.object({
  mail: z.union([
    z.literal(""),
    z
      .string()
      .trim()
      .toLowerCase()
      .pipe(z.email().regex(/^[^@\s]{1,64}@[a-z0-9.-]{1,180}$/)),
  ]),
})

export const changeMail = (transaction: Connection, person: string, mail: string) =>
  transaction.execute(sql`select set_mail(${person}, ${mail || null})`)
