import { asNational } from "@candour/database/as.ts"
import { dayOf } from "@candour/domain/day.ts"
import type { Force } from "@candour/routing/directory.ts"
import { Table } from "@candour/web/components/table.tsx"
import { Tag } from "@candour/web/components/text.tsx"
import { formatCount } from "@candour/web/format-count.ts"
import { formatShortDay } from "@candour/web/language.ts"
import type { Child, FC } from "hono/jsx"
import { deskName } from "../desk-name.ts"
import type { Services, StaffContext } from "../services.ts"
import { NationalPage, type NationalPageProps } from "../shell.tsx"
import { ChangesTable } from "./changes-table.tsx"
import { addCommand } from "./commands.ts"
import { en } from "./messages.ts"
import { type ForceChange, type ForceState, forceChanges, type StandingForce, standingForces } from "./standing.ts"

/** Shows every force with its desk, how to add one, and what was changed about them. */
export const showForces =
  ({ database, clock, forces }: Services) =>
  async (c: StaffContext) => {
    const found = await asNational(database, async (transaction) => ({
      standing: await standingForces(transaction, forces, dayOf(clock.now())),
      changes: await forceChanges(transaction),
    }))
    return c.html(<ForcesPage who={c.get("who")} {...found} />)
  }

/** Commands that are written out at most; each force's own page has its own. */
const MOST_COMMANDS = 5

interface ForcesPageProps extends Pick<NationalPageProps, "who"> {
  standing: readonly StandingForce[]
  changes: readonly ForceChange[]
}

const ForcesPage: FC<ForcesPageProps> = ({ who, standing, changes }) => {
  const byName = standing.toSorted((one, other) => deskName(one.force.id).localeCompare(deskName(other.force.id), "en"))
  const missing = byName.filter(({ state }) => state === "not-added").map(({ force }) => force.id)
  return (
    <NationalPage who={who} current="forces" title={en.title}>
      <h1 class="govuk-heading-xl">{en.title}</h1>
      <p class="govuk-body candour-prose">{en.what}</p>
      <Table
        blocks
        caption={en.title}
        captionSize="hidden"
        rowHeaders
        columns={[
          { title: en.columns.force },
          { title: en.columns.state },
          { title: en.columns.days },
          { title: en.columns.leads, numeric: true },
          { title: en.columns.officers, numeric: true },
          { title: en.columns.others, numeric: true },
          { title: en.columns.signedIn },
          { title: en.columns.key },
        ]}
        rows={byName.map(rowOf)}
      />
      <section>
        <h2 class="govuk-heading-m">{en.adding.title}</h2>
        <p class="govuk-body candour-prose">{en.adding.why}</p>
        <p class="govuk-body">{en.adding.where}</p>
        {(missing.length > 0 && missing.length <= MOST_COMMANDS ? missing : ["ID"]).map((id) => (
          <pre class="candour-command">{addCommand(id)}</pre>
        ))}
      </section>
      <ChangesTable changes={changes} nothing={en.changes.nothing} />
    </NationalPage>
  )
}

function rowOf({ force, state, desk }: StandingForce): Child[] {
  const { leads = 0, officers = 0, others = 0, leadSignedIn = false, generation } = desk ?? {}
  return [
    <a class="govuk-link" href={`/forces/${force.id}`}>
      {deskName(force.id)}
    </a>,
    <StateTag state={state} />,
    daysOf(force),
    formatCount(leads),
    formatCount(officers),
    formatCount(others),
    leadSignedIn ? en.yes : en.no,
    generation === undefined ? en.noKey : en.key(generation),
  ]
}

const COLOURS = {
  open: "green",
  "not-open": "yellow",
  paused: "red",
  ended: "grey",
  "to-come": "grey",
  "not-added": "red",
} as const satisfies Record<ForceState, string>

/** The state of a force in a word. */
export const StateTag: FC<{ state: ForceState }> = ({ state }) => <Tag colour={COLOURS[state]}>{en.states[state]}</Tag>

/** The days on which a force is there, as far as it has a first or a last one. */
export function daysOf({ from, to }: Force): string {
  if (to !== undefined) return en.until(from ? formatShortDay(from, "en") : "…", formatShortDay(to, "en"))
  return from === undefined ? "" : en.from(formatShortDay(from, "en"))
}
