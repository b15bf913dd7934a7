import { dayOf } from "@candour/domain/day.ts"
import { Table } from "@candour/web/components/table.tsx"
import { formatDay, formatShortDay } from "@candour/web/language.ts"
import type { FC } from "hono/jsx"
import { deskName } from "../desk-name.ts"
import { en } from "./messages.ts"
import type { ForceChange } from "./standing.ts"

/** What was changed about forces, newest first: who, when and why. */
export const ChangesTable: FC<{ changes: readonly ForceChange[]; nothing: string }> = ({ changes, nothing }) => (
  <section>
    <h2 class="govuk-heading-m">{en.changes.title}</h2>
    {changes.length === 0 ? (
      <p class="govuk-body">{nothing}</p>
    ) : (
      <Table
        blocks
        caption={en.changes.title}
        captionSize="hidden"
        columns={Object.values(en.changes.columns).map((title) => ({ title }))}
        rows={changes.map((change) => [
          momentOf(change.at),
          deskName(change.tenant),
          change.name
            ? en.changes.renamed(change.name.en, change.name.cy, formatDay(change.name.from, "en"))
            : en.changes[change.what as "paused" | "resumed"],
          change.why,
          change.by,
        ])}
      />
    )}
  </section>
)

const clock = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", hour: "2-digit", minute: "2-digit" })

/** `1 Apr 2030, 09:30`, in London. */
const momentOf = (at: Date): string => `${formatShortDay(dayOf(at), "en")}, ${clock.format(at)}`
