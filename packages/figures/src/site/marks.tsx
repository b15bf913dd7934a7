import { useLanguage } from "@candour/web/page-language.ts"
import type { FC } from "hono/jsx"
import { messages } from "./messages.ts"

/** What `[c]` and `[x]` mean: before the first table of each page. */
export const Marks: FC = () => {
  const { marks } = messages[useLanguage()]
  return (
    <div class="govuk-inset-text">
      <h2 class="govuk-heading-s">{marks.heading}</h2>
      <p class="govuk-body">{marks.c}</p>
      <p class="govuk-body">{marks.x}</p>
    </div>
  )
}
