import { asTenant } from "@candour/database/as.ts"
import { MayNotFollow } from "@candour/database/errors.ts"
import { lastSaid } from "@candour/database/nearness.ts"
import { staff } from "@candour/database/schema.ts"
import type { Day } from "@candour/domain/day.ts"
import { DESK_ROLES } from "@candour/domain/role.ts"
import {
  type Colleague,
  colleagues,
  grantAccess,
  type InboxAccess,
  inboxAccess,
  takeAccess,
} from "@candour/identity/inbox-access.ts"
import { toBase64url } from "@candour/sealing/encoding.ts"
import { Button } from "@candour/web/components/button.tsx"
import { NotificationBanner } from "@candour/web/components/notification-banner.tsx"
import { Table } from "@candour/web/components/table.tsx"
import { Tag, WarningText } from "@candour/web/components/text.tsx"
import { formatMoment } from "@candour/web/format-moment.ts"
import { formatShortDay } from "@candour/web/language.ts"
import type { FC } from "hono/jsx"
import { z } from "zod"
import { isSealedKey } from "../decide/is-sealed.ts"
import { en as figures } from "../figures/messages.ts"
import { type Problem, postedJson, sentBytes, sentId, unreadable } from "../json.ts"
import { en as words } from "../messages.ts"
import { en as near } from "../near/messages.ts"
import type { Services, StaffContext } from "../services.ts"
import { DeskPage } from "../shell.tsx"
import { en } from "./messages.ts"
import { decidesReports, worksReports } from "./who-may.ts"

/** An inbox with the person's own grant, as a script of this app reads it from the page. */
export const inboxForScript = ({ generation, recipient, grant }: InboxAccess) => ({
  generation,
  recipient,
  grant: grant && toBase64url(grant),
})

/** Who works at this desk, and who waits for access. */
export const showPeople =
  ({ database }: Services) =>
  async (c: StaffContext) => {
    const who = c.get("who")
    const inbox = c.get("inbox")
    const people = await colleagues(database, who.tenant, [...DESK_ROLES, "figures"])
    const taken = people.find(({ person, hasGrant }) => person === c.req.query("taken") && !hasGrant)
    const isLead = who.roles.includes("lead")
    const { said, names } = await asTenant(database, who.tenant, async (transaction) => ({
      said: await lastSaid(transaction, who.person),
      // Whoever took or gave it may have left since.
      names: await transaction.select({ id: staff.id, name: staff.shownName }).from(staff),
    }))
    const nameOf = (id: string) => names.find((each) => each.id === id)?.name ?? words.unknownPerson
    const saidOn = new Map(said.map(({ person, on }) => [person, on]))
    return c.html(
      <DeskPage who={who} title={en.people.title} current="people" script="desk.js">
        <h1 class="govuk-heading-l">{en.people.title}</h1>
        <noscript>
          <WarningText>{words.needsScript}</WarningText>
        </noscript>
        <div id="problem" role="alert">
          {c.req.query("last") !== undefined && <WarningText>{en.people.last}</WarningText>}
        </div>
        {taken !== undefined && <NotificationBanner>{en.people.taken(taken.shownName)}</NotificationBanner>}
        <p class="govuk-body" id="given" role="status" />
        <div id="people" data-needs-script data-inbox={JSON.stringify(inbox && inboxForScript(inbox))}>
          <Table
            blocks
            caption={en.people.caption}
            columns={[
              { title: en.people.name },
              { title: en.people.roles },
              { title: en.people.access },
              ...(isLead ? [{ title: near.people.column }, { title: figures.people.column }] : []),
            ]}
            rows={people.map((each) => [
              each.shownName,
              each.roles.map((role) => en.people.role[role]).join(", "),
              <AccessOf
                colleague={each}
                mayGive={decidesReports(who) && each.person !== who.person && (isLead || !wasTaken(each))}
                mayTake={isLead && each.person !== who.person}
                nameOf={nameOf}
              />,
              ...(isLead ? forLead(each, saidOn.get(each.person)) : []),
            ])}
            rowHeaders
          />
        </div>
        {people.some(waits) && <p class="govuk-body">{en.people.careful}</p>}
      </DeskPage>,
    )
  }

const NearLink: FC<{ colleague: Colleague; saidOn: Day | undefined }> = ({ colleague, saidOn }) => {
  const [say, of] = near.people.change(colleague.shownName)
  return (
    <>
      {saidOn === undefined ? near.people.none : near.people.said(formatShortDay(saidOn, "en"))}
      <br />
      <a class="govuk-link" href={`/people/${colleague.person}/near`}>
        {say}
        <span class="govuk-visually-hidden">{of}</span>
      </a>
    </>
  )
}

/** Lets a colleague read the desk's figures, or no longer. Works without script: nothing is sealed. */
const FiguresForm: FC<{ colleague: Colleague }> = ({ colleague }) => {
  const may = colleague.roles.includes("figures")
  const [label, whom] = (may ? figures.people.take : figures.people.give)(colleague.shownName)
  return (
    <form method="post" action={`/people/${colleague.person}/figures`}>
      <input type="hidden" name="may" value={may ? "no" : "yes"} />
      <Button kind="secondary">
        {label}
        <span class="govuk-visually-hidden">{whom}</span>
      </Button>
    </form>
  )
}

const waits = (colleague: Colleague): boolean =>
  !colleague.hasGrant && colleague.recipient !== undefined && worksReports(colleague)

/** Whether a lead took it, and no lead has given it again. */
export const wasTaken = ({ taken }: Colleague): boolean => taken?.givenBy === null

type NameOf = (id: string) => string

/** Who last took access away, and when; and who gave it again, or may. */
const Taking: FC<{ colleague: Colleague; nameOf: NameOf }> = ({ colleague: { taken }, nameOf }) =>
  taken ? (
    <p class="govuk-body-s">
      {en.people.takenBy(nameOf(taken.by), formatMoment(taken.at))}
      <br />
      {taken.givenBy === null ? en.people.leadGives : en.people.givenBy(nameOf(taken.givenBy))}
    </p>
  ) : null

const AccessOf: FC<{ colleague: Colleague; mayGive: boolean; mayTake: boolean; nameOf: NameOf }> = ({
  colleague,
  mayGive,
  mayTake,
  nameOf,
}) => {
  if (!worksReports(colleague)) return <Tag colour="grey">{en.people.onlyFigures}</Tag>
  if (colleague.recipient === undefined) return <Tag colour="grey">{en.people.notYet}</Tag>
  const has = (
    <>
      {colleague.hasGrant ? (
        <Tag colour="green">{en.people.has}</Tag>
      ) : wasTaken(colleague) ? (
        <Tag colour="red">{en.people.wasTaken}</Tag>
      ) : (
        <Tag colour="yellow">{en.people.waits}</Tag>
      )}
      <Taking colleague={colleague} nameOf={nameOf} />
    </>
  )
  if (!mayGive) return has
  const [give, whom] = (colleague.hasGrant ? en.people.giveAgain : en.people.give)(colleague.shownName)
  const [take, from] = en.people.take(colleague.shownName)
  return (
    <>
      <form
        class="candour-give"
        method="dialog"
        data-person={colleague.person}
        data-name={colleague.shownName}
        data-recipient={colleague.recipient}
      >
        {has}
        <Button kind="secondary">
          {give}
          <span class="govuk-visually-hidden">{whom}</span>
        </Button>
      </form>
      {mayTake && colleague.hasGrant && (
        <form class="candour-give" method="post" action={`/people/${colleague.person}/take-access`}>
          <Button kind="warning">
            {take}
            <span class="govuk-visually-hidden">{from}</span>
          </Button>
        </form>
      )}
    </>
  )
}

/** What a lead says of a colleague, and lets them read; of who only reads figures nothing is left to say. */
const forLead = (colleague: Colleague, saidOn: Day | undefined) =>
  worksReports(colleague)
    ? [<NearLink colleague={colleague} saidOn={saidOn} />, <FiguresForm colleague={colleague} />]
    : [en.people.none, en.people.onlyFigures]

const grantForm = z.strictObject({
  generation: z.int().min(1),
  recipient: z.string(),
  sealed: sentBytes(16_384).refine(isSealedKey),
})

/** Takes a grant that a colleague's browser sealed to the person of the address. */
export const giveAccess =
  ({ database }: Services) =>
  async (c: StaffContext) => {
    const { tenant, person: grantedBy } = c.get("who")
    const made = await postedJson(c, grantForm)
    if (made === undefined) return unreadable(c)
    const own = await inboxAccess(database, tenant, grantedBy)
    if (own?.grant === undefined)
      return c.json({ problem: "not-yours", sentence: en.people.notYours } satisfies Problem, 403)

    const person = c.req.param("person") ?? ""
    // With a stolen session the desk's last key could be replaced by one that opens nothing.
    if (person === grantedBy) return c.json({ problem: "own", sentence: en.people.own } satisfies Problem, 422)
    const asked = (await colleagues(database, tenant)).find((each) => each.person === person)
    // Sealed to a key that the person has replaced meanwhile, the grant would open nothing.
    if (asked === undefined || asked.recipient !== made.recipient || made.generation !== own.generation)
      return c.json({ problem: "gone", sentence: en.people.gone } satisfies Problem, 409)
    try {
      await grantAccess(database, tenant, { generation: made.generation, person, grantedBy, sealed: made.sealed })
    } catch (error) {
      if (!(error instanceof MayNotFollow) || error.refusal !== "wrong-role") throw error
      return c.json({ problem: "lead-only", sentence: en.people.leadOnly } satisfies Problem, 403)
    }
    return c.json({ given: true })
  }

/** Takes a colleague's access away at a lead's word, and ends their sessions at once, in whatever page they are. */
export const loseAccess =
  ({ database }: Services) =>
  async (c: StaffContext) => {
    const { tenant, person: lead, roles } = c.get("who")
    const person = sentId.safeParse(c.req.param("person")).data
    if (!roles.includes("lead") || person === undefined || person === lead) return c.notFound()
    if (!(await colleagues(database, tenant)).some((each) => each.person === person)) return c.notFound()
    try {
      await takeAccess(database, tenant, person, lead)
    } catch (error) {
      if (error instanceof MayNotFollow && error.refusal === "last-access") return c.redirect("/people?last", 303)
      throw error
    }
    return c.redirect(`/people?taken=${person}`, 303)
  }
