import { z } from "zod"

/** What somebody may say is wrong in the directory. */
export const correctionKind = z.enum([
  "place", // a place is policed by another force
  "missing", // a name that people use isn't known
  "force", // a force's details are out of date
  "elsewhere", // the details of a body elsewhere
])
export type CorrectionKind = z.infer<typeof correctionKind>

/** What became of what somebody said. */
export const settlement = z.enum(["taken-over", "not-right", "nothing-to-do"])
export type Settlement = z.infer<typeof settlement>

/** Characters of the name that a correction is about. */
export const CORRECTION_NAME_CHARACTERS = 60
