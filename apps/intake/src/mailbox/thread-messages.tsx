import type { StoredMessage } from "@candour/database/mailbox-messages.ts"
import type { MailboxState } from "@candour/database/mailbox-state.ts"
import type { Language } from "@candour/domain/contact.ts"
import { toBase64url } from "@candour/sealing/encoding.ts"
import type { MessageBody } from "@candour/sealing/message.ts"
import { formatWeekday } from "@candour/web/language.ts"
import type { FC } from "hono/jsx"
import { readerMessages } from "../who-reads/messages.ts"
import { mailboxMessages } from "./messages.ts"

/** A message as the page has it: still sealed, for the browser to open; or opened by the server, or not to be opened. */
export type ShownMessage = StoredMessage & { opened?: MessageBody | "unreadable" | undefined }

interface ThreadMessagesProps {
  lang: Language
  copies: readonly MailboxState[]
  messages: readonly ShownMessage[]
}

/** The messages by day, oldest first, each with who wrote it. */
export const ThreadMessages: FC<ThreadMessagesProps> = ({ lang, copies, messages }) => {
  const words = mailboxMessages[lang]
  if (messages.length === 0) return <p class="govuk-body">{words.none}</p>
  return (
    <ol class="govuk-list candour-thread">
      {messages.map((message) => (
        <li class={`candour-thread__message candour-thread__message--${message.from}`}>
          <h3 class="govuk-heading-s">
            {heading(lang, copies, message)}{" "}
            <span class="candour-thread__day">· {formatWeekday(message.day, lang)}</span>
          </h3>
          <Words lang={lang} message={message} />
        </li>
      ))}
    </ol>
  )
}

/** Who wrote it; the team by its name only where there are several. */
function heading(lang: Language, copies: readonly MailboxState[], { from, report }: ShownMessage): string {
  const words = mailboxMessages[lang]
  const holder = copies.find((copy) => copy.report === report)?.holder
  const team = copies.length > 1 && holder ? readerMessages[lang].team(holder) : undefined
  return from === "team" ? words.fromTeam(team) : words.fromYou(team)
}

const Words: FC<{ lang: Language; message: ShownMessage }> = ({ lang, message }) => {
  const words = mailboxMessages[lang]
  const { opened, report, from, number, previous, sealed } = message
  if (opened === "unreadable") return <p class="govuk-body">{words.cannotOpen}</p>
  if (opened) {
    return (
      <>
        {(opened.text || opened.mayReply) && (
          <p class="govuk-body candour-said" lang={opened.text ? opened.language : undefined}>
            {opened.text || words.changedReply}
          </p>
        )}
        {opened.files && <p class="govuk-body">{words.files(opened.files.length)}</p>}
      </>
    )
  }
  return (
    <p
      class="govuk-body candour-said"
      data-sealed={toBase64url(sealed)}
      data-report={report}
      data-from={from}
      data-number={number}
      data-previous={previous && toBase64url(previous)}
      data-changed={words.changedReply}
      data-unreadable={words.cannotOpen}
    >
      {words.locked}
    </p>
  )
}
