import { z } from "zod"

/** The three groups of the founding figures: abuse of a partner, sexual boundaries, discrimination. */
export type Group = "P" | "S" | "D"

/** What a reporter may tick, any number (domain rules §2). */
export const category = z.enum(["favours", "advantage", "sexual", "partner", "discrimination", "other", "unsure"])
export type Category = z.infer<typeof category>

/** The group each category belongs to; `undefined` where it is in none of the three. */
export const groupOfCategory: Record<Category, Group | undefined> = {
  favours: undefined,
  advantage: undefined,
  sexual: "S",
  partner: "P",
  discrimination: "D",
  other: undefined,
  unsure: undefined,
}
