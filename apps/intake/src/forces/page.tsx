import type { Tenant } from "@candour/domain/tenant.ts"
import { facts } from "@candour/routing/facts.ts"
import { HINT_CHARACTERS } from "@candour/routing/fold.ts"
import { givenNamesOn } from "@candour/routing/given-names.ts"
import { wholeDirectory } from "@candour/routing/whole-directory.ts"
import type { Context } from "hono"
import { z } from "zod"
import { languageOf } from "../language.ts"
import { postedForm, singles } from "../posted-form.ts"
import { type Services, today } from "../services.ts"
import { AnswerPage } from "./answer-page.tsx"
import { DirectoryPage } from "./directory-page.tsx"
import { ForcesPage } from "./forces-page.tsx"
import { messages } from "./messages.ts"

/** Seconds for which the page may be kept: it is the same for everybody, until a desk opens or a day begins. */
const KEEP_SECONDS = 300

const tried = z.object({
  hint: z
    .string()
    .catch("")
    .transform((typed) => typed.slice(0, HINT_CHARACTERS)),
})

const openDesks = ({ keys }: Services): Set<Tenant> => new Set(keys.statement().desks.map(({ tenant }) => tenant))

/** What the page of the directory shows that changes by itself: the day's map, the postcodes, which desks are open and what
 * forces are called. */
export const directoryState = (services: Services): string =>
  [
    today(services),
    services.finder().month,
    ...openDesks(services),
    JSON.stringify(givenNamesOn(today(services))),
  ].join(" ")

/** Shows every force, what it covers, who takes reports about whom, and where the facts come from. */
export const showForces = (services: Services) => (c: Context) =>
  c.html(
    <DirectoryPage
      lang={languageOf(c)}
      on={today(services)}
      directory={wholeDirectory()}
      open={openDesks(services)}
      postcodes={postcodesOf(services)}
    />,
    200,
    { "cache-control": `public, max-age=${KEEP_SECONDS}` },
  )

function postcodesOf({ finder }: Services) {
  const { month } = finder()
  return month === undefined ? undefined : { month }
}

/** Shows what would be made of a name. What is typed decides what is shown, and is neither kept nor logged. */
export const tryName = (services: Services) => async (c: Context) => {
  const { hint } = tried.parse(singles(await postedForm(c)))
  const found = services.finder().route(hint, today(services))
  const empty = found.kind === "unknown" && found.reason === "empty"
  return c.html(
    <AnswerPage lang={languageOf(c)} hint={hint} found={found} open={openDesks(services)} />,
    empty ? 422 : 200,
  )
}

/** The notice that comes with the word list: its licence wants it shown. */
export const showWordListNotice = (c: Context) => {
  const lang = languageOf(c)
  return c.html(
    <ForcesPage lang={lang} path="/forces/word-list">
      <h1 class="govuk-heading-l">{messages[lang].sources.notice}</h1>
      <div lang="en">
        {facts.wordListNotice.split(/\n\s*\n/).map((paragraph) => (
          <p class="govuk-body-s">{paragraph}</p>
        ))}
      </div>
    </ForcesPage>,
  )
}
