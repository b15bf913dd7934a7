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
    no: "Not cleaned: it may show who sent it. Don’t pass it on before somebody has looked.",
  },
  removed: (codes: readonly RemovedCode[]) => `Removed: ${codes.map((code) => removed[code]).join(", ")}.`,
  care: "A file can harm the computer that opens it. Open it where your force opens evidence.",
  save: "Save",
  saveOf: (name: string) => `Save ${name}`,
  fetching: (percent: number) => `Fetching: ${percent} %`,
  saved: "Saved. What was sealed has arrived whole.",
  problem: {
    openAgain: "You opened this report more than half an hour ago. Load this page anew, and open it once more.",
    notHere: "This file isn’t here, or not whole. Ask the reporter to send it again.",
    damaged: "This file is not what the reporter sent: it was altered since. Tell your lead; don’t use it.",
    away: "Connection lost. Try again.",
  },
}
