import type { RemovedCode } from "@candour/sealing/file-entry.ts"

const removed: Record<RemovedCode, string> = {
  place: "where it was made",
  camera: "which device made it",
  time: "when it was made",
  author: "author",
  comments: "who commented",
  thumbnail: "thumbnail",
  title: "title",
  program: "which program made it",
  attachments: "files inside it",
  voice: "the voice was changed",
  other: "other hidden data",
}

/** Words of the files that came with a report. */
export const en = {
  title: "Files",
  size: (bytes: number) =>
    bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`,
  cleaned: {
    yes: "Hidden data was removed before it was sent. What it shows or says is as it was.",
    part: "Some hidden data was removed before it was sent, and some may be left: it may show who sent it.",
    no: "Nobody removed hidden data from this file: it may show who sent it. Don’t pass it on before somebody has looked.",
  },
  removed: (codes: readonly RemovedCode[]) => `Removed: ${codes.map((code) => removed[code]).join(", ")}.`,
  care: "A file can harm the computer that opens it. Open it where your force opens evidence.",
  known: (type: string) =>
    type === "" ? "Nobody said what kind of file it is." : `Kind, as the sender’s browser said: ${type}.`,
  outside:
    "It can only be saved. A file from outside may call home when it is opened, or carry something harmful. Open it on a machine without a network.",
  tooLarge:
    "It is too large to be shown here, and can only be saved. A file from outside may carry something harmful: open it on a machine without a network.",
  show: "Show it",
  showOf: (name: string) => `Show it: ${name}`,
  beforeShown: {
    yes: "It is shown in a closed frame that reaches no network.",
    part: "Let nobody else see your screen. It is shown in a closed frame that reaches no network.",
    no: "Let nobody else see your screen. It is shown in a closed frame that reaches no network.",
  },
  frame: (name: string) => `${name}, shown in a closed frame`,
  shown: "Shown below.",
  hide: "Hide it",
  hideOf: (name: string) => `Hide it: ${name}`,
  hidden: "Hidden.",
  cannotShow:
    "This file can’t be shown here: it is damaged, locked with a password, or of a kind that this browser doesn’t know. Save it instead.",
  save: "Save it",
  saveOf: (name: string) => `Save it: ${name}`,
  quarantine: {
    titleOf: (name: string) => `${name}: this is unlawful to look at`,
    button: "Quarantine it",
    text: "Press this where it looks like an indecent image of a child, or is otherwise unlawful to have. Nobody of this desk can show or save it afterwards. The reporter isn’t told.",
    state: "Quarantined",
    doNot: "Don’t copy, print or show it, also not to a colleague.",
    law: "Making and having an indecent image of a child is an offence (Protection of Children Act 1978, section 1). Section 1B has a defence for making one for a criminal investigation.",
    tell: "Tell your lead and your force’s own digital investigators at once. Delete no copy that you saved: tell them where it is.",
    lift: "Lift the quarantine",
    liftOf: (name: string) => `Lift the quarantine of ${name}`,
    liftText: "Everybody at this desk who opens the report can show and save the file again.",
    reason: "Reason",
  },
  fetching: (percent: number) => `Fetching: ${percent} %`,
  saved: "Saved. What was sealed has arrived whole.",
  problem: {
    openAgain: "You opened this report more than half an hour ago. Load this page anew, and open it once more.",
    quarantined: "This file is quarantined as unlawful. Nobody is given it. Ask your lead.",
    notHere: "This file isn’t here, or not whole. Ask the reporter to send it again.",
    damaged: "This file is not what the reporter sent: it was altered since. Tell your lead; don’t use it.",
    away: "Connection lost. Try again.",
  },
}
