import { colleagues, inboxAccess } from "@candour/identity/inbox-access.ts"
import { ButtonLink } from "@candour/web/components/button.tsx"
import type { Services, StaffContext } from "../services.ts"
import { DeskPage } from "../shell.tsx"
import { en } from "./messages.ts"

/** What somebody sees who has signed in, and whom nobody has given access yet. */
export const showWaiting =
  ({ database }: Services) =>
  async (c: StaffContext) => {
    const who = c.get("who")
    const access = await inboxAccess(database, who.tenant, who.person)
    if (access === undefined || access.grant !== undefined) return c.redirect("/")
    const able = (await colleagues(database, who.tenant)).filter((each) => each.hasGrant)
    return c.html(
      <DeskPage who={who} title={en.waiting.title} alone>
        <h1 class="govuk-heading-l">{en.waiting.title}</h1>
        <p class="govuk-body">{en.waiting.text}</p>
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
