import { dayOf } from "@candour/domain/day.ts"
import { NATIONAL_DESK } from "@candour/domain/tenant.ts"
import { elsewhereBody, forces } from "@candour/routing/directory.ts"
import { route } from "@candour/routing/route.ts"
import type { Context } from "hono"
import type { Services } from "../services.ts"
import { showTellPage } from "../tell/page.tsx"
import { type Posted, postedOf, singles } from "../tell/typed.tsx"
import { WhoReadsPage } from "../who-reads/who-reads-page.tsx"
import { ChoosePage } from "./choose-page.tsx"
import { ElsewherePage } from "./elsewhere-page.tsx"
import { type FindForm, findForm } from "./find-form.ts"
import { FindPage } from "./find-page.tsx"

/** Asks which force, for who comes straight here. */
export const showFindForce = (c: Context) => c.html(<FindPage line="national" posted={{}} />)

/** One step of finding the force. What is typed decides what is shown, and is neither kept nor logged. */
export const findForce = (services: Services) => async (c: Context) => {
  const posted = postedOf(await c.req.parseBody({ all: true }))
  const form = findForm.parse(singles(posted))
  const step = { line: form.line, posted }

  if (form.answer === "unknown") {
    return showTellPage(services, c, { line: form.line, routedTo: NATIONAL_DESK, reason: "unknown" }, posted)
  }
  if (form.answer === "again") return c.html(<FindPage {...step} />)
  if (form.answer === "all") return c.html(<ChoosePage {...step} all={standing(services)} />)
  if (form.among !== undefined) return choose(services, c, form, posted)
  if (form.hint === undefined) return c.html(<FindPage {...step} />)
  return answerHint(services, c, form.hint, step)
}

const today = ({ clock }: Services) => dayOf(clock.now())

/** The forces that exist today. */
const standing = (services: Services) => forces(today(services)).map(({ id }) => id)

async function choose(services: Services, c: Context, form: FindForm, posted: Posted) {
  const step = { line: form.line, posted }
  const all = standing(services)
  if (form.force !== undefined && all.includes(form.force)) {
    await services.keys.lookFor(form.force)
    return c.html(<WhoReadsPage {...step} force={form.force} found="chosen" keys={services.keys} />)
  }
  const among = form.among?.split(" ").filter((tenant) => all.includes(tenant)) ?? []
  const candidates = among.length > 0 ? among.map((tenant) => ({ tenant })) : undefined
  return c.html(<ChoosePage {...step} all={all} candidates={candidates} problem="notChosen" />, 422)
}

async function answerHint(services: Services, c: Context, hint: string, step: { line: string; posted: Posted }) {
  const found = route(hint, today(services))
  if (found.kind === "routed") {
    const [force] = found.tenants
    await services.keys.lookFor(force)
    const others = found.candidates.slice(1)
    return c.html(<WhoReadsPage {...step} force={force} others={others} found="found" keys={services.keys} />)
  }
  if (found.kind === "choose") {
    return c.html(
      <ChoosePage {...step} all={standing(services)} candidates={found.candidates} more={found.more ?? false} />,
    )
  }
  const body = found.kind === "elsewhere" ? elsewhereBody(found.body) : undefined
  if (body) return c.html(<ElsewherePage {...step} body={body} />)

  const problem = hint.trim() === "" ? "nothing" : found.reason === "unknown-postcode" ? "noSuchPostcode" : "notFound"
  return c.html(<FindPage {...step} hint={hint} problem={problem} />, 422)
}
