import { NATIONAL_DESK, type Tenant } from "@candour/domain/tenant.ts"
import { type ElsewhereBody, elsewhereBody, forces, isForce } from "@candour/routing/directory.ts"
import type { Route } from "@candour/routing/route.ts"
import type { Context } from "hono"
import { languageOf } from "../language.ts"
import { postedForm } from "../posted-form.ts"
import { type Services, today } from "../services.ts"
import { showTellPage } from "../tell/page.tsx"
import { candidatesFor } from "../tell/report-form.ts"
import { showReaders } from "../who-reads/show-readers.tsx"
import { asOf } from "./as-of.ts"
import { ChoosePage } from "./choose-page.tsx"
import { ElsewherePage } from "./elsewhere-page.tsx"
import { type FindForm, findFormOf } from "./find-form.ts"
import { FindPage, type StepProps } from "./find-page.tsx"
import { MOST_FORCES, toldForces } from "./told-forces.ts"

/** Asks which force, for who comes straight here. */
export const showFindForce = (services: Services) => (c: Context) =>
  c.html(<FindPage line="national" posted={{}} {...asOf(services, c)} />)

/** A district of the imported postcodes, for the browser that finds by itself: whatever follows stays there. */
export const showDistrict = (services: Services) => (c: Context) => {
  const district = services.finder().district(c.req.param("district") ?? "")
  if (district === undefined) return c.notFound()
  return c.body(district, 200, { "content-type": "application/json", "cache-control": "no-store" })
}

/** One step of finding the force. What is typed decides what is shown, and is neither kept nor logged. */
export const findForce = (services: Services) => async (c: Context) => {
  const posted = await postedForm(c)
  const form = findFormOf(posted)
  const { line, soFar, firstFound } = form
  const step = { line, posted, soFar, firstFound }
  const asked = asOf(services, c)

  if (form.answer === "unknown") {
    if (soFar.length > 0) return showReaders(services, c, step, { forces: [NATIONAL_DESK], found: "found" })
    const candidates = candidatesFor(NATIONAL_DESK, [
      ...form.candidates.map(({ tenant }) => tenant),
      ...(posted.maybe ?? []),
    ])
    return showTellPage(
      services,
      c,
      { line, routedTo: NATIONAL_DESK, reason: "unknown", further: [], candidates },
      posted,
    )
  }
  if (form.answer === "add") return addForce(services, c, form, step)
  if (form.answer === "enough" && soFar.length > 0) {
    return showReaders(services, c, step, { forces: [], found: "found" })
  }
  if (form.answer === "change") return c.html(<FindPage line={line} posted={posted} {...asked} />)
  if (form.answer === "again") return c.html(<FindPage {...step} {...asked} />)
  if (form.answer === "all") return c.html(<ChoosePage {...step} lang={asked.lang} all={standing(services)} />)
  if (form.among !== undefined) return choose(services, c, form, step)
  if (form.hint === undefined) return c.html(<FindPage {...step} {...asked} />)
  return answerHint(services, c, form.hint, step)
}

/** The forces that exist today. */
const standing = (services: Services) => forces(today(services)).map(({ id }) => id)

/** From the question who should read: the forces of that page stay, and another one is asked for. */
function addForce(
  services: Services,
  c: Context,
  { forces: [force], reader, soFar, found }: FindForm,
  step: StepProps,
) {
  // A smaller namesake that was chosen there already takes the place of the force that was found.
  const first = reader !== undefined && isForce(reader) ? reader : force
  const told = { ...step, soFar: toldForces([first, ...soFar]), firstFound: found }
  if (told.soFar.length === MOST_FORCES) return showReaders(services, c, told, { forces: [], found: "found" })
  return c.html(<FindPage {...told} {...asOf(services, c)} />)
}

async function choose(services: Services, c: Context, form: FindForm, step: StepProps) {
  const all = standing(services)
  const known = (ids: readonly string[]) => ({
    forces: ids.filter((id): id is Tenant => all.includes(id)),
    elsewhere: bodiesOf(ids),
  })
  const chosen = known([...form.forces, form.elsewhere ?? ""])
  const { found = "chosen" } = form
  if (chosen.forces.length > 0 && form.answer !== "language")
    return showReaders(services, c, step, { ...chosen, found, area: form.area })
  const [body] = chosen.elsewhere
  if (body) return c.html(<ElsewherePage {...step} lang={languageOf(c)} body={body} />)

  const among = known(form.among ?? [])
  const candidates = among.forces.map(
    (tenant) => form.candidates.find((shown) => shown.tenant === tenant) ?? { tenant },
  )
  const asked = candidates.length + among.elsewhere.length > 0 ? { candidates, elsewhere: among.elsewhere } : {}
  const several = form.several !== undefined && candidates.length > 1
  const again = form.answer === "language"
  return c.html(
    <ChoosePage
      {...step}
      {...asked}
      lang={languageOf(c)}
      all={all}
      several={several}
      more={form.more !== undefined}
      chosen={form.forces}
      {...(!again && { problem: "notChosen" as const })}
    />,
    again ? 200 : 422,
  )
}

const bodiesOf = (ids: readonly string[] = []): ElsewhereBody[] => ids.flatMap((id) => elsewhereBody(id) ?? [])

async function answerHint(services: Services, c: Context, hint: string, step: StepProps) {
  const found = services.finder().route(hint, today(services))
  const adding = (step.soFar ?? []).length > 0
  // Beside forces found before there is no room to show whose smaller namesakes it could be, and a slip of the finger is
  // nobody's name until they say so: ask.
  const isDoubtful = found.kind === "routed" && (found.reason === "slip" || (adding && found.candidates.length > 1))
  if (found.kind === "choose" || isDoubtful) {
    return askWhich(services, c, found, step)
  }
  if (found.kind === "routed") {
    const others = found.candidates.slice(1)
    return showReaders(services, c, step, { forces: found.tenants, others, found: "found", area: found.area })
  }
  const body = found.kind === "elsewhere" ? elsewhereBody(found.body) : undefined
  if (body) return c.html(<ElsewherePage {...step} lang={languageOf(c)} body={body} />)

  const problem = hint.trim() === "" ? "nothing" : found.reason === "unknown-postcode" ? "noSuchPostcode" : "notFound"
  return c.html(<FindPage {...step} hint={hint} problem={problem} {...asOf(services, c)} />, 422)
}

type Asked = Extract<Route, { kind: "choose" | "routed" }>

function askWhich(services: Services, c: Context, found: Asked, step: StepProps) {
  return c.html(
    <ChoosePage
      {...step}
      lang={languageOf(c)}
      all={standing(services)}
      candidates={found.candidates}
      elsewhere={bodiesOf(found.elsewhere)}
      several={found.reason === "several-named" && found.candidates.length > 1}
      more={found.kind === "choose" && found.more === true}
    />,
  )
}
