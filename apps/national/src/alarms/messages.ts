import type { NationalClock } from "@candour/figures/overdue-clocks.ts"
import { plural } from "@candour/web/language.ts"
import type { AlarmCause } from "./causes.ts"

const causes: Record<AlarmCause, string> = {
  danger: "Somebody in danger waits",
  unopened: "Nobody opens reports",
  overdue: "A clock is long overdue",
  "no-sign-in": "Nobody signs in",
  "figures-stopped": "Figures have stopped",
}

/** Each clock of the triage, as a coordinator reads it. */
export const clockWords: Record<NationalClock, string> = {
  danger: "Act on danger",
  acknowledge: "Acknowledge",
  accept: "Accept or give back",
  assess: "Assess",
  iopc: "Refer to the IOPC or decide not to",
  dispute: "Answer that it isn’t over",
  update: "Write to the reporter again",
  review: "Review",
  explain: "Explain in writing after a year",
  "outcome-report": "Report of the hearing",
  task: "A task",
}

/** What a mail about an alarm says: a suspect who reads it learns that a desk is rung, and of no report. */
export const mailWords = {
  subject: (desk: string) => `Candour: an alarm about ${desk}`,
  toLead: (desk: string) =>
    `There is an alarm in Candour about your desk, ${desk}. Sign in as you always do; the page of your unit says what it is. The national body may ring you.\n\nThis mail says nothing else, and never has a link.\n`,
  toCoordinator: (desk: string) =>
    `There is an alarm in the national view of Candour about ${desk}. Sign in as you always do and see to it under Alarms.\n\nThis mail says nothing else, and never has a link.\n`,
}

/** Every word of the alarms’ pages. */
export const en = {
  back: "All alarms",
  title: "Alarms",
  why: "There is an alarm while a desk lets reports wait too long. It ends by itself once its cause is gone. See to each: ring the desk, and note what was said and done. Nothing here is about one report, and no note may be.",
  checked: (moment: string) => `The desks were last looked at ${moment}.`,
  unchecked: "The desks haven’t been looked at yet.",
  late: (moment: string) =>
    `The desks were last looked at ${moment}, which is over a quarter of an hour ago: an alarm may be missing. Look at Heartbeats, and have the national view’s server started again.`,
  noMail:
    "Nobody is mailed: no mail server is set up. Look at this page by the hour, and have CANDOUR_SMTP_URL set for this server.",
  limitsLink: "What the alarms go by, and where yours are mailed",
  open: "Standing",
  noneOpen: "No alarm stands.",
  ended: "Ended",
  noneEnded: "No alarm has ended yet.",
  columns: { desk: "Desk", what: "What", raised: "Since", ended: "Ended", owner: "Seen to by", entries: "Notes" },
  causes,
  nobody: "Nobody",
  take: "I see to this",
  which: (desk: string, what: string) => `: ${desk}, ${what.toLowerCase()}`,
  look: "Open",

  alarmTitle: (desk: string, what: string) => `${desk}: ${what.charAt(0).toLowerCase()}${what.slice(1)}`,
  somebodyWasFirst: "Somebody was first. What they did stands here now: look at it, then decide.",
  facts: {
    raised: "Since",
    ended: "Ended",
    stands: "It stands",
    owner: "Seen to by",
    mailed: "Mailed",
    notMailed: "To nobody yet",
    mailedTo: (leads: number, coordinators: number, moment: string) =>
      `To ${plural("en", leads, { one: "1 lead", other: `${leads} leads` })} of the desk and ${plural("en", coordinators, { one: "1 coordinator", other: `${coordinators} coordinators` })}, at ${moment}`,
    noLead: "No lead of the desk has given an address that takes mail: ring.",
    ring: "Ring",
    noNumber: "The desk’s lead has given no number. Ring the force’s control room and ask for the head of standards.",
    unopened: "Oldest unopened",
    clock: "Overdue longest",
    signedIn: "Last sign-in",
    now: "The desk now",
  },
  entries: "What was done",
  noEntries: "Nothing has been noted yet.",
  entry: {
    taken: (name: string) => `${name} sees to this.`,
    "handed-over": (name: string, to: string) => `${name} handed this over to ${to}.`,
    rang: (name: string, whom: string, moment: string) => `${name} rang ${whom} at ${moment}.`,
    told: (words: string) => `Told: ${words}`,
    said: (words: string) => `They said: ${words}`,
    done: (name: string) => `${name} did this.`,
    noted: (moment: string) => `Noted at ${moment}`,
  },
  rang: {
    heading: "Note a call",
    whom: "Whom did you ring?",
    whomHint: "Their role or name at the force, such as the lead or the duty officer",
    day: "Which day?",
    time: "What time?",
    timeHint: "For example, 14:05",
    told: "What did you tell them?",
    toldHint: "The leads of that desk read this. Write nothing about a report or anybody in one.",
    said: "What did they say? (optional)",
    saidHint: "Coordinators alone read this.",
    save: "Note the call",
  },
  done: {
    heading: "Note what was done",
    done: "What was done?",
    hint: "Coordinators alone read this.",
    save: "Note it",
  },
  handOver: {
    heading: "Hand this over",
    to: "To whom?",
    save: "Hand over",
    nobody: "There is no other coordinator to hand this over to.",
  },
  problem: {
    whom: "Enter whom you rang, in up to 120 characters.",
    day: "Enter a real date, like 15 1 2024.",
    time: "Enter a time of the day, like 14:05.",
    future: "Enter a time that has been.",
    told: "Enter what you told them, in up to 2,000 characters.",
    said: "Enter what they said in up to 2,000 characters.",
    done: "Enter what was done, in up to 2,000 characters.",
    colleague: "Choose a colleague from the list.",
    number: "Enter a whole number within the range.",
    mail: "Enter an e-mail address, like name@example.org.",
  },

  limits: {
    title: "What the alarms go by",
    why: "A desk has an alarm while one of these is passed, or while its figures have stopped. Whoever changes them is recorded here. The next look at the desks goes by them.",
    unopened: "A report unopened for over",
    overdue: "A clock overdue for over",
    danger: "Somebody in danger unanswered for",
    signIn: "Nobody who works reports signed in for over",
    workingDays: (most: number) => `Working days, 1 to ${most}`,
    hours: "Hours, 1 to 24",
    save: "Save",
    saved: "Saved.",
    history: "Who changed them",
    unchanged: "Nobody has changed them yet: they are those that the service began with.",
    columns: { at: "When", name: "Who", unopened: "Unopened", overdue: "Overdue", danger: "Danger", signIn: "Sign-in" },
    days: (count: number) => plural("en", count, { one: "1 day", other: `${count} days` }),
    hoursOf: (count: number) => plural("en", count, { one: "1 hour", other: `${count} hours` }),
    mailHeading: "Your own mail",
    mail: "Your e-mail address (optional)",
    mailHint:
      "An alarm is mailed to the desk’s leads and to every coordinator with an address. The mail says which desk, and nothing else. Leave this empty for none.",
  },
}
