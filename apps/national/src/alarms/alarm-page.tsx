import { asNational } from "@candour/database/as.ts"
import { MayNotFollow, SomebodyWasFirst } from "@candour/database/errors.ts"
import { dayOf } from "@candour/domain/day.ts"
import { ErrorSummary } from "@candour/web/components/error-summary.tsx"
import { NotificationBanner } from "@candour/web/components/notification-banner.tsx"
import { SummaryList } from "@candour/web/components/summary-list.tsx"
import { formatMoment } from "@candour/web/format-moment.ts"
import { problemsOf } from "@candour/web/problems.ts"
import { HTTPException } from "hono/http-exception"
import type { FC } from "hono/jsx"
import type { z } from "zod"
import { knownDeskName } from "../desk-name.ts"
import { type DeskState, deskStates, NOTHING_HEARD } from "../heartbeats/desk-state.ts"
import { clockText, signInText, unopenedText } from "../heartbeats/state-words.ts"
import type { Services, StaffContext } from "../services.ts"
import { NationalPage, type NationalPageProps } from "../shell.tsx"
import { addEntry, type NewEntry } from "./add-entry.ts"
import { DoneForm, HandOverForm, RangForm, type Typed } from "./entry-fields.tsx"
import { alarmPlace, doneForm, handOverForm, rangForm, seenForm } from "./entry-form.ts"
import {
  type Alarm,
  type AlarmEntry,
  type Coordinator,
  coordinators,
  entriesOf,
  findAlarm,
  numberOf,
} from "./list-alarms.ts"
import { en } from "./messages.ts"
import { alarmAddress, TakeForm } from "./page.tsx"

/** What a post that wasn't taken leaves: all that was typed, and what to put right. */
interface Refused {
  typed?: Typed
  errors?: Readonly<Record<string, string>>
  /** Somebody else noted something since. */
  moved?: boolean
}

/** Shows one alarm: the desk, whom to ring, what was done, and what to do next. */
export const showAlarm = (services: Services) => (c: StaffContext) => alarmPage(services, c)

async function alarmPage({ database, clock }: Services, c: StaffContext, refused: Refused = {}) {
  const place = alarmPlace.safeParse(c.req.param())
  if (!place.success) return c.notFound()
  const { desk, number } = place.data
  const now = clock.now()
  const found = await asNational(database, async (transaction) => {
    const alarm = await findAlarm(transaction, desk, number)
    return (
      alarm && {
        alarm,
        entries: await entriesOf(transaction, alarm),
        state: (await deskStates(transaction, dayOf(now))).get(desk) ?? NOTHING_HEARD,
        phone: await numberOf(transaction, desk),
        colleagues: (await coordinators(transaction)).filter(({ person }) => person !== c.get("who").person),
      }
    )
  })
  if (found === undefined) return c.notFound()
  return c.html(
    <AlarmPage who={c.get("who")} {...found} {...refused} now={now} />,
    refused.errors ? 422 : refused.moved ? 409 : 200,
  )
}

/** Takes an alarm on. */
export const takeAlarm = (services: Services) =>
  post(
    services,
    () => seenForm,
    ({ seen }) => ({ kind: "taken", seen }),
  )

/** Hands an alarm over to a colleague. */
export const handOverAlarm = (services: Services) =>
  post(
    services,
    () => handOverForm,
    (form) => ({ kind: "handed-over", ...form }),
  )

/** Notes a call to the force. */
export const noteCall = (services: Services) => post(services, rangForm, (form) => ({ kind: "rang", ...form }))

/** Notes what was done. */
export const noteDone = (services: Services) =>
  post(
    services,
    () => doneForm,
    (form) => ({ kind: "done", ...form }),
  )

function post<Form>(services: Services, formAt: (now: Date) => z.ZodType<Form>, entryOf: (form: Form) => NewEntry) {
  return async (c: StaffContext) => {
    const place = alarmPlace.safeParse(c.req.param())
    if (!place.success) return c.notFound()
    const typed = (await c.req.parseBody()) as Typed
    const posted = formAt(services.clock.now()).safeParse(typed)
    if (!posted.success) {
      const problems = Object.entries(problemsOf(posted.error)).filter(([, key]) => key in en.problem)
      const errors = Object.fromEntries(
        problems.map(([field, key]) => [field, en.problem[key as keyof typeof en.problem]]),
      )
      return alarmPage(services, c, { typed, errors })
    }
    try {
      await addEntry(services.database, place.data, c.get("who").person, entryOf(posted.data))
    } catch (error) {
      if (error instanceof SomebodyWasFirst) return alarmPage(services, c, { moved: true })
      if (error instanceof MayNotFollow) throw new HTTPException(403)
      throw error
    }
    return c.redirect(alarmAddress({ tenant: place.data.desk, number: place.data.number }), 303)
  }
}

interface AlarmPageProps extends Pick<NationalPageProps, "who">, Refused {
  alarm: Alarm
  entries: readonly AlarmEntry[]
  state: DeskState
  phone: string | undefined
  colleagues: readonly Coordinator[]
  now: Date
}

const AlarmPage: FC<AlarmPageProps> = ({ who, alarm, entries, state, phone, colleagues, now, ...refused }) => {
  const { typed = {}, errors = {}, moved } = refused
  const title = en.alarmTitle(knownDeskName(alarm.tenant), en.causes[alarm.what])
  const isMine = alarm.owner?.person === who.person
  const at = alarmAddress(alarm)
  return (
    <NationalPage who={who} current="alarms" title={title} problem={refused.errors !== undefined}>
      <div class="candour-prose">
        <p class="govuk-body">
          <a class="govuk-link" href="/alarms">
            {en.back}
          </a>
        </p>
        <ErrorSummary errors={errors} />
        {moved && <NotificationBanner>{<p class="govuk-body">{en.somebodyWasFirst}</p>}</NotificationBanner>}
        <h1 class="govuk-heading-l">{title}</h1>
        <SummaryList
          rows={[
            { key: en.facts.raised, value: formatMoment(alarm.raised) },
            { key: en.facts.ended, value: alarm.ended ? formatMoment(alarm.ended) : en.facts.stands },
            {
              key: en.facts.owner,
              value: (
                <>
                  {alarm.owner?.name ?? en.nobody}
                  {!isMine && <TakeForm alarm={alarm} />}
                </>
              ),
            },
            { key: en.facts.mailed, value: mailedText(alarm) },
            { key: en.facts.ring, value: phone ?? en.facts.noNumber },
          ]}
        />
        <h2 class="govuk-heading-m">{en.facts.now}</h2>
        <SummaryList
          rows={[
            { key: en.facts.unopened, value: unopenedText(state.beat, dayOf(now)) },
            { key: en.facts.clock, value: clockText(state.clocks) },
            { key: en.facts.signedIn, value: signInText(state.signedIn) },
          ]}
        />
        <h2 class="govuk-heading-m">{en.entries}</h2>
        {entries.length === 0 ? (
          <p class="govuk-body">{en.noEntries}</p>
        ) : (
          <ol class="govuk-list candour-entries">
            {entries.map((entry) => (
              <li>
                <EntryWords entry={entry} />
              </li>
            ))}
          </ol>
        )}
        <RangForm at={at} typed={typed} errors={errors} now={now} />
        <DoneForm at={at} typed={typed} errors={errors} />
        {isMine && <HandOverForm at={at} alarm={alarm} colleagues={colleagues} errors={errors} />}
      </div>
    </NationalPage>
  )
}

const mailedText = ({ mailed }: Alarm): string =>
  mailed === undefined
    ? en.facts.notMailed
    : `${en.facts.mailedTo(mailed.leads, mailed.coordinators, formatMoment(mailed.at))}.${mailed.leads === 0 ? ` ${en.facts.noLead}` : ""}`

const EntryWords: FC<{ entry: AlarmEntry }> = ({ entry }) => (
  <>
    <p class="govuk-body candour-strong">
      {entry.kind === "handed-over"
        ? en.entry["handed-over"](entry.name, entry.toName ?? "")
        : entry.kind === "rang"
          ? en.entry.rang(entry.name, entry.whom ?? "", formatMoment(entry.rang ?? entry.at))
          : en.entry[entry.kind](entry.name)}
    </p>
    {entry.told && <p class="govuk-body candour-typed">{en.entry.told(entry.told)}</p>}
    {entry.said && <p class="govuk-body candour-typed">{en.entry.said(entry.said)}</p>}
    {entry.done && <p class="govuk-body candour-typed">{entry.done}</p>}
    <p class="govuk-hint">{en.entry.noted(formatMoment(entry.at))}</p>
  </>
)
