import type { Tenant } from "@candour/domain/tenant.ts"
import { forceName } from "@candour/routing/directory.ts"
import type { Candidate } from "@candour/routing/route.ts"
import { Button } from "@candour/web/components/button.tsx"
import { ErrorSummary } from "@candour/web/components/error-summary.tsx"
import { Radios } from "@candour/web/components/radios.tsx"
import type { FC } from "hono/jsx"
import { en as common } from "../messages.ts"
import { IntakePage, NotSent } from "../shell.tsx"
import { StepFields, type StepProps } from "./find-page.tsx"
import { en } from "./messages.ts"

interface ChoosePageProps extends StepProps {
  /** The forces it could be, likeliest first; left out: all of them, by name. */
  candidates?: readonly Candidate[]
  all: readonly Tenant[]
  /** There would be others still. */
  more?: boolean
  problem?: keyof typeof en.problem
}

/** Lets the reporter choose a force: among those that a name may mean, or among all. */
export const ChoosePage: FC<ChoosePageProps> = ({ candidates, all, more, problem, ...step }) => {
  const error = problem && en.problem[problem]
  const choices = candidates?.map(choiceOf) ?? all.map((tenant) => choiceOf({ tenant })).sort(byLabel)
  return (
    <IntakePage title={en.title} problem={Boolean(problem)} holdsTyped preload={["tell.js"]}>
      <ErrorSummary errors={{ force: error }} />
      <form method="post" action="/find-force">
        <StepFields {...step} />
        <input type="hidden" name="among" value={candidates?.map(({ tenant }) => tenant).join(" ") ?? "all"} />
        <Radios
          name="force"
          legend={candidates ? en.choose.heading : en.all.heading}
          hint={candidates && (more ? en.choose.more : en.choose.several)}
          size="l"
          heading
          small={!candidates}
          choices={choices}
          error={error}
        />
        <div class="govuk-button-group">
          <Button name="answer" value="next">
            {common.next}
          </Button>
          <Button kind="secondary" name="answer" value="again">
            {en.choose.none}
          </Button>
          <Button kind="secondary" name="answer" value="unknown">
            {common.unknown}
          </Button>
        </div>
        <NotSent />
      </form>
    </IntakePage>
  )
}

const choiceOf = ({ tenant, place }: Candidate) => {
  const name = forceName(tenant, "en")
  return { value: tenant, label: place ? en.choose.at(name, place) : name }
}

const byLabel = (one: { label: string }, other: { label: string }) => one.label.localeCompare(other.label, "en")
