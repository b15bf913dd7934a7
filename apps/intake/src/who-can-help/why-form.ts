import { notForUs } from "@candour/domain/not-for-us.ts"
import { z } from "zod"
import { openLine } from "../find-force/find-form.ts"

/** The choice of those who can't find theirs: it leads to telling us, and isn't counted. */
export const UNSURE = "unsure"

/** What the page posts: nothing of it says who it is. */
export const whyForm = z.object({
  why: z
    .enum([...notForUs.options, UNSURE])
    .optional()
    .catch(undefined),
  line: openLine,
  id: z
    .uuid({ version: "v4" })
    .toLowerCase()
    .catch(() => crypto.randomUUID()),
})
