/** Browser: shows what was written both ways, and whether the reporter's own words are the reporter's. */
import type { MayReply } from "@candour/domain/contact.ts"
import { fromBase64url } from "@candour/sealing/encoding.ts"
import { type MessageBody, type MessagePlace, openMessage, verifySigned } from "@candour/sealing/message.ts"
import { digestOf, type Sealed, sealedFromStorage } from "@candour/sealing/sealed.ts"
import { formatShortDay } from "@candour/web/language.ts"
import { element } from "./element.ts"
import { showFiles } from "./files/show-files.ts"
import { keepSame, type Part } from "./keep-same.ts"
import { en } from "./messages.ts"
import type { SentMessage } from "./open-report.ts"
import type { Opened } from "./opened.ts"

/** A message as it opened, or why it must not be believed. */
export type ThreadMessage = SentMessage & { body: MessageBody | "not-theirs" | "unreadable" }

/** Opens a thread. A reporter's message counts only where their own voice signed it, after the one before it. */
export async function openThread(opened: Opened, messages: readonly SentMessage[]): Promise<ThreadMessage[]> {
  const thread = { tenant: opened.sealedFor, report: opened.id }
  const sealedOf = ({ sealed }: SentMessage): Sealed => sealedFromStorage(fromBase64url(sealed))
  const previousOf = (number: number) => messages.find((each) => each.from === "reporter" && each.number === number - 1)
  const shown: ThreadMessage[] = []
  for (const message of messages) {
    const { from, number, signature } = message
    const before = from === "reporter" ? previousOf(number) : undefined
    const at: MessagePlace =
      from === "team" ? { from, number } : { from, number, ...(before && { previous: digestOf(sealedOf(before)) }) }
    let body: ThreadMessage["body"]
    try {
      if (at.from === "reporter") {
        verifySigned(fromBase64url(opened.body.voice), thread, at, sealedOf(message), fromBase64url(signature ?? ""))
      }
      body = await openMessage(opened.thread, thread, at, sealedOf(message)).catch(() => "unreadable" as const)
    } catch {
      body = "not-theirs"
    }
    shown.push({ ...message, body })
  }
  return shown
}

/**
 * Whether the reporter may be written to, by what only they can have written: their last signed change, or the report
 * itself. The column that the page shows is the database's to change.
 */
export function signedMayReply(opened: Opened, thread: readonly ThreadMessage[]): MayReply {
  const changes = thread.filter(({ from }) => from === "reporter").toSorted((one, other) => one.number - other.number)
  const last = changes.findLast(({ body }) => typeof body !== "string" && body.mayReply !== undefined)?.body
  return (typeof last === "object" && last.mayReply) || opened.body.mayReply
}

/** Fills the page's list of messages. */
export async function showThread(
  list: HTMLElement,
  opened: Opened,
  messages: readonly SentMessage[],
  quarantined: ReadonlySet<string>,
): Promise<void> {
  const thread = await openThread(opened, messages)
  const parts: Part[] = thread.map((message) => ({
    key: `${message.from}-${message.number}-${message.removed}`,
    make: () => itemOf(message, opened, quarantined),
    update: (item) => showFilesOf(item, message, opened, quarantined),
  }))
  if (parts.length === 0) parts.push({ key: "none", make: () => element("li", "govuk-body", en.thread.none) })
  const signed = signedMayReply(opened, thread)
  const shown = document.getElementById("facts")?.dataset.mayReply
  if (shown !== undefined && shown !== signed)
    parts.unshift({
      key: `may-reply-${signed}`,
      make: () => element("li", "govuk-body candour-overdue", en.thread.otherMayReply(en.mayReply[signed])),
    })
  keepSame(list, parts)
}

/** The place of a message's files, in its item. */
const FILES = "candour-message-files"

function showFilesOf(
  item: HTMLElement,
  { body }: ThreadMessage,
  opened: Opened,
  quarantined: ReadonlySet<string>,
): void {
  const place = item.querySelector<HTMLElement>(`.${FILES}`)
  if (place && typeof body !== "string" && body.files) showFiles(place, body.files, opened, quarantined)
}

function itemOf(message: ThreadMessage, opened: Opened, quarantined: ReadonlySet<string>): HTMLElement {
  const { from, day, body, removed } = message
  const item = element("li", "")
  const who = from === "team" ? en.thread.fromTeam : en.thread.fromReporter
  item.append(element("h3", "govuk-heading-s", `${who} · ${formatShortDay(day, "en")}`))
  if (body === "not-theirs") item.append(element("p", "govuk-body candour-overdue", en.thread.notTheirs))
  else if (body === "unreadable") item.append(element("p", "govuk-body candour-overdue", en.thread.cannotOpen))
  else {
    if (body.notOver) item.append(element("p", "govuk-body candour-strong", en.thread.notOver))
    if (body.mayReply) item.append(element("p", "govuk-body candour-strong", en.thread.mayReply[body.mayReply]))
    if (body.text) {
      const words = element("p", "govuk-body candour-said", body.text)
      words.lang = body.language
      item.append(words)
    }
    if (body.files) {
      item.append(element("div", FILES))
      showFilesOf(item, message, opened, quarantined)
    }
    if (removed) item.append(element("p", "govuk-hint", en.thread.removed))
  }
  return item
}
