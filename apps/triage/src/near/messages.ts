import type { Nearness } from "@candour/domain/event.ts"

const why: Record<Nearness, string> = {
  unit: "works, or worked, in the unit of a person concerned",
  line: "is in the line of command of a person concerned",
  surname: "has the surname of a person concerned",
}

/** Words of who is too near to a report, and of what a lead says so that the desk knows. */
export const en = {
  title: (name: string) => `What ${name} is near to`,
  what: "A report about somebody in these units, of these names or in this line of command stays shut to this colleague until a lead lets them in. Leads see who was stopped under The unit.",
  sealed:
    "What you write is sealed in your browser for this desk. The service compares scrambled forms of it and can’t read it. Only leads see it here.",
  onePerLine: "One on each line.",
  label: {
    surnames: "Surnames",
    units: "Units they work in or have worked in",
    lineUnits: "Units in their line of command",
    linePeople: "People in their line of command",
  },
  hint: {
    surnames: "Their own, an earlier one, and those of their household.",
    units: "As the desk writes them in a report: station, team or squad.",
    lineUnits: "That they command, or that command them.",
    linePeople: "First name and surname.",
  },
  save: "Save",
  saved: "Saved. It holds from now on, for the reports that are here too.",
  lastSaid: (name: string, day: string) => `Last said by ${name} on ${day}.`,
  notSaid: "Nothing has been said of this colleague yet, so nothing stops them.",
  ownByAnother: "Another lead says it of you. Nobody says it of themselves where somebody else can.",
  cannotOpen:
    "What was said before can’t be opened with your access. If you save, what you write here takes its place.",
  tooMany: (most: number) => `That is more than ${most} names and units. Leave out what is said twice.`,
  people: {
    column: "Too near to",
    change: (name: string) => ["Say or change", ` what ${name} is near to`] as const,
    said: (day: string) => `Said ${day}`,
    none: "Not said yet",
  },
  stopped: {
    title: "You can’t open this report",
    text: "You may be too near to somebody it is about. It is shut to you, and the leads of this desk see that you came here.",
    officer:
      "Don’t talk about this with anybody but a lead of this desk. If you aren’t too near, ask a lead to let you in. A lead can also give the report to somebody else.",
    lead: "Another lead can let you in. You can give the report to somebody who isn’t too near; they can then open it.",
    noLead:
      "No lead of this desk can open it. Give it to an officer who isn’t too near: they can hand it on to the national desk.",
  },
  letIn: {
    title: "Too near: let somebody in",
    text: "These colleagues were stopped, or would be. Let somebody in only if you’re sure that they can be fair and won’t warn anybody. It is recorded under your name and can’t be taken back.",
    who: "Who may open it",
    button: "Let them in",
  },
  unit: {
    heading: "Too near",
    what: "A report stays shut to whoever is too near to somebody it is about. You let them in, or give it to somebody else, on its own page.",
    none: "Nobody was stopped in the last 60 days, and nobody holds a report that they are too near to.",
    stopped: "Stopped, the last 60 days",
    report: "Report",
    person: "Person",
    why: "Why",
    day: "Day",
    since: "Since then",
    letIn: "Let in",
    stillStopped: "Still stopped",
    holding: "Hold a report that is shut to them: assign it anew",
  },
  why,
}
