import type { ExportFormat, Paper } from "@candour/domain/event.ts"

const papers: Record<Paper, string> = {
  report: "The report, as it was told",
  intelligence: "Intelligence report",
  history: "History",
  "iopc-referral": "Referral to the IOPC",
  disclosure: "Disclosure line",
  "decision-log": "Decision log",
}

const formats: Record<ExportFormat, string> = {
  csv: "CSV, for a table",
  json: "JSON, for a case system",
  bundle: "A sealed bundle, which age opens",
}

/** Words of the papers that write themselves, and of taking a report out of Candour. */
export const en = {
  papers,
  formats,
  print: "Print a paper",
  printButton: "Print it",
  which: "Which paper?",
  printHint: "Made from what was answered already. That it was printed, and by whom, is on record.",
  none: (paper: string) => `There is nothing to print yet: ${paper.toLowerCase()}.`,
  ask: "Ask to export it",
  askButton: "Ask a second person",
  format: "In which form?",
  why: "Why it leaves Candour, and where to",
  allow: (asked: number) => `Allow the export asked for in event ${asked}`,
  allowText: "Somebody of this desk wants to take this report out of Candour. Read the reason in the history first.",
  allowButton: "Allow it",
  take: (asked: number) => `Take the export of event ${asked}`,
  takeButton: "Take it",
  takeText: "It was allowed. It can be taken once; the file is made in your browser.",
  passphrase: (passphrase: string) =>
    `The bundle is sealed. Its passphrase is shown once: ${passphrase}. Open it with: age -d`,
  lead: "For lead purposes only. It may start enquiries. It is never shown to the person, quoted, used as evidence, or relied on alone for arrest, warrant or vetting without leave of this unit.",
  grading: "Grading",
  handling: "Handling",
  text: "Text",
  threat: "Threat",
  madeBy: "Made",
  draftedBy: "Drafted",
  reference: "Reference",
  received: "Received",
  force: "Force",
  ticked: "Ticked by the reporter",
  severity: "Severity, if proved",
  grounds: "Grounds",
  persons: "People concerned",
  anonymous:
    "The report came through a hotline that asks nobody who they are. It is dealt with as a conduct matter, not as a complaint.",
  summary: "What is said, sanitised",
  notSanitised:
    "No sanitised text has been made yet. Make the intelligence report first: the reporter’s own words don’t leave this unit.",
  decided: "Decision",
  conduct: "Reporting officers’ notes",
  disclosure: (reference: string, day: string) =>
    `Report ${reference}, received ${day} through the police corruption and abuse hotline: sensitive material. It could show who told of it. Held by the standards unit under that reference; consult the unit before anything of it is disclosed (CPIA 1996).`,
  contents: "It holds",
  messages: (count: number) => `${count} messages with the reporter`,
  entries: (count: number) => `${count} entries in its history`,
  printed: (moment: string, name: string) => `Printed ${moment} by ${name}`,
}
