import type { Context } from "hono"
import { languageOf } from "../language.ts"
import { IntakePage } from "../shell.tsx"
import { accessibilityMessages } from "./messages.ts"

/** The accessibility statement. */
export const showAccessibility = (c: Context) => {
  const lang = languageOf(c)
  const words = accessibilityMessages[lang]
  return c.html(
    <IntakePage title={words.title} lang={lang} language={{ path: "/accessibility" }}>
      <h1 class="govuk-heading-l">{words.heading}</h1>
      <p class="govuk-body">{words.intro}</p>
      <List items={words.can} />
      <h2 class="govuk-heading-m">{words.status.heading}</h2>
      <p class="govuk-body">{words.status.text}</p>
      <h2 class="govuk-heading-m">{words.not.heading}</h2>
      <List items={words.not.text} />
      <h2 class="govuk-heading-m">{words.tell.heading}</h2>
      <p class="govuk-body">{words.tell.text}</p>
    </IntakePage>,
  )
}

const List = ({ items }: { items: readonly string[] }) => (
  <ul class="govuk-list govuk-list--bullet">
    {items.map((item) => (
      <li>{item}</li>
    ))}
  </ul>
)
