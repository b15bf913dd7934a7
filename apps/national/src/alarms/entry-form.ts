import { type Day, day as realDay } from "@candour/domain/day.ts"
import { tenantId } from "@candour/domain/tenant.ts"
import { z } from "zod"

/** Which alarm an address names: `/alarms/kent/3`. */
export const alarmPlace = z.object({ desk: tenantId, number: z.coerce.number().int().min(1).max(1_000_000) })

/** How many entries somebody had before them when they pressed. */
export const seenForm = z.object({ seen: z.coerce.number().int().min(0) })

const words = (problem: string) => z.string().trim().min(1, problem).max(2_000, problem)

/** A call as it is posted; `now` bounds when it was. Gives the instant of it. */
export const rangForm = (now: Date) =>
  z
    .object({
      whom: z.string().trim().min(1, "whom").max(120, "whom"),
      "rang-day": z.string().trim(),
      "rang-month": z.string().trim(),
      "rang-year": z.string().trim(),
      time: z.string().trim(),
      told: words("told"),
      said: z.string().trim().max(2_000, "said"),
    })
    .transform(({ whom, told, said, time, ...typed }, context) => {
      const day = realDay.safeParse(
        [typed["rang-year"], typed["rang-month"].padStart(2, "0"), typed["rang-day"].padStart(2, "0")].join("-"),
      )
      const clock = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(time)
      if (!day.success) context.addIssue({ code: "custom", path: ["rang"], message: "day" })
      if (clock === null) context.addIssue({ code: "custom", path: ["time"], message: "time" })
      if (!day.success || clock === null) return z.NEVER
      const at = londonInstant(day.data, `${clock[1]?.padStart(2, "0")}:${clock[2]}`)
      if (at > now) context.addIssue({ code: "custom", path: ["time"], message: "future" })
      return { whom, told, said: said === "" ? undefined : said, at }
    })

/** What was done, as it is posted. */
export const doneForm = z.object({ done: words("done") })

/** To whom an alarm goes, as it is posted. */
export const handOverForm = seenForm.extend({ colleague: z.uuid("colleague") })

/** Where somebody's alarms go; empty for nowhere. */
export const mailForm = z.object({
  mail: z
    .string()
    .trim()
    .toLowerCase()
    .refine((typed) => typed === "" || /^[^@\s]{1,64}@[a-z0-9.-]{1,180}$/.test(typed), "mail"),
})

const london = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  hour: "2-digit",
  minute: "2-digit",
  hour12: false,
})

/** The time of the day in Europe/London, `14:05`. */
export const londonTime = (at: Date): string => london.format(at)

/** The instant at which clocks in Europe/London show `time`, `HH:MM`, on `day`; the second of the two in October. */
export function londonInstant(day: Day, time: string): Date {
  const asWinter = new Date(`${day}T${time}:00Z`)
  return londonTime(asWinter) === time ? asWinter : new Date(asWinter.getTime() - 3_600_000)
}
