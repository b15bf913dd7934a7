import type { Cleaned, RemovedCode } from "@candour/sealing/file-entry.ts"

/** What nobody can take out of a file, as a code that the page puts into words. */
export type Remains = "picture" | "film" | "sound" | "text" | "all"

/** A file as it will be sent: cleaned where that could be done. */
export interface ChosenFile {
  /** What is sealed: another file than was chosen where something was taken out. */
  file: File
  cleaned: Cleaned
  removed: readonly RemovedCode[]
  remains: Remains
}
