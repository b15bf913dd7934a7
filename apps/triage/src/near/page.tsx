import { asTenant } from "@candour/database/as.ts"
import { type LastSaid, lastSaid, setNearness } from "@candour/database/nearness.ts"
import { nearness } from "@candour/domain/event.ts"
import { MOST_NEAR_TRAITS, NEAR_TRAIT_KINDS } from "@candour/domain/nearness.ts"
import { type Colleague, colleagues, type InboxAccess } from "@candour/identity/inbox-access.ts"
import type { SignedIn } from "@candour/identity/sessions.ts"
import { toBase64url } from "@candour/sealing/encoding.ts"
import { Button } from "@candour/web/components/button.tsx"
import { InsetText, WarningText } from "@candour/web/components/text.tsx"
import { Textarea } from "@candour/web/components/textarea.tsx"
import { formatDay } from "@candour/web/language.ts"
import type { FC } from "hono/jsx"
import { z } from "zod"
import { isSealed } from "../decide/is-sealed.ts"
import { whyNot } from "../decide/refusal.ts"
import { inboxForScript } from "../desk/people.tsx"
import { postedJson, sentBytes, sentHash, sentId, unreadable } from "../json.ts"
import { en as words } from "../messages.ts"
import type { Services, StaffContext } from "../services.ts"
import { DeskPage } from "../shell.tsx"
import { en } from "./messages.ts"
import { LISTS } from "./said.ts"

interface NearProps {
  who: SignedIn
  colleague: Colleague
  people: readonly Colleague[]
  said: LastSaid | undefined
  inbox: InboxAccess | undefined
}

/** What a lead says of one colleague, so that the desk knows which reports stay shut to them. */
export const showNear =
  ({ database }: Services) =>
  async (c: StaffContext) => {
    const who = c.get("who")
    const person = sentId.safeParse(c.req.param("person")).data
    if (!who.roles.includes("lead") || person === undefined) return c.notFound()
    const people = await colleagues(database, who.tenant)
    const colleague = people.find((each) => each.person === person)
    if (colleague === undefined) return c.notFound()
    const [said] = await asTenant(database, who.tenant, (transaction) => lastSaid(transaction, who.person, person))
    return c.html(<NearPage who={who} colleague={colleague} people={people} said={said} inbox={c.get("inbox")} />)
  }

const isAnothersToSay = ({ who, people }: NearProps): boolean =>
  people.some(({ person, roles }) => person !== who.person && roles.includes("lead"))

const NearPage: FC<NearProps> = (props) => {
  const { who, colleague, people, said } = props
  const title = en.title(colleague.shownName)
  const sayer = people.find(({ person }) => person === said?.by)?.shownName ?? words.unknownPerson
  const forAnother = colleague.person === who.person && isAnothersToSay(props)
  return (
    <DeskPage who={who} title={title} current="people" script="near.js">
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">{title}</h1>
          <p class="govuk-body">{en.what}</p>
          <p class="govuk-body">{said === undefined ? en.notSaid : en.lastSaid(sayer, formatDay(said.on, "en"))}</p>
          {forAnother ? <InsetText>{en.ownByAnother}</InsetText> : <NearForm {...props} />}
        </div>
      </div>
    </DeskPage>
  )
}

/** The lists wait for what was said before: whoever typed into an empty form would take the rest away. */
const NearForm: FC<NearProps> = ({ who, colleague, said, inbox }) => (
  <>
    <noscript>
      <WarningText>{words.needsScript}</WarningText>
    </noscript>
    <div id="problem" role="alert" />
    <p class="govuk-body" id="saved" role="status" />
    <div data-needs-script>
      <form
        id="near"
        method="dialog"
        data-tenant={who.tenant}
        data-person={colleague.person}
        data-inbox={JSON.stringify(inbox && inboxForScript(inbox))}
        data-sealed={said?.sealed && toBase64url(said.sealed)}
      >
        <p class="govuk-hint">{en.sealed}</p>
        {LISTS.map((list) => (
          <Textarea name={list} label={en.label[list]} hint={`${en.hint[list]} ${en.onePerLine}`} rows={4} />
        ))}
        <Button>{en.save}</Button>
      </form>
    </div>
  </>
)

const nearForm = z.strictObject({
  generation: z.int().min(1),
  sealed: sentBytes(262_144).refine(isSealed),
  traits: z
    .array(
      z.strictObject({
        why: nearness,
        kind: z.enum(NEAR_TRAIT_KINDS),
        hash: sentHash,
      }),
    )
    .max(MOST_NEAR_TRAITS),
})

/** Takes what a lead said of a colleague: sealed, with the hashes by which the database compares it. */
export const keepNear =
  ({ database }: Services) =>
  async (c: StaffContext) => {
    const { tenant, person: by, roles } = c.get("who")
    if (!roles.includes("lead")) return c.notFound()
    const person = sentId.safeParse(c.req.param("person")).data
    const asked = await postedJson(c, nearForm)
    if (asked === undefined || person === undefined) return unreadable(c)
    try {
      await setNearness(database, tenant, { ...asked, person, by })
      return c.json({ kept: true })
    } catch (error) {
      return whyNot(c, error)
    }
  }
