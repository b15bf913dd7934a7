import { toBase64url } from "@candour/sealing/encoding.ts"
import { Button, NoEnter } from "@candour/web/components/button.tsx"
import { Radios } from "@candour/web/components/radios.tsx"
import { Textarea } from "@candour/web/components/textarea.tsx"
import type { FC, PropsWithChildren } from "hono/jsx"
import { FilePicker } from "../evidence/file-picker.tsx"
import { Speak } from "../evidence/speak/speak.tsx"
import { GATE_FIELDS } from "../floods/field-names.ts"
import { inLanguage } from "../language.ts"
import { NotSent } from "../shell.tsx"
import { tellMessages } from "../tell/messages.ts"
import { readerMessages } from "../who-reads/messages.ts"
import { mailboxMessages } from "./messages.ts"
import type { ThreadPageProps } from "./thread-page-props.ts"

/** Where the form that may bring files is posted, in English. */
export const MAILBOX_WITH_FILES = "/mailbox/with-files"

/** What a form of the mailbox asks for. */
export type Act = "write" | "not-over" | "may-reply" | "remove"

/** With script the browser seals what is typed; without, the digits come along and the server does it in memory. */
const ActForm: FC<PropsWithChildren<ThreadPageProps & { act: Act; files?: boolean }>> = ({
  act,
  lang,
  digits,
  challenge,
  copies,
  files = false,
  children,
}) => (
  <form
    method="post"
    action={inLanguage(lang, files ? MAILBOX_WITH_FILES : "/mailbox")}
    enctype={files ? "multipart/form-data" : undefined}
    id={act}
    data-part-sends
  >
    <NoEnter />
    <input type="hidden" name="act" value={act} />
    {digits && <input type="hidden" name="digits" value={digits} autocomplete="off" />}
    {challenge && <input type="hidden" name={GATE_FIELDS.challenge} value={challenge} autocomplete="off" />}
    {/* Where the next message of each copy stands: a double press is then the same message. */}
    {digits &&
      copies.map(({ report, sent, lastSent }) => (
        <input
          type="hidden"
          name="place"
          value={[report, sent, lastSent ? toBase64url(lastSent) : ""].join(":")}
          autocomplete="off"
        />
      ))}
    {children}
    <NotSent lang={lang} />
  </form>
)

/** Writes to the team, or to one of several. */
export const WriteForm: FC<ThreadPageProps> = (page) => {
  const { lang, copies, typed, problems } = page
  const { write } = mailboxMessages[lang]
  return (
    <ActForm {...page} act="write" files>
      <Textarea
        name="text"
        label={write.label}
        hint={write.hint}
        size="m"
        rows={5}
        value={typed?.text}
        error={problems?.text}
      />
      {copies.length > 1 && (
        <Radios
          name="to"
          legend={write.to}
          size="s"
          value={typed?.to ?? "all"}
          choices={[
            { value: "all", label: write.toAll(copies.length) },
            ...copies.map(({ report, holder }) => ({ value: report, label: readerMessages[lang].Team(holder) })),
          ]}
        />
      )}
      {/* Without script a form's files go to one report: with several, the button for each would ask too much. */}
      {copies.length > 1 ? (
        <div data-with-script hidden>
          <FilePicker lang={lang} />
        </div>
      ) : (
        <FilePicker lang={lang} />
      )}
      <Speak lang={lang} />
      <Button>{write.send}</Button>
    </ActForm>
  )
}

/** Says of a finished report that it isn't over. */
export const NotOverForm: FC<ThreadPageProps> = (page) => {
  const { notOver } = mailboxMessages[page.lang]
  return (
    <ActForm {...page} act="not-over">
      <h2 class="govuk-heading-m">{notOver.heading}</h2>
      <Textarea
        name="known"
        label={notOver.label}
        hint={notOver.hint}
        size="s"
        rows={4}
        value={page.typed?.known}
        error={page.problems?.known}
      />
      <Button kind="secondary">{notOver.send}</Button>
    </ActForm>
  )
}

/** Changes whether the team may write. */
export const MayReplyForm: FC<ThreadPageProps> = (page) => {
  const { legend, answers } = tellMessages[page.lang].mayReply
  return (
    <ActForm {...page} act="may-reply">
      <Radios
        name="mayReply"
        legend={legend}
        size="m"
        value={page.typed?.mayReply ?? page.copies[0]?.mayReply}
        choices={Object.entries(answers).map(([value, label]) => ({ value, label }))}
        error={page.problems?.mayReply}
      />
      <Button kind="secondary">{mailboxMessages[page.lang].mayReply.save}</Button>
    </ActForm>
  )
}

/** The numbers of the last messages that the page shows of a report, so that none is removed that came meanwhile. */
function lastShownOf(report: string, messages: ThreadPageProps["messages"]): string {
  const last = (from: "team" | "reporter") =>
    Math.max(-1, ...messages.filter((each) => each.report === report && each.from === from).map(({ number }) => number))
  return [report, last("team"), last("reporter")].join(":")
}

/** Takes what was written out of sight. */
export const RemoveForm: FC<ThreadPageProps> = (page) => {
  const { remove } = mailboxMessages[page.lang]
  return (
    <ActForm {...page} act="remove">
      {page.messages.length > 0 && (
        <>
          <p class="govuk-hint">{remove.hint}</p>
          {page.copies.map(({ report }) => (
            <input type="hidden" name="shown" value={lastShownOf(report, page.messages)} autocomplete="off" />
          ))}
          <Button kind="secondary">{remove.button}</Button>
        </>
      )}
    </ActForm>
  )
}
