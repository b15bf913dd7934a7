import { Button } from "@candour/web/components/button.tsx"
import { ErrorSummary } from "@candour/web/components/error-summary.tsx"
import { TextInput } from "@candour/web/components/text-input.tsx"
import type { FC } from "hono/jsx"
import { en as common } from "../messages.ts"
import { IntakePage, NotSent } from "../shell.tsx"
import { Carried, type Posted } from "../tell/typed.tsx"
import { en } from "./messages.ts"

/** What every step of finding the force carries on to the next. */
export interface StepProps {
  line: string
  posted: Posted
}

/** The hidden fields of a step. */
export const StepFields: FC<StepProps> = ({ line, posted }) => (
  <>
    <input type="hidden" name="line" value={line} />
    <Carried posted={posted} />
  </>
)

interface FindPageProps extends StepProps {
  hint?: string
  problem?: keyof typeof en.problem
}

/** Asks for a force or a place. "I don't know" is an answer like any other. */
export const FindPage: FC<FindPageProps> = ({ hint, problem, ...step }) => {
  const error = problem && en.problem[problem]
  return (
    <IntakePage title={en.title} problem={Boolean(problem)} holdsTyped preload={["tell.js"]}>
      <ErrorSummary errors={{ hint: error }} />
      <form method="post" action="/find-force">
        <StepFields {...step} />
        <TextInput
          name="hint"
          label={en.heading}
          hint={en.hint}
          size="l"
          heading
          value={hint}
          error={error}
          width={20}
        />
        <div class="govuk-button-group">
          <Button>{common.next}</Button>
          <Button kind="secondary" name="answer" value="unknown">
            {common.unknown}
          </Button>
          <Button kind="secondary" name="answer" value="all">
            {en.list}
          </Button>
        </div>
        <NotSent />
      </form>
    </IntakePage>
  )
}
