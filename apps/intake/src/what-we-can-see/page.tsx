import type { Context } from "hono"
import { IntakePage } from "../shell.tsx"
import { en } from "./messages.ts"

/** Says plainly what is seen, counted and kept. */
export const showWhatWeCanSee = (c: Context) =>
  c.html(
    <IntakePage title={en.title}>
      <h1 class="govuk-heading-l">{en.heading}</h1>
      {en.sections.map(({ heading, text }) => (
        <>
          <h2 class="govuk-heading-m">{heading}</h2>
          {text.map((paragraph) => (
            <p class="govuk-body">{paragraph}</p>
          ))}
        </>
      ))}
    </IntakePage>,
  )
