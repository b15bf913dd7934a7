import { asTenant } from "@candour/database/as.ts"
import { MayNotFollow } from "@candour/database/errors.ts"
import type { SignedIn } from "@candour/identity/sessions.ts"
import { Button } from "@candour/web/components/button.tsx"
import { ErrorSummary } from "@candour/web/components/error-summary.tsx"
import { NotificationBanner } from "@candour/web/components/notification-banner.tsx"
import { Radios } from "@candour/web/components/radios.tsx"
import { Select } from "@candour/web/components/select.tsx"
import { WarningText } from "@candour/web/components/text.tsx"
import { TextInput } from "@candour/web/components/text-input.tsx"
import { HTTPException } from "hono/http-exception"
import type { FC } from "hono/jsx"
import { z } from "zod"
import { eventWords } from "../report/event-words.ts"
import type { Services, StaffContext } from "../services.ts"
import { DeskPage } from "../shell.tsx"
import { colleaguesOf, nameIn } from "./colleagues.ts"
import { Fields } from "./fields.tsx"
import { en } from "./messages.ts"
import {
  codesOf,
  fieldsOf,
  hasCodes,
  readUsual,
  removeUsual,
  type UsualDecision,
  type UsualFields,
  type UsualKind,
  usualDecisions,
  usualKey,
  usualKind,
  writeUsual,
} from "./usual-decision.ts"

const KEYS = [1, 2, 3, 4, 5, 6, 7, 8, 9]
/** Letters of all that a usual decision holds at most: what the database takes. */
const MOST = 3_000

function onlyLeads(c: StaffContext): void {
  if (!c.get("who").roles.includes("lead")) throw new HTTPException(403)
}

/** The unit's usual decisions, for its leads. Works without script: nothing here is of a report. */
export const showUsual =
  ({ database }: Services) =>
  async (c: StaffContext) => {
    onlyLeads(c)
    const who = c.get("who")
    const { all, colleagues } = await asTenant(database, who.tenant, async (transaction) => ({
      all: await usualDecisions(transaction),
      colleagues: await colleaguesOf(transaction),
    }))
    return c.html(
      <DeskPage who={who} title={en.title} current="settings">
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            {c.req.query("saved") === "" && <NotificationBanner>{en.saved}</NotificationBanner>}
            <h1 class="govuk-heading-l">{en.title}</h1>
            <p class="govuk-body">{en.intro}</p>
            {all.length === 0 && <p class="govuk-body">{en.none}</p>}
            <dl class="govuk-summary-list">
              {all.map((usual) => (
                <Written usual={usual} nameOf={nameIn(colleagues)} />
              ))}
            </dl>
            <h2 class="govuk-heading-m">{en.add}</h2>
            <form method="get" action="/settings/usual/write">
              <Select
                name="key"
                label={en.whichKey}
                hint={en.whichKeyHint}
                options={KEYS.map((key) => ({ value: String(key), label: String(key) }))}
                value={String(KEYS.find((key) => all.every((each) => each.key !== key)) ?? 1)}
              />
              <Radios
                name="kind"
                legend={en.kind}
                size="s"
                small
                choices={usualKind.options.map((kind) => ({ value: kind, label: en.kinds[kind] }))}
                value="assessed"
              />
              <Button kind="secondary">{en.next}</Button>
            </form>
          </div>
        </div>
      </DeskPage>,
    )
  }

const Written: FC<{ usual: UsualDecision; nameOf: (id: string) => string }> = ({ usual, nameOf }) => {
  const { key, name, kind, fields } = usual
  const [change, ofChange] = en.change(key)
  const [remove, ofRemove] = en.remove(key)
  return (
    <div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">
        <kbd>{key}</kbd> {name}
      </dt>
      <dd class="govuk-summary-list__value">
        {eventWords({ ...codesOf(usual), number: 0 }, nameOf)}
        {fields.words && <p class="govuk-body-s candour-said">{fields.words[0]}</p>}
      </dd>
      <dd class="govuk-summary-list__actions">
        <a class="govuk-link" href={`/settings/usual/write?key=${key}&kind=${kind}`}>
          {change}
          <span class="govuk-visually-hidden">{ofChange}</span>
        </a>
        {" · "}
        <form class="candour-inline" method="post" action="/settings/usual/remove">
          <input type="hidden" name="key" value={key} />
          <button class="candour-link-button" type="submit">
            {remove}
            <span class="govuk-visually-hidden">{ofRemove}</span>
          </button>
        </form>
      </dd>
    </div>
  )
}

interface Shown {
  who: SignedIn
  key: number
  kind: UsualKind
  name: string
  fields: UsualFields
  errors: Record<string, string | undefined>
  colleagues: Awaited<ReturnType<typeof colleaguesOf>>
}

const asked = z.object({ key: usualKey, kind: usualKind })

/** The form of one, with what stands under its key already where that is of the same kind. */
export const showWriteUsual =
  ({ database }: Services) =>
  async (c: StaffContext) => {
    onlyLeads(c)
    const which = asked.safeParse(c.req.query()).data
    if (which === undefined) return c.redirect("/settings/usual")
    const who = c.get("who")
    const { before, colleagues } = await asTenant(database, who.tenant, async (transaction) => ({
      before: (await usualDecisions(transaction)).find(({ key, kind }) => key === which.key && kind === which.kind),
      colleagues: await colleaguesOf(transaction),
    }))
    const { name = "", fields = {} } = before ?? {}
    return c.html(<WritePage {...{ who, ...which, name, fields, colleagues }} errors={{}} />)
  }

/** Takes one, or shows the form again with what is wrong and all that was typed. */
export const writeOne =
  ({ database }: Services) =>
  async (c: StaffContext) => {
    onlyLeads(c)
    const who = c.get("who")
    const posted = await c.req.parseBody({ all: true })
    const which = asked.safeParse(posted).data
    if (which === undefined) throw new HTTPException(422)
    const typed: UsualFields = Object.fromEntries(
      Object.entries(posted).map(([field, value]) => [
        field,
        [value].flat().flatMap((each) => (typeof each === "string" && each.trim() !== "" ? [each.trim()] : [])),
      ]),
    )
    const name = typed.name?.[0] ?? ""
    const fields = fieldsOf(which.kind, typed)
    return asTenant(database, who.tenant, async (transaction) => {
      const colleagues = await colleaguesOf(transaction)
      const errors: Shown["errors"] = { ...readUsual({ kind: which.kind, fields }).errors }
      if (name === "" || [...name].length > 60) errors.name = en.problem.name
      if (JSON.stringify(fields).length > MOST) errors.words = en.problem.tooLong
      const to = fields.to?.[0]
      if (to !== undefined && colleagues.every(({ id }) => id !== to)) errors.to = en.problem.colleague
      if (Object.keys(errors).length === 0 && !hasCodes({ kind: which.kind, fields })) throw new HTTPException(422)
      if (Object.keys(errors).length > 0)
        return c.html(<WritePage {...{ who, ...which, name, fields, errors, colleagues }} />, 422)
      await writeUsual(transaction, who.person, { ...which, name, fields })
      return c.redirect("/settings/usual?saved", 303)
    })
  }

/** Takes one away. */
export const removeOne =
  ({ database }: Services) =>
  async (c: StaffContext) => {
    const { tenant, person } = c.get("who")
    const key = usualKey.safeParse((await c.req.parseBody()).key).data
    if (key === undefined) throw new HTTPException(422)
    try {
      await asTenant(database, tenant, (transaction) => removeUsual(transaction, person, key))
    } catch (error) {
      if (error instanceof MayNotFollow) throw new HTTPException(403)
      throw error
    }
    return c.redirect("/settings/usual?saved", 303)
  }

const WritePage: FC<Shown> = ({ who, key, kind, name, fields, errors, colleagues }) => (
  <DeskPage who={who} title={en.write(key)} current="settings" problem={Object.keys(errors).length > 0}>
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <h1 class="govuk-heading-l">{en.write(key)}</h1>
        <WarningText>{en.warning}</WarningText>
        <form method="post" action="/settings/usual/write">
          <input type="hidden" name="key" value={key} />
          <input type="hidden" name="kind" value={kind} />
          <TextInput name="name" label={en.name} hint={en.nameHint} value={name} error={errors.name} />
          <Fields kind={kind} fields={fields} errors={errors} colleagues={colleagues} />
          <div class="govuk-button-group">
            <Button>{en.save}</Button>
            <a class="govuk-link" href="/settings/usual">
              {en.cancel}
            </a>
          </div>
        </form>
      </div>
    </div>
  </DeskPage>
)
