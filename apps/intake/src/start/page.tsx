import type { Language, Line } from "@candour/domain/contact.ts"
import { lineOf } from "@candour/routing/lines.ts"
import { StartButton } from "@candour/web/components/button.tsx"
import type { Context } from "hono"
import type { FC } from "hono/jsx"
import { inLanguage, languageOf } from "../language.ts"
import type { Services } from "../services.ts"
import { IntakePage, NotSent } from "../shell.tsx"
import { startMessages } from "./messages.ts"

/** Seconds for which a first page may be kept: it is the same for everybody, and must stand a flood. */
const KEEP_SECONDS = 300

/** The first page of the national line, or of the line in the address; a line that isn't there is not found. */
export const showStart =
  ({ figures }: Pick<Services, "figures">) =>
  (c: Context) => {
    const line = c.req.param("line") ?? "national"
    if (!lineOf(line)) return c.notFound()
    return c.html(<StartPage lang={languageOf(c)} line={line} figures={figures} />, 200, {
      "cache-control": `public, max-age=${KEEP_SECONDS}`,
    })
  }

const StartPage: FC<{ lang: Language; line: Line } & Pick<Services, "figures">> = ({ lang, line, figures }) => {
  const words = startMessages[lang]
  return (
    <IntakePage title={words.title} lang={lang} language={{ path: line === "national" ? "/" : `/line/${line}` }}>
      <h1 class="govuk-heading-xl">{words.heading}</h1>
      <div class="candour-danger">
        <p class="govuk-body">
          <strong>{words.danger.question}</strong> {words.danger.ring} {words.danger.deaf[0]}
          <code>{words.danger.deaf[1]}</code>
          {words.danger.deaf[2]}
        </p>
        <p class="govuk-body">
          <strong>{words.danger.afraid}</strong> {words.danger.others.join(" ")}{" "}
          <a class="govuk-link" href={inLanguage(lang, "/people-who-can-help")}>
            {words.danger.more}
          </a>
        </p>
      </div>
      <p class="govuk-body-l">{words.promise}</p>
      <p class="govuk-body">{words.reader}</p>
      <h2 class="govuk-heading-m">{words.safe.heading}</h2>
      <p class="govuk-body">{words.safe.device}</p>
      <p class="govuk-body">
        {words.safe.leave} <strong>{words.safe.lost}</strong>{" "}
        <a class="govuk-link" href={inLanguage(lang, "/stay-safe")}>
          {words.safe.more}
        </a>
      </p>
      <form method="post" action={inLanguage(lang, "/find-force")}>
        <input type="hidden" name="line" value={line} />
        <StartButton>{words.start}</StartButton>
        <NotSent lang={lang} />
      </form>
      <p class="govuk-body">
        <a class="govuk-link" href={inLanguage(lang, "/mailbox")}>
          {words.digits}
        </a>
      </p>
      <p class="govuk-body">
        {words.talk[0]}
        <strong class="candour-number">{words.talk[1]}</strong>
        {words.talk[2]}
      </p>
      <p class="govuk-body">
        <a
          class="govuk-link"
          href={inLanguage(lang, line === "national" ? "/who-can-help" : `/who-can-help?line=${line}`)}
        >
          {words.notForUs}
        </a>
      </p>
      {figures && (
        <p class="govuk-body">
          <a class="govuk-link" href={lang === "cy" ? `${figures}cy/` : figures}>
            {words.figures}
          </a>
        </p>
      )}
    </IntakePage>
  )
}
