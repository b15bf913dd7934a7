import { asNational } from "@candour/database/as.ts"
import { Button } from "@candour/web/components/button.tsx"
import { ErrorSummary } from "@candour/web/components/error-summary.tsx"
import { NotificationBanner } from "@candour/web/components/notification-banner.tsx"
import { Table } from "@candour/web/components/table.tsx"
import { InsetText } from "@candour/web/components/text.tsx"
import { TextInput } from "@candour/web/components/text-input.tsx"
import { formatMoment } from "@candour/web/format-moment.ts"
import { problemsOf } from "@candour/web/problems.ts"
import { sql } from "drizzle-orm"
import type { FC } from "hono/jsx"
import type { ZodError } from "zod"
import type { Services, StaffContext } from "../services.ts"
import { NationalPage, type NationalPageProps } from "../shell.tsx"
import type { Typed } from "./entry-fields.tsx"
import { mailForm } from "./entry-form.ts"
import { type AlarmLimits, alarmLimits, DEFAULT_LIMITS, type LimitsSet, limitsSet, setLimits } from "./limits.ts"
import { coordinators } from "./list-alarms.ts"
import { en } from "./messages.ts"

interface Refused {
  typed?: Typed
  errors?: Readonly<Record<string, string>>
}

/** Shows what the alarms go by, who changed it, and where one's own are mailed. */
export const showLimits = (services: Services) => (c: StaffContext) => limitsPage(services, c)

async function limitsPage({ database, send }: Services, c: StaffContext, refused: Refused = {}) {
  const who = c.get("who")
  const found = await asNational(database, async (transaction) => ({
    changes: await limitsSet(transaction),
    mail: (await coordinators(transaction)).find(({ person }) => person === who.person)?.mail ?? "",
  }))
  return c.html(
    <LimitsPage
      who={who}
      {...found}
      {...refused}
      mails={send !== undefined}
      saved={c.req.query("saved") !== undefined && refused.errors === undefined}
    />,
    refused.errors ? 422 : 200,
  )
}

const sentences = (error: ZodError) =>
  Object.fromEntries(
    Object.entries(problemsOf(error)).map(([field, key]) => [
      field,
      en.problem[key as keyof typeof en.problem] ?? en.problem.number,
    ]),
  )

/** Changes what the alarms go by. */
export const saveLimits = (services: Services) => async (c: StaffContext) => {
  const typed = (await c.req.parseBody()) as Typed
  const posted = alarmLimits.safeParse(typed)
  if (!posted.success) return limitsPage(services, c, { typed, errors: sentences(posted.error) })
  await asNational(services.database, (transaction) => setLimits(transaction, c.get("who").person, posted.data))
  return c.redirect("/alarms/limits?saved", 303)
}

/** Takes one's own address for alarms. */
export const saveMail = (services: Services) => async (c: StaffContext) => {
  const typed = (await c.req.parseBody()) as Typed
  const posted = mailForm.safeParse(typed)
  if (!posted.success) return limitsPage(services, c, { typed, errors: sentences(posted.error) })
  await asNational(services.database, (transaction) =>
    transaction.execute(sql`select set_coordinator_mail(${c.get("who").person}, ${posted.data.mail || null})`),
  )
  return c.redirect("/alarms/limits?saved", 303)
}

interface LimitsPageProps extends Pick<NationalPageProps, "who">, Refused {
  changes: readonly LimitsSet[]
  mail: string
  mails: boolean
  saved: boolean
}

const FIELDS: { name: keyof AlarmLimits; hint: string }[] = [
  { name: "danger", hint: en.limits.hours },
  { name: "unopened", hint: en.limits.workingDays(20) },
  { name: "overdue", hint: en.limits.workingDays(20) },
  { name: "signIn", hint: en.limits.workingDays(10) },
]

const LimitsPage: FC<LimitsPageProps> = ({ who, changes, mail, mails, saved, typed = {}, errors = {} }) => {
  const now: AlarmLimits = changes[0] ?? DEFAULT_LIMITS
  const words = en.limits
  return (
    <NationalPage who={who} current="alarms" title={words.title} problem={Object.keys(errors).length > 0}>
      <p class="govuk-body">
        <a class="govuk-link" href="/alarms">
          {en.back}
        </a>
      </p>
      <ErrorSummary errors={errors} />
      {saved && (
        <NotificationBanner success>
          <p class="govuk-body">{words.saved}</p>
        </NotificationBanner>
      )}
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body candour-prose">{words.why}</p>
      <form method="post" action="/alarms/limits">
        {FIELDS.map(({ name, hint }) => (
          <TextInput
            name={name}
            label={words[name]}
            hint={hint}
            inputmode="numeric"
            width={2}
            value={typed[name] ?? String(now[name])}
            error={errors[name]}
          />
        ))}
        <Button>{words.save}</Button>
      </form>
      {changes.length === 0 ? (
        <p class="govuk-body">{words.unchanged}</p>
      ) : (
        <Table
          blocks
          caption={words.history}
          columns={(["at", "name", "danger", "unopened", "overdue", "signIn"] as const).map((name) => ({
            title: words.columns[name],
          }))}
          rows={changes.map((each) => [
            formatMoment(each.at),
            each.name,
            words.hoursOf(each.danger),
            words.days(each.unopened),
            words.days(each.overdue),
            words.days(each.signIn),
          ])}
        />
      )}
      <h2 class="govuk-heading-m">{words.mailHeading}</h2>
      {!mails && <InsetText>{en.noMail}</InsetText>}
      <form method="post" action="/alarms/mail">
        <TextInput
          name="mail"
          label={words.mail}
          hint={words.mailHint}
          type="email"
          autocomplete="email"
          width={30}
          value={typed.mail ?? mail}
          error={errors.mail}
        />
        <Button kind="secondary">{words.save}</Button>
      </form>
    </NationalPage>
  )
}
