import { join } from "node:path"
import { day } from "@candour/domain/day.ts"
import { z } from "zod"

/** What `edition.json` says about the postcodes beside it. */
export const edition = z.object({
  /** The newest month in the file, `2026-08`. */
  month: z.string().regex(/^\d{4}-\d\d$/),
  /** Rows of the file, those left out included. */
  rows: z.int().positive(),
  districts: z.int().nonnegative(),
  /** The day of the import. */
  imported: day,
  /** True of a file that was a part on purpose: the built-in directory answers for the districts it lacks. */
  partial: z.boolean(),
})

export type Edition = z.infer<typeof edition>

/** Where a state folder has the edition in use. */
export const postcodesFolder = (stateFolder: string): string => join(stateFolder, "postcodes")
