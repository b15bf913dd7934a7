import { asTenant } from "@candour/database/as.ts"
import { MayNotFollow } from "@candour/database/errors.ts"
import type { SignedIn } from "@candour/identity/sessions.ts"
import { Button } from "@candour/web/components/button.tsx"
import { ErrorSummary } from "@candour/web/components/error-summary.tsx"
import { NotificationBanner } from "@candour/web/components/notification-banner.tsx"
import { Radios } from "@candour/web/components/radios.tsx"
import { TextInput } from "@candour/web/components/text-input.tsx"
import { HTTPException } from "hono/http-exception"
import type { FC } from "hono/jsx"
import { decidesReports } from "../desk/who-may.ts"
import type { Services, StaffContext } from "../services.ts"
import { DeskPage } from "../shell.tsx"
import { en as usual } from "../usual/messages.ts"
import { en } from "./messages.ts"
import { changeMail, changeSetting, type DeskSetting, mailForm, mailOf, settingForm, settingOf } from "./setting.ts"

type Typed = Record<string, string>
type Errors = Record<string, string | undefined>

interface Shown {
  who: SignedIn
  desk: Typed
  mail: string
  errors?: Errors
  saved?: boolean
}

const asTyped = ({ limits, ...rest }: DeskSetting): Typed => ({
  ...Object.fromEntries(Object.entries(limits).map(([name, value]) => [name, String(value)])),
  ...rest,
})

async function typedNow({ database }: Services, who: SignedIn) {
  return asTenant(database, who.tenant, async (transaction) => ({
    desk: asTyped(await settingOf(transaction, who.tenant)),
    mail: await mailOf(transaction, who.person),
  }))
}

/** A desk's settings, which a lead changes, and one's own. Works without script: nothing here is sealed. */
export const showSettings = (services: Services) => async (c: StaffContext) => {
  const who = c.get("who")
  return c.html(<SettingsPage who={who} {...(await typedNow(services, who))} saved={c.req.query("saved") === ""} />)
}

/** Takes a lead's changes to the desk's settings. */
export const saveSettings = (services: Services) => async (c: StaffContext) => {
  const who = c.get("who")
  const desk = (await c.req.parseBody()) as Typed
  const read = settingForm.safeParse(desk)
  if (!read.success) {
    const errors = Object.fromEntries(
      read.error.issues.map(({ path }) => [String(path[0]), problemOf(String(path[0]))]),
    )
    const { mail } = await typedNow(services, who)
    return c.html(<SettingsPage who={who} desk={desk} mail={mail} errors={errors} />, 422)
  }
  try {
    await asTenant(services.database, who.tenant, (transaction) => changeSetting(transaction, who.person, read.data))
  } catch (error) {
    if (error instanceof MayNotFollow) throw new HTTPException(403)
    throw error
  }
  return c.redirect("/settings?saved", 303)
}

/** Takes one's own address for the morning e-mail. */
export const saveMail = (services: Services) => async (c: StaffContext) => {
  const who = c.get("who")
  const typed = (await c.req.parseBody()) as Typed
  const read = mailForm.safeParse(typed)
  if (!read.success) {
    const { desk } = await typedNow(services, who)
    const shown = { who, desk, mail: typed.mail ?? "", errors: { mail: en.problem.mail } }
    return c.html(<SettingsPage {...shown} />, 422)
  }
  await asTenant(services.database, who.tenant, (transaction) => changeMail(transaction, who.person, read.data.mail))
  return c.redirect("/settings?saved", 303)
}

const problemOf = (field: string): string => {
  if (field === "onCall") return en.problem.phone
  return field.startsWith("divert") ? en.problem.hours : en.problem.number
}

const SettingsPage: FC<Shown> = ({ who, desk, mail, errors = {}, saved }) => (
  <DeskPage who={who} title={en.title} current="settings" problem={Object.keys(errors).length > 0}>
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        {saved && <NotificationBanner>{en.saved}</NotificationBanner>}
        <h1 class="govuk-heading-l">{en.title}</h1>
        {who.roles.includes("lead") ? (
          <>
            <p class="govuk-body">
              <a class="govuk-link" href="/settings/usual">
                {usual.title}
              </a>
            </p>
            <DeskForm desk={desk} errors={errors} />
          </>
        ) : (
          <p class="govuk-body">{en.onlyLead}</p>
        )}
        {decidesReports(who) && (
          <>
            <h2 class="govuk-heading-m">{en.own}</h2>
            <form method="post" action="/settings/mail">
              <TextInput
                name="mail"
                label={en.mail}
                hint={en.mailHint}
                type="email"
                autocomplete="email"
                value={mail}
                error={errors.mail}
              />
              <Button kind="secondary">{en.save}</Button>
            </form>
          </>
        )}
      </div>
    </div>
  </DeskPage>
)

const choicesOf = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }))

const DeskForm: FC<{ desk: Typed; errors: Errors }> = ({ desk, errors }) => (
  <form method="post" action="/settings">
    <h2 class="govuk-heading-m">{en.days}</h2>
    <p class="govuk-hint">{en.daysHint}</p>
    <Radios
      name="acknowledge"
      legend={en.acknowledge}
      small
      inline
      choices={choicesOf(en.acknowledges)}
      value={desk.acknowledge}
    />
    <Radios name="assess" legend={en.assess} small inline choices={choicesOf(en.assesses)} value={desk.assess} />
    <TextInput
      name="update"
      label={en.update}
      inputmode="numeric"
      width={2}
      value={desk.update}
      error={errors.update}
    />
    <Radios name="review" legend={en.review} small inline choices={choicesOf(en.reviews)} value={desk.review} />
    <Radios
      name="opening"
      legend={en.opening}
      hint={en.openingHint}
      small
      choices={choicesOf(en.openings)}
      value={desk.opening}
    />
    <TextInput
      name="onCall"
      label={en.onCall}
      hint={en.onCallHint}
      width={20}
      value={desk.onCall}
      error={errors.onCall}
    />
    <h2 class="govuk-heading-m">{en.divert}</h2>
    <p class="govuk-hint">{en.divertHint}</p>
    <TextInput name="divertFrom" label={en.divertFrom} width={5} value={desk.divertFrom} error={errors.divertFrom} />
    <TextInput name="divertTo" label={en.divertTo} width={5} value={desk.divertTo} error={errors.divertTo} />
    <Button>{en.save}</Button>
  </form>
)
