import type { FC } from "hono/jsx"
import { en } from "./messages.ts"
import { helpers } from "./people.ts"

/** Everybody who helps: on their page, and folded up on the receipt. */
export const PeopleList: FC = () => (
  <>
    <p class="govuk-body">{en.phone}</p>
    <dl class="candour-people">
      {helpers.map(({ name, reach, hours, serves, sure }) => (
        <div>
          <dt>{name}</dt>
          <dd>
            <strong class="candour-number">{reach}</strong>
            <br />
            {en.hours(hours)} · {serves}
            {sure === "to-check" && ` · ${en.toConfirm}`}
          </dd>
        </div>
      ))}
    </dl>
  </>
)
