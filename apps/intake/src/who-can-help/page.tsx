import type { Context } from "hono"
import { languageOf } from "../language.ts"
import { en as people } from "../people-who-can-help/messages.ts"
import { others } from "../people-who-can-help/people.ts"
import { IntakePage } from "../shell.tsx"
import { en } from "./messages.ts"

/** Sends what is not for this hotline kindly to the right place. */
export const showOthers = (c: Context) =>
  c.html(
    <IntakePage title={en.title} lang={languageOf(c)} language={{ path: "/who-can-help" }}>
      <h1 class="govuk-heading-l">{en.heading}</h1>
      <p class="govuk-body">{en.text}</p>
      <dl class="candour-people">
        {others.map(({ matter, name, reach, hours }) => (
          <div>
            <dt>{matter}</dt>
            <dd>
              {name}
              <br />
              <strong class="candour-number">{reach}</strong> · {people.hours(hours)}
            </dd>
          </div>
        ))}
        <div>
          <dt>{en.military}</dt>
          <dd>{en.militaryText}</dd>
        </div>
      </dl>
      <p class="govuk-body">{en.unsure}</p>
    </IntakePage>,
  )
