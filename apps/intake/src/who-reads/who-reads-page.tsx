import { NATIONAL_DESK, type Tenant } from "@candour/domain/tenant.ts"
import type { ElsewhereBody } from "@candour/routing/directory.ts"
import { elsewhereWords, sentence } from "@candour/routing/facts.ts"
import type { Candidate } from "@candour/routing/route.ts"
import { Button } from "@candour/web/components/button.tsx"
import { ErrorSummary } from "@candour/web/components/error-summary.tsx"
import { Radios } from "@candour/web/components/radios.tsx"
import { InsetText } from "@candour/web/components/text.tsx"
import type { FC } from "hono/jsx"
import { StepFields, type StepProps } from "../find-force/find-page.tsx"
import { en as finding } from "../find-force/messages.ts"
import { MOST_FORCES } from "../find-force/told-forces.ts"
import type { KeyBook } from "../keys/key-book.ts"
import { en as common } from "../messages.ts"
import { IntakePage, NotSent } from "../shell.tsx"
import { en } from "./messages.ts"

interface WhoReadsPageProps extends Pick<StepProps, "line" | "posted"> {
  /** Every force that is told, in the order they were found; the national desk last, for one that nobody could name. */
  forces: readonly Tenant[]
  /** Forces of smaller namesakes of the only force, likeliest first. */
  others?: readonly Candidate[]
  /** Bodies named beside them, which we can't send a report to. */
  elsewhere?: readonly ElsewhereBody[]
  found: "found" | "chosen"
  keys: KeyBook
  problem?: boolean
}

/** Lets anyone choose the national desk over the force's own team, without a reason (pages §2.2). */
export const WhoReadsPage: FC<WhoReadsPageProps> = (page) => {
  const { forces, others = [], elsewhere = [], found, keys, problem, ...step } = page
  const [first = NATIONAL_DESK, ...further] = forces
  const error = problem ? en.problem : undefined
  const notOpen = forces.filter((tenant) => tenant !== NATIONAL_DESK && !keys.recipientOf(tenant))
  const teams = further.length
    ? [{ value: first, label: en.all(forces.length), hint: en.Teams(forces) }]
    : [{ value: first, label: en.Team(first) }, ...others.map(choiceOf)]
  return (
    <IntakePage title={en.title} problem={problem ?? false} holdsTyped preload={["tell.js"]}>
      <ErrorSummary errors={{ reader: error }} />
      <form method="post" action="/who-reads">
        <StepFields {...step} soFar={further} />
        <input type="hidden" name="found" value={found} />
        <input type="hidden" name="force" value={first} />
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
            ...teams,
            { value: NATIONAL_DESK, label: en.desk, hint: further.length ? en.deskHintSeveral : en.deskHint },
          ]}
        />
        {notOpen.map((tenant) => (
          <InsetText>{en.notOpen(tenant)}</InsetText>
        ))}
        {elsewhere
          .map(({ id }) => elsewhereWords(id, "en"))
          .map(({ name, handledBy }) => (
            <InsetText>
              {finding.elsewhere.text(name)} {finding.elsewhere.who} {sentence(handledBy)}
            </InsetText>
          ))}
        <div class="govuk-button-group">
          <Button>{common.next}</Button>
          {further.length === 0 && (
            <Button kind="secondary" formaction="/find-force" name="answer" value="again">
              {en.other}
            </Button>
          )}
        </div>
        <More forces={forces} />
        <NotSent />
      </form>
    </IntakePage>
  )
}

/** Adds a force, and takes each added one off again. After the page's own button, which Enter presses. */
const More: FC<{ forces: readonly Tenant[] }> = ({ forces }) => (
  <>
    {forces.length < MOST_FORCES && (
      <>
        <p class="govuk-hint">{en.addHint}</p>
        <Button kind="secondary" formaction="/find-force" name="answer" value="add">
          {en.add}
        </Button>
      </>
    )}
    {forces.length > 1 && (
      <div class="govuk-button-group">
        {forces.map((tenant) => (
          <Button kind="secondary" name="off" value={tenant}>
            {en.takeOff(tenant)}
          </Button>
        ))}
      </div>
    )}
  </>
)

const choiceOf = ({ tenant, place }: Candidate) => ({
  value: tenant,
  label: place ? en.teamAt(tenant, place) : en.Team(tenant),
})
