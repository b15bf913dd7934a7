import { NATIONAL_DESK, type Tenant } from "@candour/domain/tenant.ts"
import type { Candidate } from "@candour/routing/route.ts"
import { Button } from "@candour/web/components/button.tsx"
import { ErrorSummary } from "@candour/web/components/error-summary.tsx"
import { Radios } from "@candour/web/components/radios.tsx"
import { InsetText } from "@candour/web/components/text.tsx"
import type { FC } from "hono/jsx"
import { StepFields, type StepProps } from "../find-force/find-page.tsx"
import type { KeyBook } from "../keys/key-book.ts"
import { en as common } from "../messages.ts"
import { IntakePage, NotSent } from "../shell.tsx"
import { en } from "./messages.ts"

interface WhoReadsPageProps extends StepProps {
  force: Tenant
  /** Forces of smaller namesakes, likeliest first. */
  others?: readonly Candidate[]
  found: "found" | "chosen"
  keys: KeyBook
  problem?: boolean
}

/** Lets anyone choose the national desk over the force's own team, without a reason (pages §2.2). */
export const WhoReadsPage: FC<WhoReadsPageProps> = ({ force, others = [], found, keys, problem, ...step }) => {
  const error = problem ? en.problem : undefined
  return (
    <IntakePage title={en.title} problem={problem ?? false} holdsTyped preload={["tell.js"]}>
      <ErrorSummary errors={{ reader: error }} />
      <form method="post" action="/who-reads">
        <StepFields {...step} />
        <input type="hidden" name="found" value={found} />
        <input type="hidden" name="force" value={force} />
        <input
          type="hidden"
          name="others"
          value={JSON.stringify(others.map(({ tenant, place }) => ({ tenant, place })))}
        />
        <Radios
          name="reader"
          legend={en.heading}
          size="l"
          heading
          error={error}
          choices={[
            { value: force, label: en.Team(force) },
            ...others.map(({ tenant, place }) => ({
              value: tenant,
              label: place ? en.teamAt(tenant, place) : en.Team(tenant),
            })),
            { value: NATIONAL_DESK, label: en.desk, hint: en.deskHint },
          ]}
        />
        {!keys.recipientOf(force) && <InsetText>{en.notOpen(force)}</InsetText>}
        <div class="govuk-button-group">
          <Button>{common.next}</Button>
          <Button kind="secondary" formaction="/find-force" name="answer" value="again">
            {en.other}
          </Button>
        </div>
        <NotSent />
      </form>
    </IntakePage>
  )
}
