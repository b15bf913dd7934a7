import { dayOf } from "@candour/domain/day.ts"
import { Button, ButtonLink } from "@candour/web/components/button.tsx"
import { DateInput } from "@candour/web/components/date-input.tsx"
import { ErrorSummary } from "@candour/web/components/error-summary.tsx"
import { NotificationBanner } from "@candour/web/components/notification-banner.tsx"
import { Select } from "@candour/web/components/select.tsx"
import { SummaryList } from "@candour/web/components/summary-list.tsx"
import { Table } from "@candour/web/components/table.tsx"
import { Details, Tag } from "@candour/web/components/text.tsx"
import { TextInput } from "@candour/web/components/text-input.tsx"
import { Textarea } from "@candour/web/components/textarea.tsx"
import { formatDay, formatShortDay } from "@candour/web/language.ts"
import type { FC } from "hono/jsx"
import { questionInWords } from "./letter.tsx"
import { StateOf } from "./list-page.tsx"
import { type FoiRequest, hoursOf, lastOfEach } from "./log.ts"
import { en, OUTCOMES } from "./messages.ts"
import type { RequestPages } from "./pages.ts"
import { boxesOf, type Typed } from "./typed.ts"

interface RequestProps {
  app: RequestPages
  request: FoiRequest
  /** What was recorded just now. */
  done?: keyof typeof en.done | undefined
  typed?: Typed
  errors?: Readonly<Record<string, string>>
}

/** One request: when an answer is due, what was made for it, what was done, and the forms that record more. */
export const RequestPage: FC<RequestProps> = ({ app, request, done, typed = {}, errors = {} }) => {
  const today = dayOf(app.clock.now())
  return (
    <>
      <ErrorSummary errors={errors} />
      {done && (
        <NotificationBanner success>
          <p class="govuk-body">{en.done[done]}</p>
        </NotificationBanner>
      )}
      <p class="govuk-body candour-not-printed">
        <a class="govuk-link" href="/requests">
          {en.back}
        </a>
      </p>
      <h1 class="govuk-heading-l">{request.reference}</h1>
      <SummaryList
        rows={[
          { key: en.columns.question, value: request.question },
          { key: en.received, value: formatDay(request.received, "en") },
          { key: en.answer, value: <StateOf request={request} today={today} /> },
          { key: en.hours, value: hoursOf(request) },
        ]}
      />
      <Packs app={app} request={request} />
      <Steps request={request} />
      <Record request={request} typed={typed} errors={errors} />
    </>
  )
}

const Packs: FC<Pick<RequestProps, "app" | "request">> = ({ app, request: { number, packs } }) => (
  <>
    <h2 class="govuk-heading-m">{en.packs.heading}</h2>
    {packs.length === 0 ? (
      <p class="govuk-body">{en.packs.none}</p>
    ) : (
      <ul class="govuk-list">
        {packs.map((each) => (
          <li>
            <a class="govuk-link" href={`/requests/${number}/packs/${each.number}`}>
              {questionInWords(app, each.question.question, "en")}
            </a>{" "}
            {each.made === null ? (
              <Tag colour="yellow">{en.packs.waiting}</Tag>
            ) : each.content === null ? (
              <Tag colour="red">{en.packs.failed}</Tag>
            ) : (
              en.packs.made(formatDay(each.content.made, "en"))
            )}
          </li>
        ))}
      </ul>
    )}
    {lastOfEach({ packs }).length > 1 && (
      <p class="govuk-body">
        <a class="govuk-link" href={`/requests/${number}/letter`}>
          {en.packs.together}
        </a>
      </p>
    )}
    <p class="govuk-body candour-prose">{en.packs.again}</p>
    <p class="candour-not-printed">
      <ButtonLink href={`/requests/${number}/make`}>{en.packs.make}</ButtonLink>
    </p>
  </>
)

function stepInWords({ kind, detail }: FoiRequest["steps"][number]): string {
  switch (kind) {
    case "answered":
      return en.steps.answered(en.outcomes[detail.outcome], formatDay(detail.on, "en"))
    case "hours":
      return en.steps.hours(String(detail.hours), detail.on)
    case "noted":
      return en.steps.noted(detail.note)
    case "extended":
      return en.steps.extended(formatDay(detail.to, "en"))
    case "received":
    case "clarified":
      return en.steps[kind](formatDay(detail.on, "en"))
  }
}

const Steps: FC<Pick<RequestProps, "request">> = ({ request: { steps, logged, by } }) => (
  <Table
    blocks
    caption={en.steps.heading}
    columns={[{ title: en.steps.columns.when }, { title: en.steps.columns.who }, { title: en.steps.columns.what }]}
    rows={[
      [formatShortDay(dayOf(logged), "en"), by, en.steps.logged],
      ...steps.map((each) => [formatShortDay(dayOf(each.at), "en"), each.by, stepInWords(each)]),
    ]}
  />
)

const Record: FC<Required<Pick<RequestProps, "request" | "typed" | "errors">>> = ({ request, typed, errors }) => {
  const action = `/requests/${request.number}`
  const words = en.record
  const isOpen = (...fields: string[]) => fields.some((field) => errors[field] !== undefined)
  return (
    <div class="candour-not-printed">
      <Details summary={words.answered} open={isOpen("outcome", "on")}>
        <form method="post" action={`${action}/answered`}>
          <Select
            name="outcome"
            label={words.outcome}
            value={typed.outcome}
            error={errors.outcome}
            options={[{ value: "", label: "" }, ...OUTCOMES.map((value) => ({ value, label: en.outcomes[value] }))]}
          />
          <DateInput name="on" legend={words.on} size="s" value={boxesOf(typed, "on")} error={errors.on} />
          <Button>{words.answerButton}</Button>
        </form>
      </Details>
      <Details summary={words.hours} open={isOpen("hours", "hoursOn")}>
        <form method="post" action={`${action}/hours`}>
          <TextInput
            name="hours"
            label={words.hoursLabel}
            hint={words.hoursHint}
            width={5}
            value={typed.hours}
            error={errors.hours}
          />
          <TextInput name="hoursOn" label={words.hoursOn} value={typed.hoursOn} error={errors.hoursOn} />
          <Button>{words.hoursButton}</Button>
        </form>
      </Details>
      {(["clarified", "extended", "received"] as const).map((kind) => (
        <Details summary={words.days[kind].title} open={isOpen(kind)}>
          <form method="post" action={`${action}/${kind}`}>
            <DateInput
              name={kind}
              legend={words.days[kind].day}
              size="s"
              hint={words.days[kind].hint}
              value={boxesOf(typed, kind)}
              error={errors[kind]}
            />
            <Button>{words.days[kind].button}</Button>
          </form>
        </Details>
      ))}
      <Details summary={words.note} open={isOpen("note")}>
        <form method="post" action={`${action}/noted`}>
          <Textarea
            name="note"
            label={words.noteLabel}
            hint={words.noteHint}
            rows={3}
            value={typed.note}
            error={errors.note}
          />
          <Button>{words.noteButton}</Button>
        </form>
      </Details>
    </div>
  )
}
