import type { RoutingReason } from "@candour/domain/contact.ts"
import { plural } from "@candour/web/language.ts"

/** Why a report is at the national desk: routing's reason, or how another desk sent it. */
export type AllocationReason = RoutingReason | "handed" | "copied"

const reasons: Record<AllocationReason, string> = {
  unknown: "Nobody could tell which force.",
  "reporter-chose-desk": "The reporter chose the national desk over the force. They weren’t asked why.",
  "standards-unit": "It’s about somebody in the unit that would read it.",
  "chief-officer": "It’s about somebody who runs the force.",
  diverted: "The force’s new reports were taken here just then.",
  "desk-not-open": "The force’s desk wasn’t open.",
  found: "It was routed here by name.",
  chosen: "It was routed here by choice.",
  handed: "Another desk handed it here.",
  copied: "A copy of what the reporter told another force, for one that nobody could name.",
}

const prefilled: Record<AllocationReason, string> = {
  unknown: "Nobody could tell which force when it was told. From what it says it is yours.",
  "reporter-chose-desk": "The reporter chose the national desk. It was read here first, and is yours to look into.",
  "standards-unit": "It is about a standards unit, and goes to another force on purpose.",
  "chief-officer": "It is about a chief officer, and goes to another force on purpose.",
  diverted: "Your new reports were taken by the national desk when it was told.",
  "desk-not-open": "Your desk wasn’t open when it was told.",
  found: "From what it says it is yours.",
  chosen: "From what it says it is yours.",
  handed: "Another desk handed it to the national desk. From what it says it is yours.",
  copied: "A reporter told it to another force as well. From what it says it is yours.",
}

/** Words of the page where the national desk allocates what nobody could route. */
export const en = {
  title: "Allocate",
  what: "What came here and nobody holds yet. Open it, then give it to a force, or keep it.",
  none: "Nothing waits to be allocated.",
  waiting: (count: number) => plural("en", count, { one: "1 report waits", other: `${count} reports wait` }),
  more: (shown: number) => `The first ${shown} are shown. More come as these go.`,
  queue: "Waiting",
  reasons,
  prefilled,
  from: (desk: string) => `It came from ${desk}.`,
  maybe: (forces: string) => `Routing thought of ${forces}.`,
  about: (forces: string) => `The force concerned: ${forces}.`,
  since: (day: string) => `Here since ${day}`,
  received: "Received",
  due: "Due",
  current: "The report beside",
  mustNot: {
    "standards-unit": (force: string) => `Its own unit is concerned. Nobody at ${force} should read it.`,
    "chief-officer": (force: string) =>
      `A chief officer of ${force} is concerned, whom that force can’t judge. The local policing body is the authority.`,
    "reporter-chose-desk": (force: string) =>
      `The reporter chose this desk over a force, and we don’t keep which. If it was ${force}, they didn’t want it there.`,
    handed: (force: string) => `${force} handed it here: it shouldn’t go back without a word with them.`,
  } satisfies Partial<Record<AllocationReason, (force: string) => string>>,
  which: "Which force?",
  reason: "Reason, in words",
  reasonHint: "Filled in from why it came. It goes to the force, sealed with the report.",
  candidates: "By one key",
  notOpen: "its desk isn’t open",
  find: "Find a force by name",
  findHint: "Key f, a few letters of its name, then Enter gives it to the first.",
  found: (count: number) =>
    count === 0 ? "No open desk has that name." : plural("en", count, { one: "1 desk", other: `${count} desks` }),
  keep: "Keep it at this desk",
  everything: "Everything about this report",
  sureTitle: (force: string) => `Send it to ${force} all the same?`,
  sureNo: "Don’t send it",
  sureYes: (force: string) => `Send it to ${force}`,
  openFirst: "Open it first: nobody allocates what they haven’t read.",
  sending: (force: string) => `Sending to ${force}.`,
  given: (force: string) => `given to ${force}`,
  kept: "kept at this desk",
  keys: {
    toForce: "Give it to the force with this number",
    find: "Find a force by its name",
    keep: "Keep it at this desk",
  },
}
