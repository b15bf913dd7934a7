import type { MailboxState } from "@candour/database/mailbox-state.ts"
import type { Language } from "@candour/domain/contact.ts"
import { type Day, daysBetween } from "@candour/domain/day.ts"
import { toBase64url } from "@candour/sealing/encoding.ts"
import { ErrorSummary } from "@candour/web/components/error-summary.tsx"
import { ELSEWHERE } from "@candour/web/public-page.tsx"
import type { FC } from "hono/jsx"
import { IntakePage } from "../shell.tsx"
import { readerMessages } from "../who-reads/messages.ts"
import { mailboxMessages } from "./messages.ts"
import { ThreadMessages } from "./thread-messages.tsx"
import type { ThreadPageProps } from "./thread-page-props.ts"
import { MAILBOX_WITH_FILES, MayReplyForm, NotOverForm, RemoveForm, WriteForm } from "./write-forms.tsx"

/** Where the report stands, what was written both ways, and the forms to write. It never shows what was reported. */
export const ThreadPage: FC<ThreadPageProps> = (page) => {
  const { lang, copies, messages, today, spooled, said, problems = {} } = page
  const words = mailboxMessages[lang]
  // What was typed there stays, also where the report was taken up again meanwhile.
  const mayBeOver = copies.some(({ state }) => state === "finished") || Boolean(page.typed?.known)
  return (
    <IntakePage
      title={words.title}
      lang={lang}
      language={spooled ? { path: "/mailbox", form: "remove" } : { path: MAILBOX_WITH_FILES, form: "write" }}
      holdsTyped
      partScript="mailbox.js"
      problem={Object.values(problems).some(Boolean)}
    >
      <ErrorSummary errors={problems} />
      {said && (
        <div class="govuk-inset-text candour-done" data-said>
          {words.said[said]}
        </div>
      )}
      <h1 class="govuk-heading-l">{words.heading}</h1>
      <p class="govuk-body">{words.safe}</p>
      <h2 class="govuk-heading-m">{words.where}</h2>
      <div class="govuk-inset-text">
        {copies.map((copy) => (
          <State lang={lang} copy={copy} several={copies.length > 1} today={today} />
        ))}
      </div>
      <ThreadMessages lang={lang} copies={copies} messages={messages} />
      {spooled ? <p class="govuk-body">{words.later}</p> : <WriteForm {...page} />}
      {mayBeOver && <NotOverForm {...page} />}
      {!spooled && <MayReplyForm {...page} />}
      <RemoveForm {...page} />
      <a class="govuk-button" href={ELSEWHERE} rel="nofollow noreferrer" draggable={false} data-leave>
        {words.close}
      </a>
    </IntakePage>
  )
}

interface StateProps {
  lang: Language
  copy: MailboxState
  several: boolean
  today: Day
}

/** A paragraph for one team that has the report. */
const State: FC<StateProps> = ({ lang, copy, several, today }) => {
  const words = mailboxMessages[lang]
  const readers = readerMessages[lang]
  const { holder, state, day, moved, released, disputed, report, sealedFor, referralOf, sent, lastSent } = copy
  return (
    <p
      class="govuk-body"
      data-copy={report}
      data-sealed-for={sealedFor}
      data-referral-of={referralOf}
      data-sent={sent}
      data-last-sent={lastSent && toBase64url(lastSent)}
      data-finished={state === "finished"}
    >
      {moved && `${(several ? words.movedOfOne : words.moved)(readers.team(holder))} `}
      {(several ? words.stateOfOne : words.state)(state, readers.Team(holder), daysBetween(day, today))}{" "}
      {released && words.released[released]} {disputed && words.disputed}
    </p>
  )
}
