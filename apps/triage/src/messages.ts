import type { Category } from "@candour/domain/category.ts"
import type { Danger } from "@candour/domain/contact.ts"
import type { Severity, Stage } from "@candour/domain/stage.ts"

const categories: Record<Category, string> = {
  favours: "Favours",
  advantage: "Advantage",
  sexual: "Sexual",
  partner: "Partner",
  discrimination: "Discrimination",
  other: "Other",
  unsure: "Not sure",
}

const stages: Record<Stage, string> = {
  received: "Received",
  assessing: "Assessed",
  intelligence: "Intelligence",
  investigating: "Investigating",
  closed: "Closed",
}

const danger: Record<Danger, string> = {
  now: "In danger now",
  soon: "In danger, not this minute",
  no: "Nobody in danger",
  unknown: "Not known",
}

const severities: Record<Severity, string> = {
  none: "No breach",
  practice: "Practice requiring improvement",
  misconduct: "Misconduct",
  gross: "Gross misconduct",
  criminal: "An offence may have been committed",
}

/** Words that several pages use. Staff work in English for now; Welsh goes beside it. */
export const en = {
  desk: "Standards desks",
  pages: {
    myDay: "My day",
    queue: "Queue",
    search: "Search",
    people: "People",
    unit: "The unit",
    figures: "Figures",
    requests: "Requests",
    phone: "Phone",
    onCall: "On call",
    settings: "Settings",
  },
  categories,
  stages,
  danger,
  severities,
  nobody: "Nobody",
  you: "You",
  unknownPerson: "Somebody who has left",
  needsScript: "This needs JavaScript, because keys stay in your browser. Turn it on for this page, then reload it.",
  failure: {
    signedOut:
      "Your session has ended. Sign in again in another tab, then press the button once more. What you typed is kept.",
    away: "Connection lost. What you typed is kept.",
    server: "Something went wrong on our side. Nothing was recorded. What you typed is kept: try again in a minute.",
    unreadable: "That couldn’t be read. What you typed is kept: check it and try again.",
    tooLarge: "That’s too much at once. What you typed is kept: shorten it and try again.",
  },
}
