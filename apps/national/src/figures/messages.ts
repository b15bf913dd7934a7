import type { Channel } from "@candour/domain/contact.ts"
import { en as asAt } from "@candour/figures/messages.ts"
import { en as questions } from "@candour/web/questions.ts"

const channels: Record<Channel, string> = { online: "Online", phone: "Phone" }

/** Every word of the figures page (pages, Figures). */
export const en = {
  title: asAt.title,
  asAt: asAt.asAt,
  exact: "Exact counts: not for publication; small numbers can be about one report.",
  stoppedDesk: (desk: string, day: string) =>
    `No figures from ${desk}’s desk since ${day}: it lets reports wait and records nothing. What it shows as 0 since then isn’t known to be 0.`,
  stopped: (day: string) => `No figures since ${day}`,
  scope: {
    allLines: "Every line",
    nationalLine: "National line",
    ownLine: (force: string) => `${force}’s own line`,
    allForces: "every force",
    between: (from: string | undefined, to: string) =>
      from === undefined ? `What happened up to ${to}. ` : `What happened from ${from} to ${to}. `,
    force: (force: string) => `contacts first routed to ${force}, and what became of reports while that desk held them`,
  },
  notOpen: {
    hotline: (day: string) => `The hotline took no contacts by that day. It opened on ${day}.`,
    line: (day: string) => `This line took no contacts by that day. It opened on ${day}.`,
  },
  form: {
    ...asAt.form,
    heading: "Choose figures",
    line: "Line",
    lineOption: (name: string, opened: string) => `${name} (since ${opened})`,
    force: "Force",
    allLines: "Every line",
    allForces: "Every force",
  },
  problem: {
    ...asAt.problem,
    line: "Choose a line from the list.",
    force: "Choose a force from the list.",
  },
  onThisPage: "On this page",

  contacts: { heading: "Contacts and reports" },
  people: { heading: "People concerned" },
  countedIn: (unit: string) => `Counted in ${unit}.`,

  funnel: {
    heading: "From contact to outcome",
    note: "What had happened by the day: what came last has had the least time to get far. A report that was handed on or reopened may be investigated or closed more than once, so shares may be over 100%.",
    of: (name: string) => `Of ${name.toLowerCase()}`,
    picture: (name: string) => `Bars: what became of ${name.toLowerCase()}. The table after it has each number.`,
    tooFew: "under 20",
  },

  columns: {
    unit: "Counted in",
    count: "Count",
    share: (name: string) => `Of ${name.toLowerCase()}`,
    month: "Month",
    force: "Force",
    line: "Line",
    channel: "Channel",
    category: "Category",
    figure: "Figure",
    reason: "Reason",
    contacts: "Contacts",
    fromOtherLines: "By another force’s line",
    notYetDecidedAtEnd: "Not yet decided at its end",
    knownThen: "As known then",
    knownNow: "As known now",
    change: "Change",
  },
  all: "All",

  changed: {
    heading: "What changed",
    explained: (day: string) =>
      `As known then is what had been recorded by ${day}. As known now is what had happened by then, whenever it was recorded. They differ by contacts that were delivered late, and by what was corrected since.`,
    nothing: "Nothing recorded since has changed a figure of this day.",
  },
  adding: {
    heading: "Why columns don’t add up",
    units:
      "Contacts, reports and people are three units. A contact may leave no report; a report may lead to several intelligence reports, and be about several people. So no column can be added to another, or taken from it.",
    staying:
      "A contact stays with its line and with the desk it was first routed to. What became of a report counts at the desk that held it at the time. So one force may have the contact and another the outcome.",
    down: "Down each column, the rows add up to the last. Categories are the exception, since a contact may have many.",
  },
  byMonth: {
    heading: "By month",
    picture: "Columns: contacts in each month. The table after it has each number.",
    note: "Each month has what happened in it: an intelligence report is in the month it was made, not in the month of its contact. People not yet decided are those at the month’s end, so they aren’t a sum.",
  },
  byForce: {
    heading: "By force",
    note: "In the order of their names: numbers of people told about say nothing of how a force compares. The national desk takes what nobody could route, and what must not go to the force concerned.",
  },
  byLine: { heading: "By line" },
  byCategory: {
    heading: "By category",
    note: "What reporters ticked. These don’t add up to the contacts: a contact may have many categories, and one that left no report has none.",
  },
  byReason: {
    heading: "Not for this hotline, by reason",
    note: "Each of these contacts was shown who takes it. They are among the contacts above, and the rows add up to “Not for this hotline”.",
  },
  byChannel: { heading: "By channel" },
  files: {
    heading: "Take these figures away",
    note: "Each address gives the same figures as this page, and its definitions. While nothing changes them their digest is",
    csv: "Every table (CSV)",
    json: "Every table, for a program (JSON)",
    metadata: "What the columns of the CSV are (CSV on the Web)",
  },
  categories: questions.about.answers,
  channels,
}
