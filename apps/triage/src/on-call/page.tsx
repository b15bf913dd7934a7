import { asTenant } from "@candour/database/as.ts"
import type { Connection } from "@candour/database/connect.ts"
import { MayNotFollow } from "@candour/database/errors.ts"
import { NATIONAL_DESK, type Tenant, tenantId } from "@candour/domain/tenant.ts"
import type { SignedIn } from "@candour/identity/sessions.ts"
import { Button } from "@candour/web/components/button.tsx"
import { Select } from "@candour/web/components/select.tsx"
import { Table } from "@candour/web/components/table.tsx"
import { InsetText } from "@candour/web/components/text.tsx"
import { formatMoment } from "@candour/web/format-moment.ts"
import { sql } from "drizzle-orm"
import { HTTPException } from "hono/http-exception"
import type { FC } from "hono/jsx"
import { z } from "zod"
import type { Services, StaffContext } from "../services.ts"
import { DeskPage, deskName } from "../shell.tsx"
import { en } from "./messages.ts"

/** What the national desk knows of another desk: how many wait in danger for over an hour, and whom to ring. */
interface Waiting extends Record<string, unknown> {
  tenant: Tenant
  waiting: number
  since: string | null
  on_call: string | null
  diverted: boolean
  diverted_until: string | null
}

async function waitingAt(transaction: Connection): Promise<Waiting[]> {
  const { rows } = await transaction.execute<Waiting>(sql`select * from danger_waiting()`)
  return rows
}

const isNational = ({ tenant }: SignedIn): boolean => tenant === NATIONAL_DESK

/** Whom the national desk rings, and whose new reports it takes: nothing here is of a report. */
export const showOnCall =
  ({ database }: Services) =>
  async (c: StaffContext) => {
    const who = c.get("who")
    if (!isNational(who)) return c.notFound()
    const desks = await asTenant(database, who.tenant, waitingAt)
    return c.html(<OnCallPage who={who} desks={desks} />)
  }

const form = z.object({ tenant: tenantId, hours: z.coerce.number().int().min(0).max(72) })

/** Diverts a force's new reports for some hours, or no longer. */
export const divert =
  ({ database }: Services) =>
  async (c: StaffContext) => {
    const who = c.get("who")
    const read = form.safeParse(await c.req.parseBody())
    if (!isNational(who) || !read.success) return c.notFound()
    const { tenant, hours } = read.data
    try {
      await asTenant(database, who.tenant, (transaction) =>
        transaction.execute(sql`select divert_desk(${who.person}, ${tenant}, ${hours})`),
      )
    } catch (error) {
      if (error instanceof MayNotFollow) throw new HTTPException(403)
      throw error
    }
    return c.redirect("/on-call", 303)
  }

const OnCallPage: FC<{ who: SignedIn; desks: readonly Waiting[] }> = ({ who, desks }) => (
  <DeskPage who={who} title={en.title} current="onCall">
    <h1 class="govuk-heading-l">{en.title}</h1>
    <InsetText>{en.what}</InsetText>
    {desks.length === 0 ? (
      <p class="govuk-body">{en.none}</p>
    ) : (
      <Table
        caption={en.caption}
        captionSize="hidden"
        rowHeaders
        columns={[{ title: en.desk }, { title: en.waiting }, { title: en.number }, { title: en.reports }]}
        rows={desks.map((desk) => [
          deskName(desk.tenant),
          desk.waiting === 0 ? (
            en.nobody
          ) : (
            <strong class="candour-overdue">
              {en.since(desk.waiting, desk.since === null ? "" : formatMoment(new Date(desk.since)))}
            </strong>
          ),
          desk.on_call ?? en.noNumber,
          <Diversion desk={desk} />,
        ])}
      />
    )}
    {desks.length > 0 && (
      <form method="post" action="/on-call">
        <h2 class="govuk-heading-m">{en.takeTitle}</h2>
        <Select
          name="tenant"
          label={en.desk}
          options={desks.map(({ tenant }) => ({ value: tenant, label: deskName(tenant) }))}
        />
        <Select
          name="hours"
          label={en.takeFor}
          options={[4, 12, 24, 72].map((hours) => ({ value: String(hours), label: en.hours(hours) }))}
        />
        <Button>{en.take}</Button>
      </form>
    )}
  </DeskPage>
)

const Diversion: FC<{ desk: Waiting }> = ({ desk }) => (
  <form method="post" action="/on-call">
    <p class="govuk-body-s">
      {desk.diverted_until !== null
        ? en.until(formatMoment(new Date(desk.diverted_until)))
        : desk.diverted
          ? en.byNight
          : en.own}
    </p>
    <input type="hidden" name="tenant" value={desk.tenant} />
    {desk.diverted_until !== null && (
      <>
        <input type="hidden" name="hours" value="0" />
        <Button kind="secondary">
          {en.giveBack}
          <span class="govuk-visually-hidden">: {deskName(desk.tenant)}</span>
        </Button>
      </>
    )}
  </form>
)
