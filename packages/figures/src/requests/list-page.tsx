import { type Day, dayOf } from "@candour/domain/day.ts"
import { workingDaysBetween } from "@candour/domain/working-day.ts"
import { Button } from "@candour/web/components/button.tsx"
import { DateInput } from "@candour/web/components/date-input.tsx"
import { ErrorSummary } from "@candour/web/components/error-summary.tsx"
import { Table } from "@candour/web/components/table.tsx"
import { InsetText, Tag } from "@candour/web/components/text.tsx"
import { TextInput } from "@candour/web/components/text-input.tsx"
import { Textarea } from "@candour/web/components/textarea.tsx"
import { formatDay, formatShortDay } from "@candour/web/language.ts"
import type { Child, FC } from "hono/jsx"
import { answerOf, type FoiRequest, hoursOf } from "./log.ts"
import { en } from "./messages.ts"
import type { RequestPages } from "./pages.ts"
import { boxesOf, type Typed } from "./typed.ts"

interface ListProps {
  app: RequestPages
  requests: readonly FoiRequest[]
  /** A question of the figures' page, to be asked of the request that is chosen or logged. */
  carried?: string | undefined
  typed?: Typed
  errors?: Readonly<Record<string, string>>
}

/** Every request, those that wait for an answer first, and the form that logs another. */
export const RequestList: FC<ListProps> = ({ app, requests, carried = "", typed = {}, errors = {} }) => (
  <>
    <ErrorSummary errors={errors} />
    <h1 class="govuk-heading-xl">{en.title}</h1>
    <p class="govuk-body candour-prose">{en.why}</p>
    {carried && <InsetText>{en.carried}</InsetText>}
    {requests.length === 0 ? (
      <p class="govuk-body">{en.none}</p>
    ) : (
      <Table
        blocks
        caption={en.list}
        rowHeaders
        columns={[
          { title: en.columns.reference },
          { title: en.columns.question },
          { title: en.columns.received },
          { title: en.columns.state },
          { title: en.columns.hours, numeric: true },
        ]}
        rows={requests.map((each) => cellsOf(each, dayOf(app.clock.now()), carried))}
      />
    )}
    <form method="post" action="/requests" class="candour-not-printed">
      <h2 class="govuk-heading-l">{en.log.heading}</h2>
      <input type="hidden" name="carried" value={carried} />
      <TextInput
        name="reference"
        label={en.log.reference}
        hint={en.log.referenceHint}
        width={20}
        value={typed.reference}
        error={errors.reference}
      />
      <Textarea
        name="question"
        label={en.log.question}
        hint={en.log.questionHint}
        value={typed.question}
        error={errors.question}
      />
      <DateInput
        name="received"
        legend={en.log.received}
        size="s"
        hint={en.log.receivedHint}
        value={boxesOf(typed, "received")}
        error={errors.received}
      />
      <Button>{en.log.button}</Button>
    </form>
  </>
)

function cellsOf(request: FoiRequest, today: Day, carried: string): Child[] {
  const { number, reference, question, received } = request
  return [
    <a class="govuk-link" href={carried ? `/requests/${number}/make?${carried}` : `/requests/${number}`}>
      {reference}
    </a>,
    question.length > 160 ? `${question.slice(0, 159)}…` : question,
    formatShortDay(received, "en"),
    <StateOf request={request} today={today} />,
    hoursOf(request),
  ]
}

/** How a request was answered, or how long there is left. */
export const StateOf: FC<{ request: FoiRequest; today: Day }> = ({ request, today }) => {
  const answer = answerOf(request)
  if (answer !== undefined)
    return (
      <>
        <Tag colour="grey">{en.outcomes[answer.outcome]}</Tag> {formatShortDay(answer.on, "en")}
      </>
    )
  const left = workingDaysBetween(today, request.due)
  return left < 0 ? (
    <>
      <Tag colour="red">{en.overdue(en.workingDays(-left))}</Tag> {formatDay(request.due, "en")}
    </>
  ) : (
    en.dueIn(formatDay(request.due, "en"), en.workingDays(left))
  )
}
