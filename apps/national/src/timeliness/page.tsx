import { asNational } from "@candour/database/as.ts"
import { type Day, dayOf } from "@candour/domain/day.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { type HandOvers, handOvers, type Unaccepted, unaccepted } from "@candour/figures/hand-overs.ts"
import { type OverdueClock, overdueClocks } from "@candour/figures/overdue-clocks.ts"
import type { Scope } from "@candour/figures/scope.ts"
import { stoppedDesks } from "@candour/figures/stopped-desks.ts"
import { type Timeliness, timeliness } from "@candour/figures/timeliness.ts"
import { ErrorSummary } from "@candour/web/components/error-summary.tsx"
import { InsetText } from "@candour/web/components/text.tsx"
import { formatDay } from "@candour/web/language.ts"
import type { FC } from "hono/jsx"
import { knownDeskName } from "../desk-name.ts"
import { lineName } from "../figures/lines.ts"
import { en as figures } from "../figures/messages.ts"
import { ScopeForm } from "../figures/scope-fields.tsx"
import { askedScope, sentencesOf, type TypedScope, typedScope } from "../figures/scope-form.ts"
import type { Services, StaffContext } from "../services.ts"
import { NationalPage, type NationalPageProps } from "../shell.tsx"
import { HandedOn } from "./handed-on.tsx"
import { en } from "./messages.ts"
import { OverdueNow } from "./overdue-now.tsx"
import { StageTimes } from "./stage-times.tsx"

/** Shows how long each stage takes in the scope of the address, what is overdue where, and what nobody accepts. */
export const showTimeliness =
  ({ database, clock, forces }: Services) =>
  async (c: StaffContext) => {
    const now = clock.now()
    const typed = typedScope(c.req.query())
    const asked = askedScope(typed, dayOf(now), forces)
    const shell = { who: c.get("who"), current: "timeliness", title: en.title } as const
    if (asked.scope === undefined) {
      const errors = sentencesOf(asked.problems)
      return c.html(
        <NationalPage {...shell} problem>
          <ErrorSummary errors={errors} />
          <h1 class="govuk-heading-xl">{en.title}</h1>
          <ScopeForm at="/timeliness" typed={typed} errors={errors} on={dayOf(now)} forces={forces} />
        </NationalPage>,
        422,
      )
    }
    const { scope } = asked
    const found = await asNational(database, async (transaction) => ({
      times: await timeliness(transaction, scope),
      clocks: await overdueClocks(transaction),
      moved: await handOvers(transaction, scope),
      waiting: await unaccepted(transaction),
      stopped: await stoppedDesks(transaction, scope.asAt),
    }))
    return c.html(<TimelinessPage shell={shell} typed={typed} scope={scope} now={now} forces={forces} {...found} />)
  }

interface TimelinessPageProps {
  shell: Pick<NationalPageProps, "who" | "current" | "title">
  typed: TypedScope
  scope: Scope
  now: Date
  forces: Services["forces"]
  times: Timeliness
  clocks: readonly OverdueClock[]
  moved: readonly HandOvers[]
  waiting: readonly Unaccepted[]
  stopped: ReadonlyMap<Tenant, Day>
}

const TimelinessPage: FC<TimelinessPageProps> = ({
  shell,
  scope,
  now,
  forces,
  times,
  clocks,
  moved,
  waiting,
  stopped,
  typed,
}) => {
  const asAt = en.asAt(formatDay(scope.asAt, "en"), scope.known)
  const [year, month, day] = scope.asAt.split("-").map(Number).map(String)
  const isAsked = (tenant: Tenant) => scope.force === undefined || tenant === scope.force
  return (
    <NationalPage {...shell} title={`${en.title}: ${asAt}`}>
      <h1 class="govuk-heading-xl">{en.title}</h1>
      <ScopeForm
        at="/timeliness"
        typed={{ ...typed, asAt: { day, month, year } as TypedScope["asAt"] }}
        errors={{}}
        on={scope.asAt}
        forces={forces}
      />
      <p class="govuk-body-l candour-as-at">
        <strong>{asAt}</strong> {scopeInWords(scope)}
      </p>
      <p class="govuk-body candour-prose">{en.exact}</p>
      {[...stopped]
        .filter(([desk]) => isAsked(desk))
        .map(([desk, since]) => (
          <InsetText>{figures.stoppedDesk(knownDeskName(desk), formatDay(since, "en"))}</InsetText>
        ))}
      <StageTimes times={times} stopped={stopped} byForce={scope.force === undefined} />
      <OverdueNow clocks={clocks.filter(({ tenant }) => isAsked(tenant))} now={now} />
      <HandedOn
        moved={moved}
        waiting={waiting.filter(({ sender, receiver }) => isAsked(sender) || isAsked(receiver))}
      />
    </NationalPage>
  )
}

/** What the times are of, in a sentence or two. */
function scopeInWords({ asAt, from, to, line, force }: Scope): string {
  const between = from || to ? figures.scope.between(from && formatDay(from, "en"), formatDay(to ?? asAt, "en")) : ""
  const by = line === undefined ? figures.scope.allLines : lineName(line)
  return between + en.scope(by, force === undefined ? en.allForces : knownDeskName(force))
}
