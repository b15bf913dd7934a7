import { inboxAccess, openDesk } from "@candour/identity/inbox-access.ts"
import { isRecipient } from "@candour/sealing/sealed.ts"
import { Button } from "@candour/web/components/button.tsx"
import { InsetText, WarningText } from "@candour/web/components/text.tsx"
import { z } from "zod"
import { isSealedKey } from "../decide/is-sealed.ts"
import { type Problem, postedJson, sentBytes, unreadable } from "../json.ts"
import { en as words } from "../messages.ts"
import type { Services, StaffContext } from "../services.ts"
import { DeskPage } from "../shell.tsx"
import { en } from "./messages.ts"

/** The first page of a desk's first person. */
export const showOpenDesk =
  ({ database }: Services) =>
  async (c: StaffContext) => {
    const who = c.get("who")
    if (await inboxAccess(database, who.tenant, who.person)) return c.redirect("/")
    return c.html(
      <DeskPage who={who} title={en.open.title} script="desk.js" alone>
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <h1 class="govuk-heading-l">{en.open.title}</h1>
            <noscript>
              <WarningText>{words.needsScript}</WarningText>
            </noscript>
            <div id="problem" role="alert" />
            <p class="govuk-body">{en.open.why}</p>
            <p class="govuk-body">{en.open.from}</p>
            <InsetText>{en.open.second}</InsetText>
            <div data-needs-script>
              <form id="open-desk" method="dialog">
                <Button>{en.open.button}</Button>
              </form>
            </div>
          </div>
        </div>
      </DeskPage>,
    )
  }

const openForm = z.strictObject({
  recipient: z.string().regex(/^age1pq1[a-z0-9]{1952}$/),
  sealed: sentBytes(16_384).refine(isSealedKey),
})

/** Takes the public half of the key that the first person's browser made, and the grant to themselves. */
export const openThisDesk =
  ({ database }: Services) =>
  async (c: StaffContext) => {
    const { tenant, person } = c.get("who")
    const made = await postedJson(c, openForm)
    // A key that nothing can be sealed to would keep this desk shut for ever, and its reporters without an answer.
    if (made === undefined || !(await isRecipient(made.recipient))) return unreadable(c)
    try {
      await openDesk(database, tenant, made.recipient, {
        generation: 1,
        person,
        grantedBy: person,
        sealed: made.sealed,
      })
      return c.json({ opened: true })
    } catch (error) {
      if ((await inboxAccess(database, tenant, person)) === undefined) throw error
      return c.json({ problem: "first", sentence: en.open.wasFirst } satisfies Problem, 409)
    }
  }
