import type { Context } from "hono"
import { IntakePage } from "../shell.tsx"
import { en } from "./messages.ts"

/** The accessibility statement. */
export const showAccessibility = (c: Context) =>
  c.html(
    <IntakePage title={en.title}>
      <h1 class="govuk-heading-l">{en.heading}</h1>
      <p class="govuk-body">{en.intro}</p>
      <List items={en.can} />
      <h2 class="govuk-heading-m">{en.status.heading}</h2>
      <p class="govuk-body">{en.status.text}</p>
      <h2 class="govuk-heading-m">{en.not.heading}</h2>
      <List items={en.not.text} />
      <h2 class="govuk-heading-m">{en.tell.heading}</h2>
      <p class="govuk-body">{en.tell.text}</p>
    </IntakePage>,
  )

const List = ({ items }: { items: readonly string[] }) => (
  <ul class="govuk-list govuk-list--bullet">
    {items.map((item) => (
      <li>{item}</li>
    ))}
  </ul>
)
