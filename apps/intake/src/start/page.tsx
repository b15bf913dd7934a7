import type { Line } from "@candour/domain/contact.ts"
import { lineOf } from "@candour/routing/lines.ts"
import { StartButton } from "@candour/web/components/button.tsx"
import type { Context } from "hono"
import type { FC } from "hono/jsx"
import { IntakePage, NotSent } from "../shell.tsx"
import { en } from "./messages.ts"

/** Seconds for which a first page may be kept: it is the same for everybody, and must stand a flood. */
const KEEP_SECONDS = 300

/** The first page of the national line, or of the line in the address; a line that isn't there is not found. */
export const showStart = (c: Context) => {
  const line = c.req.param("line") ?? "national"
  if (!lineOf(line)) return c.notFound()
  return c.html(<StartPage line={line} />, 200, { "cache-control": `public, max-age=${KEEP_SECONDS}` })
}

const StartPage: FC<{ line: Line }> = ({ line }) => (
  <IntakePage title={en.title}>
    <h1 class="govuk-heading-xl">{en.heading}</h1>
    <div class="candour-danger">
      <p class="govuk-body">
        <strong>{en.danger.question}</strong> {en.danger.ring} {en.danger.deaf[0]}
        <code>{en.danger.deaf[1]}</code>
        {en.danger.deaf[2]}
      </p>
      <p class="govuk-body">
        <strong>{en.danger.afraid}</strong> {en.danger.others.join(" ")}{" "}
        <a class="govuk-link" href="/people-who-can-help">
          {en.danger.more}
        </a>
      </p>
    </div>
    <p class="govuk-body-l">{en.promise}</p>
    <p class="govuk-body">{en.reader}</p>
    <h2 class="govuk-heading-m">{en.safe.heading}</h2>
    <p class="govuk-body">{en.safe.device}</p>
    <p class="govuk-body">
      {en.safe.leave} <strong>{en.safe.lost}</strong>
    </p>
    <form method="post" action="/find-force">
      <input type="hidden" name="line" value={line} />
      <StartButton>{en.start}</StartButton>
      <NotSent />
    </form>
    <p class="govuk-body">
      <a class="govuk-link" href="/mailbox">
        {en.digits}
      </a>
    </p>
    <p class="govuk-body">
      {en.talk[0]}
      <strong class="candour-number">{en.talk[1]}</strong>
      {en.talk[2]}
    </p>
    <p class="govuk-body">
      <a class="govuk-link" href="/who-can-help">
        {en.notForUs}
      </a>
    </p>
  </IntakePage>
)
