import type { Language } from "@candour/domain/contact.ts"
import type { Context, ErrorHandler, NotFoundHandler } from "hono"
import { HTTPException } from "hono/http-exception"
import type { Child } from "hono/jsx"
import { messages } from "./messages.ts"

/** Puts words into the shell of an app: each app has its own header and ways out. */
export type FailureShell = (c: Context, title: string, content: Child) => Child | Promise<Child>

const contentOf = (title: string, text: string, more?: Child) => (
  <>
    <h1 class="govuk-heading-l">{title}</h1>
    <p class="govuk-body">{text}</p>
    {more}
  </>
)

/** Answers an address that leads nowhere: 404, with the way to the first page. */
export const showNotFound =
  (shell: FailureShell, languageOf: (c: Context) => Language = () => "en"): NotFoundHandler =>
  async (c) => {
    const lang = languageOf(c)
    const { title, text, start } = messages[lang].notFound
    const way = (
      <p class="govuk-body">
        <a class="govuk-link" href={lang === "cy" ? "/cy" : "/"}>
          {start}
        </a>
      </p>
    )
    return c.html((await shell(c, title, contentOf(title, text, way))) as string, 404)
  }

/**
 * Meets everything that no handler met: a calm page with what to do next and nothing internal (style §2.5).
 * What is written for the operator names kinds and places only: messages of errors can quote what was typed.
 */
export const showFailure =
  (
    shell: FailureShell,
    languageOf: (c: Context) => Language = () => "en",
    report: (trace: string) => void = console.error,
  ): ErrorHandler =>
  async (error, c) => {
    const status = error instanceof HTTPException ? error.status : 500
    if (status >= 500) report(traceOf(error))
    const words = messages[languageOf(c)]
    const { title, text } = status === 403 ? words.refused : status === 413 ? words.tooLarge : words.failure
    return c.html((await shell(c, title, contentOf(title, text))) as string, status)
  }

/** The kinds of an error and its causes, and the places they came from; never their messages. */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const code = "code" in error && typeof error.code === "string" ? ` (${error.code})` : ""
  const places = (error.stack ?? "")
    .replace(error.message, "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
  const cause = error.cause === undefined ? "" : `\ncaused by ${traceOf(error.cause)}`
  return `${error.name}${code}\n${places.join("\n")}${cause}`
}
