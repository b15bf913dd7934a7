import type { LinkReason } from "@candour/domain/event.ts"

const why: Record<LinkReason, string> = {
  person: "the same person concerned",
  incident: "the same incident",
  unit: "the same unit or team",
  follows: "one adds to the other",
  other: "another reason",
}

/** Words of the reports that are linked to one, and of linking them. */
export const en = {
  title: "Linked reports",
  none: "No other report of this desk is linked to this one.",
  linkedFor: "Linked",
  why,
  said: (name: string, at: string) => `${name}, ${at}`,
  saidThere: "Recorded at that report: the reason in words stands there.",
  samePerson: (here: number, there: number) => `Person ${here} of this report is person ${there} of it`,
  movedAway: "It has moved to another desk.",
  toldOn: (day: string) => `told on ${day}`,
  link: "Link another report",
  reference: "Its reference",
  referenceHint: "Such as K7QF-2M9P. You can paste it, or the address of its page.",
  choose: "Or choose one",
  nothingChosen: "None of these",
  agrees: "May be about the same person",
  yours: "You hold it",
  reason: "What do they have in common?",
  optionalWords: "In words (optional)",
  sealed:
    "Sealed under this report’s key. Whoever has only the other report open reads what they have in common, and not these words.",
  button: "Link them",
  unlink: (reference: string) => `No longer linked to ${reference}`,
  unlinkText: "Both reports keep the record that they were linked, and that they no longer are.",
  unlinkButton: "Take the link away",
  problem: {
    missing: "Type the reference of a report, or choose one.",
    both: "Type a reference or choose a report, not both.",
    itself: "That is this report.",
    notFound: "No report that you may link has this reference. Check each letter and digit.",
  },
  /** What was recorded at other reports, for the history and the papers. */
  elsewhere: {
    title: "Recorded at other reports",
    linked: (reference: string, reason: string) => `${reference} was linked to this report: ${reason}`,
    unlinked: (reference: string) => `${reference} is no longer linked to this report`,
    matched: (reference: string, there: number, here: number, same: boolean) =>
      `Person ${there} of ${reference} ${same ? "is" : "isn’t"} person ${here} of this report`,
  },
}
