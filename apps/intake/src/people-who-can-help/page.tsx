import { formatDay } from "@candour/web/language.ts"
import type { Context } from "hono"
import { languageOf } from "../language.ts"
import { IntakePage } from "../shell.tsx"
import { en } from "./messages.ts"
import { MADE } from "./people.ts"
import { PeopleList } from "./people-list.tsx"

/** Who else helps, with their numbers and hours. */
export const showPeople = (c: Context) =>
  c.html(
    <IntakePage title={en.title} lang={languageOf(c)} language={{ path: "/people-who-can-help" }}>
      <h1 class="govuk-heading-l">{en.heading}</h1>
      <p class="govuk-body">{en.text}</p>
      <PeopleList />
      <p class="govuk-body-s">{en.made(formatDay(MADE, "en"))}</p>
    </IntakePage>,
  )
