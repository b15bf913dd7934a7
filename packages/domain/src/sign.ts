import { z } from "zod"

/**
 * What an assessment says beside threats and grounds, where a pattern that a lead must see can't be told without it
 * (domain rules §9). `met-on-duty`: a person concerned met them as a victim, witness, suspect or child; `victims`: works
 * with victims or other vulnerable people.
 */
export const sign = z.enum(["exposure", "rape", "firearms", "victims", "met-on-duty", "rudeness", "chat-group"])
export type Sign = z.infer<typeof sign>
