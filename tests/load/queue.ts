import { asOwner } from "@candour/database/as.ts"
import { sql } from "drizzle-orm"
import type { House } from "../../apps/operator/src/house.ts"
import type { DemoSignIn } from "../../apps/operator/src/seed/seed-demo.ts"
import { startAsking } from "./ask-apart.ts"
import { fillQueues } from "./fill-queues.ts"
import { cookieOf, page } from "./sign-in.ts"
import { inWords, type Row } from "./timing.ts"

/** The page after this many rows is the thousandth. */
const ROWS_BEFORE = 49_950

/** What is measured, with the order of its list, in which the thousandth page, or the last, is looked up. */
const VIEWS: readonly { asked: string; where: string; place: string; order: string }[] = [
  { asked: "all&danger=soon", ...inQueue("urgency = 1") },
  ...["", "&category=discrimination", "&category=favours", "&category=advantage"].map((filter) => ({
    asked: `all${filter}`,
    ...inQueue("true"),
  })),
  { asked: "all&stage=investigating", ...inQueue("stage = 'investigating'") },
  { asked: "all&stage=received&category=favours", ...inQueue("stage = 'received'") },
  { asked: "all&holder=OFFICER", ...inQueue("holder = 'OFFICER'") },
  { asked: "all&holder=OFFICER&stage=intelligence&category=partner", ...inQueue("holder = 'OFFICER'") },
  { asked: "all&from=DAY&to=DAY", ...inQueue("day = 'DAY'") },
  { asked: "all&from=DAY&to=DAY&category=discrimination&stage=received", ...inQueue("day = 'DAY'") },
  { asked: "all&from=DAY", ...inQueue("day >= 'DAY'") },
  { asked: "mine", ...inQueue("holder = 'OFFICER'") },
  { asked: "overdue", ...inQueue("due < current_date") },
  { asked: "overdue&category=favours", ...inQueue("due < current_date") },
  { asked: "unassigned", ...inQueue("holder is null") },
  { asked: "accept", ...inQueue("came_from is not null") },
  { asked: "messages", where: "message_waiting", place: "due::text || '_' || id", order: "due, id" },
  { asked: "disputed", where: "disputed", place: "due::text || '_' || id", order: "due, id" },
  { asked: "closed", ...closed() },
  { asked: "closed&category=favours", ...closed() },
  { asked: "closed&holder=OFFICER", ...closed(" and holder = 'OFFICER'") },
  { asked: "waiting", where: "false", place: "id", order: "id" },
  { asked: "moved", where: "false", place: "id", order: "id" },
]

function inQueue(where: string) {
  return {
    where: `stage <> 'closed' and ${where}`,
    place: "urgency || '_' || due || '_' || id",
    order: "urgency, due, id",
  }
}

function closed(and = "") {
  return { where: `stage = 'closed'${and}`, place: "day::text || '_' || id", order: "day desc, id desc" }
}

/**
 * The queue page with 100 reports in the force, and with 100,000 in the force and a million in the database: every view
 * and several filters, first page and thousandth (or last), in milliseconds over loopback and bytes.
 */
export async function measureQueue(
  house: House,
  port: number,
  signIns: readonly DemoSignIn[],
  row: Row,
): Promise<void> {
  const base = `http://127.0.0.1:${port}`
  const officer = signIns.find((each) => each.name === "officer.gwent")
  if (officer === undefined) throw new Error("The demo has no officer of Gwent.")
  const cookie = await cookieOf(base, officer)
  const ask = async <Found extends Record<string, unknown>>(text: string) =>
    (await asOwner(house.database, (transaction) => transaction.execute<Found>(sql.raw(text)))).rows

  const [{ id: person = "" } = {}] = await ask<{ id: string }>("select id from staff where name = 'officer.gwent'")
  const [{ day = "" } = {}] = await ask<{ day: string }>("select (current_date - 100)::text as day")
  const filled = (text: string) => text.replaceAll("OFFICER", person).replaceAll("DAY", day)

  const asking = startAsking()
  const measure = async (label: string, path: string) => {
    const url = `${base}${path}`
    await asking.ask({ url, cookie, times: 20 }) // the code is compiled as it runs
    const { milliseconds, bytes: sent } = await asking.ask({ url, cookie, times: 100 })
    const bytes = await page(url, cookie)
    // On a machine that others use too, the least says what the page itself takes.
    row(
      label,
      `${inWords(milliseconds)}, least ${Math.min(...milliseconds).toFixed(1)}, ${(sent / 1_000).toFixed(1)} kB sent, ${(bytes / 1_000).toFixed(1)} kB`,
    )
    return milliseconds
  }

  const firsts: number[][] = []
  for (const [inForce, inAll] of [
    [100, 100],
    [100_000, 1_000_000],
  ] as const) {
    await fillQueues(house, { force: "gwent", inForce, inAll, person })
    const label = `${inForce.toLocaleString("en")} in the force`
    firsts.push(await measure(`${label}: all`, "/queue?view=all"))
    await measure(`${label}: My day`, "/")
  }
  for (const { asked, where, place, order } of VIEWS) {
    const path = `/queue?view=${filled(asked)}`
    await measure(`${asked}, first page`, path)
    const [{ count = 0 } = {}] = await ask<{ count: number }>(
      `select count(*)::integer as count from report where tenant = 'gwent' and ${filled(where)}`,
    )
    if (count < 102) continue
    const before = Math.min(ROWS_BEFORE, count - 51)
    const [{ after = "" } = {}] = await ask<{ after: string }>(
      `select ${place} as after from report where tenant = 'gwent' and ${filled(where)}
        order by ${order} offset ${before - 1} limit 1`,
    )
    await measure(`${asked}, after ${before.toLocaleString("en")} rows`, `${path}&after=${encodeURIComponent(after)}`)
  }
  const mean = (taken: number[] = []) => taken.reduce((total, each) => total + each, 0) / taken.length
  asking.stop()
  row("100,000 beside 100", `${(mean(firsts[1]) / mean(firsts[0])).toFixed(2)} times the time`)
}
