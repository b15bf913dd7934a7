import { settlement } from "@candour/domain/correction.ts"
import { day } from "@candour/domain/day.ts"
import { elsewhereBody, isForce } from "@candour/routing/directory.ts"
import { Button } from "@candour/web/components/button.tsx"
import { NotificationBanner } from "@candour/web/components/notification-banner.tsx"
import { Pagination } from "@candour/web/components/pagination.tsx"
import { Table } from "@candour/web/components/table.tsx"
import { formatCount } from "@candour/web/format-count.ts"
import { formatShortDay } from "@candour/web/language.ts"
import type { Child, FC } from "hono/jsx"
import { z } from "zod"
import { deskName } from "../desk-name.ts"
import type { Services, StaffContext } from "../services.ts"
import { NationalPage, type NationalPageProps } from "../shell.tsx"
import {
  type CorrectionPlace,
  listCorrections,
  type OpenCorrection,
  PAGE_ROWS,
  settleCorrection,
} from "./corrections.ts"
import { en } from "./messages.ts"

const place = z.object({ last: day, id: z.uuid() })

/** The place after which a page begins, as its address has it: `2026-11-24_` and an id. */
const placeText = ({ last, id }: CorrectionPlace): string => `${last}_${id}`
const placeOf = (text: string | undefined): CorrectionPlace | undefined => {
  const [last, id] = text?.split("_") ?? []
  return place.safeParse({ last, id }).data
}

const settling = z.object({ id: z.uuid(), as: settlement })

/** Shows what the public says is wrong in the directory and nobody has settled, newest day first. */
export const showCorrections = (services: Services) => async (c: StaffContext) =>
  c.html(await correctionsPage(services, c))

/** Settles one of them, and shows what is left. A form that isn't ours settles nothing. */
export const settleOne = (services: Services) => async (c: StaffContext) => {
  const form = settling.safeParse(await c.req.parseBody())
  if (!form.success) return c.redirect("/directory", 303)
  const settled = await settleCorrection(services.database, { ...form.data, by: c.get("who").person })
  return c.html(await correctionsPage(services, c, settled))
}

async function correctionsPage({ database }: Services, c: StaffContext, settled?: number) {
  const after = placeOf(c.req.query("after"))
  const found = await listCorrections(database, after)
  const rows = found.slice(0, PAGE_ROWS)
  const last = rows.at(-1)
  return (
    <CorrectionsPage
      who={c.get("who")}
      rows={rows}
      here={after && placeText(after)}
      next={found.length > PAGE_ROWS && last ? placeText(last) : undefined}
      settled={settled}
    />
  )
}

interface CorrectionsPageProps extends Pick<NationalPageProps, "who"> {
  rows: readonly OpenCorrection[]
  /** The place after which this page begins, and the one after which the next does. */
  here: string | undefined
  next: string | undefined
  /** What was settled just now. */
  settled: number | undefined
}

const addressAfter = (place: string | undefined) => `/directory${place ? `?after=${encodeURIComponent(place)}` : ""}`

const CorrectionsPage: FC<CorrectionsPageProps> = ({ who, rows, here, next, settled }) => (
  <NationalPage who={who} current="directory" title={en.title}>
    {settled !== undefined && (
      <NotificationBanner success>
        <p class="govuk-body">{settled === 0 ? en.already : en.settled(settled)}</p>
      </NotificationBanner>
    )}
    <h1 class="govuk-heading-l">{en.heading}</h1>
    <p class="govuk-body candour-prose">{en.why}</p>
    <p class="govuk-body candour-prose">{en.settling}</p>
    {rows.length === 0 ? (
      <p class="govuk-body">{en.nothing}</p>
    ) : (
      <Table
        caption={en.heading}
        captionSize="hidden"
        rowHeaders
        columns={[
          { title: en.columns.about },
          { title: en.columns.kind },
          { title: en.columns.said },
          { title: en.columns.times, numeric: true },
          { title: en.columns.days },
          { title: en.columns.settle },
        ]}
        rows={rows.map((row) => cellsOf(row, here))}
      />
    )}
    <Pagination previous={here && addressAfter(undefined)} next={next && addressAfter(next)} />
  </NationalPage>
)

const saidName = (said: string | null): string =>
  said === null ? en.unknown : isForce(said) ? deskName(said) : (elsewhereBody(said)?.name ?? said)

function cellsOf(row: OpenCorrection, here: string | undefined): Child[] {
  const said = saidName(row.said)
  return [
    row.name,
    en.kinds[row.kind],
    said,
    formatCount(row.times),
    en.days(formatShortDay(row.first, "en"), formatShortDay(row.last, "en")),
    <form class="candour-settle" method="post" action={addressAfter(here)}>
      <input type="hidden" name="id" value={row.id} />
      {settlement.options.map((as) => (
        <Button kind="secondary" name="as" value={as}>
          {en.settlements[as]} <span class="govuk-visually-hidden">{en.which(row.name, said)}</span>
        </Button>
      ))}
    </form>,
  ]
}
