import type { Database } from "@candour/database/connect.ts"
import { isAboutTheRow } from "@candour/database/errors.ts"
import { type NotedContact, noteContact } from "@candour/database/note-contact.ts"
import type { Day } from "@candour/domain/day.ts"
import { inTime } from "../in-time.ts"

/** Contacts on their way to the database at once: a flood of them must leave its connections to reports. */
const AT_ONCE = 2

/** Contacts that wait in memory at most, 100 bytes or so each. */
const MOST_WAITING = 10_000

/** Milliseconds until those that wait are tried again. */
const TRY_AGAIN = 30_000

interface Waiting {
  contact: NotedContact
  day: Day
}

/**
 * Counts contacts that are not for this hotline. Nobody waits for help because it couldn't be counted: what the database
 * doesn't take now waits in memory, with the day it came on, and is tried again; should the process end first, those
 * are lost, as no report is.
 *
 * @param tryAgain - milliseconds until those that wait are tried again
 */
export function createContactCount(
  database: Database,
  tryAgain = TRY_AGAIN,
): (contact: NotedContact, day: Day) => Promise<void> {
  const waiting = new Map<string, Waiting>()
  let underWay = 0
  let planned = false

  const wait = (each: Waiting) => {
    if (waiting.size < MOST_WAITING) waiting.set(each.contact.id, each)
    if (!planned) setTimeout(again, tryAgain).unref()
    planned = true
  }
  const again = async () => {
    planned = false
    for (const each of [...waiting.values()]) {
      waiting.delete(each.contact.id)
      if (!(await counted(each))) return
    }
  }
  /** Whether the next may follow. */
  const counted = async (each: Waiting): Promise<boolean> => {
    underWay += 1
    try {
      await inTime(noteContact(database, each.contact, each.day))
      return true
    } catch (error) {
      if (isAboutTheRow(error)) return true // it would be refused for ever
      wait(each)
      return false
    } finally {
      underWay -= 1
    }
  }
  return async (contact, day) => {
    if (underWay >= AT_ONCE) wait({ contact, day })
    else await counted({ contact, day })
  }
}
