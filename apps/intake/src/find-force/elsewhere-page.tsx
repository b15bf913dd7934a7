import type { ElsewhereBody } from "@candour/routing/directory.ts"
import { Button } from "@candour/web/components/button.tsx"
import type { FC } from "hono/jsx"
import { IntakePage, NotSent } from "../shell.tsx"
import { StepFields, type StepProps } from "./find-page.tsx"
import { en } from "./messages.ts"

/** Says who looks into a body that isn't a police force of England or Wales, and offers the way back. */
export const ElsewherePage: FC<StepProps & { body: ElsewhereBody }> = ({ body, ...step }) => (
  <IntakePage title={en.title} holdsTyped>
    <h1 class="govuk-heading-l">{en.elsewhere.heading}</h1>
    <p class="govuk-body">{en.elsewhere.text(body.name)}</p>
    <p class="govuk-body">
      <strong>{en.elsewhere.who}</strong> {body.handledBy.replace(/\.?$/, ".")}
    </p>
    <p class="govuk-body">
      <a class="govuk-link" href={body.website} rel="noreferrer">
        {en.elsewhere.website}
      </a>
      . {en.elsewhere.leaves}
    </p>
    <form method="post" action="/find-force">
      <StepFields {...step} />
      <Button kind="secondary" name="answer" value="again">
        {en.elsewhere.again}
      </Button>
      <NotSent />
    </form>
  </IntakePage>
)
