import { NATIONAL_DESK } from "@candour/domain/tenant.ts"
import { plural } from "@candour/web/language.ts"
import type { Services } from "./services.ts"

/** Milliseconds that a report may wait in the spool before somebody has to look why. */
const LONGEST_WAIT = 10 * 60_000

/**
 * What keeps this app from its work, in a sentence. The database being away for a moment doesn't: the spool takes
 * reports. A report that nobody delivers, would deliver or could read does.
 */
export function troubleOf({
  keys,
  spool,
  delivery,
}: Pick<Services, "keys" | "spool" | "delivery">): string | undefined {
  const conflicts = spool.conflicts()
  const refused = delivery.refused()
  if (!keys.recipientOf(NATIONAL_DESK)) return "The national desk has no inbox key yet, so a report could stay unread."
  if (keys.unusable() > 0) {
    return `Nothing can be sealed to ${plural("en", keys.unusable(), { one: "1 desk’s inbox key", other: `the inbox keys of ${keys.unusable()} desks` })}: the national desk gets the reports.`
  }
  if (conflicts > 0) {
    return `${plural("en", conflicts, { one: "1 report was", other: `${conflicts} reports were` })} put aside in the spool’s folder conflicts: another report has the id.`
  }
  if (spool.unreadable() > 0) {
    return `${plural("en", spool.unreadable(), { one: "1 file", other: `${spool.unreadable()} files` })} of the spool’s folder waiting can’t be read, and nobody delivers what is in it. Look at the file, then start the intake again.`
  }
  if (refused > 0) {
    return `The database refuses ${plural("en", refused, { one: "1 report", other: `${refused} reports` })} of the spool. They are kept.`
  }
  if (spool.longestWait() > LONGEST_WAIT) {
    const waiting = spool.waiting().length
    return plural("en", waiting, {
      one: "1 report waits in the spool, for more than 10 minutes. It is kept.",
      other: `${waiting} reports wait in the spool, the longest for more than 10 minutes. They are kept.`,
    })
  }
  return undefined
}
