import type { Language } from "@candour/domain/contact.ts"
import type { Day } from "@candour/domain/day.ts"

/** A few words in both languages. */
export type Both = Readonly<Record<Language, string>>

/** Words in both languages; a name that is the same in both is given once. */
export const both = (en: string, cy = en): Both => ({ en, cy })

/** Somebody who helps, as data: numbers change, and each says where it was read, when, and how sure that is. */
export interface Helper {
  name: Both
  /** How to reach them, as one says it. */
  reach: Both
  hours: "always" | Both
  /** Whom they are for; nothing where their name says it. */
  serves?: Both
  /** Where the number was read; none: it is from knowledge, and to be confirmed before launch. */
  source?: Both
  /** The day on which it was read there. */
  checked?: Day
  /** The hours are from knowledge, whatever the number is. */
  hoursToConfirm?: true
}
