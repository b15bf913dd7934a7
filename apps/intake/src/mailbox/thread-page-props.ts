import type { MailboxState } from "@candour/database/mailbox-state.ts"
import type { Language } from "@candour/domain/contact.ts"
import type { Day } from "@candour/domain/day.ts"
import type { MailboxWords } from "./messages.ts"
import type { ShownMessage } from "./thread-messages.tsx"

/** What was typed into the page's forms, and what is wrong with it. */
interface TypedMessage {
  text?: string | undefined
  known?: string | undefined
  to?: string | undefined
  mayReply?: string | undefined
}

/** What the page of an open mailbox shows. */
export interface ThreadPageProps {
  lang: Language
  copies: readonly MailboxState[]
  messages: readonly ShownMessage[]
  today: Day
  /** The digits, where the server reads them because the browser has no script. */
  digits?: string | undefined
  /** From the gate, beside the digits. */
  challenge?: string | undefined
  /** Still in the spool: nothing can be written yet. */
  spooled: boolean
  said?: keyof MailboxWords["said"] | undefined
  typed?: TypedMessage
  /** By field: `text`, `known`, `mayReply`. */
  problems?: Readonly<Record<string, string | undefined>>
}
