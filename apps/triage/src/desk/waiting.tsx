import { colleagues, inboxAccess } from "@candour/identity/inbox-access.ts"
import { ButtonLink } from "@candour/web/components/button.tsx"
import { formatMoment } from "@candour/web/format-moment.ts"
import type { Services, StaffContext } from "../services.ts"
import { DeskPage } from "../shell.tsx"
import { en } from "./messages.ts"
import { wasTaken } from "./people.tsx"
import { decidesReports } from "./who-may.ts"

/** What somebody sees who has signed in, and whom nobody has given access yet. */
export const showWaiting =
  ({ database }: Services) =>
  async (c: StaffContext) => {
    const who = c.get("who")
    const access = await inboxAccess(database, who.tenant, who.person)
    if (access === undefined || access.grant !== undefined) return c.redirect("/")
    const people = await colleagues(database, who.tenant)
    const own = people.find(({ person }) => person === who.person)
    const taken = own && wasTaken(own) ? own.taken : undefined
    const able = people.filter((each) => each.hasGrant && (taken ? each.roles.includes("lead") : decidesReports(each)))
    return c.html(
      <DeskPage who={who} title={en.waiting.title} alone>
        <h1 class="govuk-heading-l">{en.waiting.title}</h1>
        <p class="govuk-body">{taken ? en.waiting.taken(formatMoment(taken.at)) : en.waiting.text}</p>
        <p class="govuk-body">{en.waiting.who}</p>
        <ul class="govuk-list govuk-list--bullet">
          {able.map((each) => (
            <li>{each.shownName}</li>
          ))}
        </ul>
        <ButtonLink href="/waiting">{en.waiting.again}</ButtonLink>
      </DeskPage>,
    )
  }
