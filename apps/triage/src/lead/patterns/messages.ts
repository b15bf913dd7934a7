import { plural } from "@candour/web/language.ts"
import type { Pattern } from "./pattern.ts"

/** What a pattern is called, why it is shown, and what is to be done next. */
interface PatternWords {
  title: string
  why: string
  next: string
}

const pattern: Record<Pattern, PatternWords> = {
  exposure: {
    title: "Indecent exposure or voyeurism",
    why: "An officer who exposed himself was reported before he killed; nobody took it for what it was.",
    next: "Look at it today. Treat it as an offence that may have been committed, and say who secures the evidence.",
  },
  "partner-risk": {
    title: "Abuse of a partner by somebody with firearms, or who works with victims",
    why: "An officer who abused women for years carried a gun at work.",
    next: "Look at it today. Decide about the firearms, the posting and the safety of whoever is at risk.",
  },
  escalation: {
    title: "About one person, and it gets worse",
    why: "Reports that were each judged by themselves hid that one led to the next.",
    next: "Read them together from the first. What is open is to be judged by the whole course.",
  },
  "closed-before": {
    title: "Reported before, and closed without a finding",
    why: "Eleven claims about one officer were judged one by one.",
    next: "Read the closed one again beside the new one. Reopen it where the two support each other.",
  },
  repeat: {
    title: "Reported before: a lead confirmed that it is the same person",
    why: "Nine incidents in twenty years were never joined.",
    next: "Read them together, and let one person hold them all.",
  },
  "met-on-duty": {
    title: "Sexual, and they met through police work",
    why: "Whoever met somebody as a victim, witness, suspect or child used their position: consent is no defence.",
    next: "Assess it as abuse of position for a sexual purpose, and refer it to the IOPC.",
  },
  "iopc-open": {
    title: "A ground for the IOPC was found, and nobody has decided yet",
    why: "It must go by the end of the next day.",
    next: "Decide, with the reason in words.",
  },
  lookup: {
    title: "Somebody was looked up, and it is about a partner or sex",
    why: "A search on police systems is how a victim is found, and how she is followed.",
    next: "Have every search that the person made on those concerned secured and gone through.",
  },
  moved: {
    title: "Open, and a person concerned leaves, rejoins or changes force",
    why: "Vetting elsewhere passes somebody whose own force has reports open, unless it is told.",
    next: "Tell the standards unit and the vetting of the other force; refer a copy where they need it.",
  },
  unit: {
    title: "Three or more people of one unit within a year, or a chat group",
    why: "A station’s chat groups showed what each complaint about one of them had not.",
    next: "Ask who else is in it. Look at the unit and its supervisors, not at one person alone.",
  },
  "low-level": {
    title: "Three or more small things about one person within two years",
    why: "Five complaints in six years came before anything that was called grave.",
    next: "Read them as one. Speak to the supervisor, and look for what lies behind.",
  },
  withdrawn: {
    title: "The reporter wants no more of it, or hasn’t answered for 28 days, and it is about a partner or sex",
    why: "One of the worst offenders was cleared after a woman withdrew.",
    next: "Don’t close it for that. Ask why, and go on without the reporter where that can be done.",
  },
  stale: {
    title: "About a partner or sex, and untouched for ten working days",
    why: "What lies still is forgotten, and whoever told us waits.",
    next: "Ask whoever holds it what is in the way, or give it to somebody else.",
  },
  flood: {
    title: "Three or more alike about one person within seven days",
    why: "It may be many who dare at last, or one who means harm.",
    next: "A note only: it closes nothing. Read them before you think either.",
  },
}

/** Words of the patterns that a lead must see. */
export const en = {
  title: "What should be read together or looked at",
  none: "Nothing of this kind just now.",
  pattern,
  next: (words: string) => ["Next: ", words] as const,
  unseen: "No lead has looked at it",
  tellCoordinator: (pattern: Pattern) =>
    pattern === "stale"
      ? "Untouched for twenty working days: the national coordinator must know too."
      : "Three ever, or two within twelve months: the national coordinator must know too.",
  together: (count: number) => plural("en", count, { one: "1 report", other: `${count} reports, the newest first` }),
}
