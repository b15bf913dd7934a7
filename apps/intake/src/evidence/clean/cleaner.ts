import type { Cleaned, RemovedCode } from "@candour/sealing/file-entry.ts"

/** What a cleaner makes of a file: its bytes without what it hid, and what that was. */
export interface CleanContent {
  content: Blob
  cleaned: Cleaned
  removed: RemovedCode[]
}

/**
 * Takes out of a file what it says of where, when and by whom it was made.
 *
 * @throws where it can't be read: then it is sent as it is, and said to be not cleaned
 */
type Cleaner = (file: File) => Promise<CleanContent>

/** A script that is loaded for files of one kind alone. */
export interface CleanerScript {
  clean: Cleaner
}
