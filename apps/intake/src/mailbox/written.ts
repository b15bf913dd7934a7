/** Browser and server: what a form of the mailbox says, and to whom it goes. */
import type { MayReply } from "@candour/domain/contact.ts"
import type { MailboxWords } from "./messages.ts"
import { MESSAGE_CHARACTERS, type Written } from "./thread.ts"

/** A form that writes. */
export type WritingAct = "write" | "not-over" | "may-reply"
/** The field whose problem each form shows. */
export const FIELD = { write: "text", "not-over": "known", "may-reply": "mayReply" } as const

/** What a form of the mailbox says, or the problem of its field. */
export function writtenIn(
  act: WritingAct,
  { text, known, mayReply }: { text: string; known: string; mayReply?: MayReply | undefined },
  { problem }: MailboxWords,
  files = 0,
): { written: Written } | { problems: Record<string, string> } {
  if (act === "may-reply") {
    return mayReply ? { written: { kind: "may-reply", mayReply } } : { problems: { mayReply: problem.notChosen } }
  }
  const typed = act === "write" ? text : known
  const over = typed.length - MESSAGE_CHARACTERS
  if (typed.trim() === "" && files === 0) return { problems: { [FIELD[act]]: problem.nothing } }
  if (over > 0) return { problems: { [FIELD[act]]: problem.tooLong(over) } }
  return { written: { kind: act === "write" ? "message" : "not-over", text: typed } }
}

/** The copies that a message goes to: all, or the one chosen; that it isn't over is said of finished ones alone. */
export const copiesFor = <Copy extends { report: string; finished: boolean }>(
  written: Written,
  to: string,
  copies: readonly Copy[],
): Copy[] => {
  const chosen = copies.filter(({ report }) => report === to)
  if (written.kind === "message") return chosen.length ? chosen : [...copies]
  return written.kind === "not-over" ? copies.filter(({ finished }) => finished) : [...copies]
}
