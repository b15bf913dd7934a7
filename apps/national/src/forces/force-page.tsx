import { asNational } from "@candour/database/as.ts"
import { forceNamesForStaff } from "@candour/database/force-names.ts"
import { type Day, dayOf } from "@candour/domain/day.ts"
import { forceName } from "@candour/routing/directory.ts"
import { takeGivenNames } from "@candour/routing/given-names.ts"
import { Button } from "@candour/web/components/button.tsx"
import { DateInput, type TypedDay } from "@candour/web/components/date-input.tsx"
import { ErrorSummary } from "@candour/web/components/error-summary.tsx"
import { SummaryList } from "@candour/web/components/summary-list.tsx"
import { InsetText } from "@candour/web/components/text.tsx"
import { TextInput } from "@candour/web/components/text-input.tsx"
import { Textarea } from "@candour/web/components/textarea.tsx"
import { problemsOf } from "@candour/web/problems.ts"
import type { Child, FC } from "hono/jsx"
import { deskName } from "../desk-name.ts"
import type { Services, StaffContext } from "../services.ts"
import { NationalPage, type NationalPageProps } from "../shell.tsx"
import { type AskedChange, changeForce, pauseForm, renameForm } from "./change-force.ts"
import { ChangesTable } from "./changes-table.tsx"
import { addCommand, inviteCommand } from "./commands.ts"
import { en } from "./messages.ts"
import { daysOf, StateTag } from "./page.tsx"
import { type ForceChange, forceChanges, type StandingForce, standingForces } from "./standing.ts"

/** What stands in the forms: what was typed, where something has to be put right. */
type Typed = Readonly<Record<string, string>>
/** By field: the key of the sentence that says what to put right. */
type Problems = Readonly<Record<string, keyof typeof en.problem>>

/** Shows one force, and what can be changed about it. */
export const showForce = (services: Services) => (c: StaffContext) => forcePage(services, c)

/** Pauses a force: its new reports go to the national desk. */
export const pause = (services: Services) => pauseOrResume(services, "paused")
/** Lets a paused force take its own reports again. */
export const resume = (services: Services) => pauseOrResume(services, "resumed")

const pauseOrResume = (services: Services, what: "paused" | "resumed") => async (c: StaffContext) => {
  const typed = await typedIn(c)
  const read = pauseForm.safeParse(typed)
  if (!read.success) return forcePage(services, c, typed, problemsOf(read.error) as Problems)
  return change(services, c, typed, "pause-why", { what, why: read.data["pause-why"] })
}

/** Gives a force another name from a day on. */
export const rename = (services: Services) => async (c: StaffContext) => {
  const typed = await typedIn(c)
  const read = renameForm.safeParse({ ...typed, from: dayIn(typed) })
  if (!read.success) return forcePage(services, c, typed, problemsOf(read.error) as Problems)
  const { en, cy, from, "rename-why": why } = read.data
  return change(services, c, typed, "from", { what: "renamed", why, name: { from, en, cy } })
}

async function change(
  services: Services,
  c: StaffContext,
  typed: Typed,
  field: string,
  asked: Omit<AskedChange, "force" | "by">,
) {
  const force = c.req.param("force") ?? ""
  const problem = await changeForce(services.database, { ...asked, force, by: c.get("who").person })
  if (problem) return forcePage(services, c, typed, { [field]: problem })
  if (asked.what === "renamed") takeGivenNames(await forceNamesForStaff(services.database))
  return c.redirect(`/forces/${force}`, 303)
}

async function typedIn(c: StaffContext): Promise<Typed> {
  const posted = await c.req.parseBody()
  return Object.fromEntries(
    Object.entries(posted).flatMap(([name, value]) => (typeof value === "string" ? [[name, value.trim()]] : [])),
  )
}

const dayIn = (typed: Typed): Required<Record<"day" | "month" | "year", string>> => ({
  day: typed["from-day"] ?? "",
  month: typed["from-month"] ?? "",
  year: typed["from-year"] ?? "",
})

async function forcePage(services: Services, c: StaffContext, typed?: Typed, problems: Problems = {}) {
  const { database, clock, forces } = services
  const today = dayOf(clock.now())
  const found = await asNational(database, async (transaction) => ({
    standing: await standingForces(transaction, forces, today),
    changes: await forceChanges(transaction),
  }))
  const standing = found.standing.find(({ force }) => force.id === c.req.param("force"))
  if (standing === undefined) return c.notFound()
  const changes = found.changes.filter(({ tenant }) => tenant === standing.force.id)
  const errors = Object.fromEntries(Object.entries(problems).map(([field, key]) => [field, en.problem[key]]))
  const page = { who: c.get("who"), standing, changes, typed, errors, today }
  return c.html(<ForcePage {...page} />, typed === undefined ? 200 : 422)
}

interface ForcePageProps extends Pick<NationalPageProps, "who"> {
  standing: StandingForce
  changes: readonly ForceChange[]
  typed: Typed | undefined
  errors: Readonly<Record<string, string>>
  today: Day
}

const ForcePage: FC<ForcePageProps> = ({ who, standing, changes, typed, errors, today }) => {
  const { force, state, desk } = standing
  const name = deskName(force.id)
  const isDivertedBesides = desk?.diverted && state === "open"
  return (
    <NationalPage who={who} current="forces" title={name} problem={typed !== undefined}>
      <p class="govuk-body">
        <a class="govuk-link" href="/forces">
          {en.back}
        </a>
      </p>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-xl">{name}</h1>
      <SummaryList rows={factsOf(standing)} />
      {isDivertedBesides && <InsetText>{en.diverted}</InsetText>}
      {state === "not-added" && (
        <section>
          <h2 class="govuk-heading-m">{en.adding.title}</h2>
          <p class="govuk-body candour-prose">{en.adding.why}</p>
          <p class="govuk-body">{en.adding.one}</p>
          <Command text={addCommand(force.id)} />
        </section>
      )}
      {desk && state !== "ended" && (
        <>
          <Invite force={force.id} />
          <PauseForm standing={standing} value={typed?.["pause-why"]} error={errors["pause-why"]} />
          <RenameForm standing={standing} typed={typed} errors={errors} today={today} />
        </>
      )}
      <ChangesTable changes={changes} nothing={en.changes.nothingHere} />
    </NationalPage>
  )
}

function factsOf({ force, state, desk, wentInto }: StandingForce): { key: string; value: Child }[] {
  const succession = [
    ...(wentInto ? [en.wentInto(deskName(wentInto))] : []),
    ...(force.succeeds?.length ? [en.takesOver(force.succeeds.map((id) => deskName(id)).join(", "))] : []),
  ]
  const days = daysOf(force)
  return [
    {
      key: en.facts.state,
      value: (
        <>
          <StateTag state={state} /> {en.means[state]}
        </>
      ),
    },
    ...(days ? [{ key: en.facts.days, value: days }] : []),
    ...(succession.length > 0 ? [{ key: en.facts.successor, value: succession.join(". ") }] : []),
    ...(desk
      ? [
          {
            key: en.facts.people,
            value: `${en.people(desk.leads, desk.officers, desk.others)}. ${desk.leadSignedIn ? en.signedIn : en.notSignedIn}.`,
          },
          { key: en.facts.key, value: desk.generation === undefined ? en.noKey : en.key(desk.generation) },
        ]
      : []),
    { key: en.facts.id, value: <code>{force.id}</code> },
  ]
}

const Command: FC<{ text: string }> = ({ text }) => <pre class="candour-command">{text}</pre>

const Invite: FC<{ force: string }> = ({ force }) => (
  <section>
    <h2 class="govuk-heading-m">{en.inviting.title}</h2>
    <p class="govuk-body candour-prose">{en.inviting.why}</p>
    <Command text={inviteCommand(force)} />
  </section>
)

interface PauseFormProps {
  standing: StandingForce
  value: string | undefined
  error: string | undefined
}

const PauseForm: FC<PauseFormProps> = ({ standing: { force, state }, value, error }) => {
  const words = state === "paused" ? en.resuming : en.pausing
  return (
    <form method="post" action={`/forces/${force.id}/${state === "paused" ? "resume" : "pause"}`}>
      <h2 class="govuk-heading-m">{words.title}</h2>
      <p class="govuk-body candour-prose">{words.what}</p>
      <Textarea name="pause-why" label={en.why} hint={en.whyHint} rows={2} value={value} error={error} />
      <Button kind={state === "paused" ? "secondary" : "warning"}>{words.button}</Button>
    </form>
  )
}

interface RenameFormProps {
  standing: StandingForce
  typed: Typed | undefined
  errors: Readonly<Record<string, string>>
  today: Day
}

const RenameForm: FC<RenameFormProps> = ({ standing: { force }, typed, errors, today }) => {
  const words = en.renaming
  const [year, month, day] = today.split("-").map(Number).map(String)
  const from: TypedDay = typed && "from-day" in typed ? dayIn(typed) : { day, month, year }
  return (
    <form method="post" action={`/forces/${force.id}/rename`}>
      <h2 class="govuk-heading-m">{words.title}</h2>
      <p class="govuk-body candour-prose">{words.what}</p>
      <TextInput
        name="en"
        label={words.en}
        width={30}
        value={typed?.en ?? forceName(force.id, "en")}
        error={errors.en}
      />
      <TextInput
        name="cy"
        label={words.cy}
        hint={words.cyHint}
        width={30}
        value={typed?.cy ?? forceName(force.id, "cy")}
        error={errors.cy}
      />
      <DateInput name="from" legend={words.from} hint={words.fromHint} size="s" value={from} error={errors.from} />
      <Textarea
        name="rename-why"
        label={en.why}
        hint={en.whyHint}
        rows={2}
        value={typed?.["rename-why"]}
        error={errors["rename-why"]}
      />
      <Button kind="secondary">{words.button}</Button>
    </form>
  )
}
