/** What goes between a report's page and the closed frame. Browser, both sides. */
import * as z from "zod/mini"

/** A file on its way into the frame. */
export const handed = z.object({ type: z.string(), bytes: z.instanceof(ArrayBuffer) })
export type Handed = z.infer<typeof handed>

/** What the frame answers, once. */
export const answered = z.object({ shown: z.boolean() })
export type Answered = z.infer<typeof answered>
