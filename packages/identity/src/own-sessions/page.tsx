import { Button } from "@candour/web/components/button.tsx"
import { Table } from "@candour/web/components/table.tsx"
import { StaffPage } from "@candour/web/staff-page.tsx"
import type { FC } from "hono/jsx"
import type { OwnSession, SignedIn } from "../sessions.ts"
import { en } from "./messages.ts"

const london = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  hour: "2-digit",
  minute: "2-digit",
  day: "numeric",
  month: "short",
})

/** Where somebody is signed in, and the way to end all of it. Works without script. */
export const OwnSessionsPage: FC<{ service: string; who: SignedIn; sessions: readonly OwnSession[] }> = (props) => (
  <StaffPage service={props.service} title={en.title} person={props.who.shownName}>
    <h1 class="govuk-heading-l">{en.title}</h1>
    <p class="govuk-body">{en.what}</p>
    <Table
      caption={en.caption}
      rowHeaders
      columns={[{ title: en.browser }, { title: en.started }, { title: en.used }]}
      rows={props.sessions.map(({ own, started, used }) => [
        own ? en.this : en.other,
        london.format(started),
        own ? en.now : en.since(london.format(used)),
      ])}
    />
    <p class="govuk-body">{en.careful}</p>
    <form method="post" action="/sessions/end">
      <Button kind="warning">{en.end}</Button>
    </form>
    <p class="govuk-body">
      <a class="govuk-link" href="/">
        {en.back}
      </a>
    </p>
  </StaffPage>
)
