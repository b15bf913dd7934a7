import { asTenant } from "@candour/database/as.ts"
import { dropView, keepView, type SavedView } from "@candour/database/saved-views.ts"
import { Button } from "@candour/web/components/button.tsx"
import { Details } from "@candour/web/components/text.tsx"
import { TextInput } from "@candour/web/components/text-input.tsx"
import type { FC } from "hono/jsx"
import { z } from "zod"
import type { Services, StaffContext } from "../services.ts"
import { en } from "./messages.ts"
import { type Asked, addressOf, askedOf, queryOf } from "./view.ts"

const { saved: said } = en

/** Why a view wasn't saved. */
export type SavingProblem = keyof typeof said.problem

/** The views that a person keeps, beside those that everybody has. */
export const SavedViews: FC<{ saved: readonly SavedView[]; asked: Asked }> = ({ saved, asked }) =>
  saved.length === 0 ? null : (
    <nav aria-label={said.label}>
      <ul class="candour-views candour-views--saved">
        {saved.map(({ name, query }) => {
          const [remove, which] = said.remove(name)
          return (
            <li>
              <a
                class="govuk-link govuk-link--no-visited-state"
                href={`/queue?${query}`}
                aria-current={query === queryOf(asked) ? "page" : undefined}
              >
                {name}
              </a>{" "}
              <form class="candour-inline" method="post" action="/queue/views/remove">
                <input type="hidden" name="name" value={name} />
                <input type="hidden" name="query" value={queryOf(asked)} />
                <button class="candour-link-button" type="submit">
                  {remove}
                  <span class="govuk-visually-hidden">{which}</span>
                </button>
              </form>
            </li>
          )
        })}
      </ul>
    </nav>
  )

/** Keeps the view of this address, with its filters, under a name. */
export const SaveView: FC<{ asked: Asked; problem: SavingProblem | undefined; name: string }> = (props) => (
  <Details summary={said.open} id="save-view" open={props.problem !== undefined}>
    <form method="post" action="/queue/views">
      <input type="hidden" name="query" value={queryOf(props.asked)} />
      <TextInput
        name="name"
        label={said.name}
        hint={said.hint}
        width={20}
        value={props.name}
        error={props.problem && said.problem[props.problem]}
      />
      <Button kind="secondary">{said.button}</Button>
    </form>
  </Details>
)

const posted = z.object({ name: z.string().default(""), query: z.string().max(1_000).default("") })
const viewName = z.string().trim().min(1).max(40)

/** The view that a form names, by its own rules and not by what was posted. */
const askedIn = (query: string): Asked => askedOf(Object.fromEntries(new URLSearchParams(query)))

/** Keeps a view, and leads back to it; `again` shows the page with what is wrong, and what was typed. */
export const saveView =
  (
    { database }: Services,
    again: (c: StaffContext, asked: Asked, problem: SavingProblem, name: string) => Promise<Response>,
  ) =>
  async (c: StaffContext) => {
    const { tenant, person } = c.get("who")
    const { name: typed, query } = posted.parse(await c.req.parseBody())
    const asked = askedIn(query)
    const name = viewName.safeParse(typed).data
    if (name === undefined) return again(c, asked, "name", typed)
    const kept = await asTenant(database, tenant, (transaction) =>
      keepView(transaction, person, { name, query: queryOf(asked) }),
    )
    return kept ? c.redirect(addressOf(asked), 303) : again(c, asked, "full", name)
  }

/** Removes a view, and leads back to where it was removed. */
export const removeView =
  ({ database }: Services) =>
  async (c: StaffContext) => {
    const { tenant, person } = c.get("who")
    const { name, query } = posted.parse(await c.req.parseBody())
    await asTenant(database, tenant, (transaction) => dropView(transaction, person, name))
    return c.redirect(addressOf(askedIn(query)), 303)
  }
