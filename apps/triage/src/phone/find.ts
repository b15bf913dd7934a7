import { dayOf } from "@candour/domain/day.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { forceName } from "@candour/routing/directory.ts"
import { elsewhereWords, sentence } from "@candour/routing/facts.ts"
import { HINT_CHARACTERS } from "@candour/routing/fold.ts"
import { type Candidate, route } from "@candour/routing/route.ts"
import { z } from "zod"
import { postedJson, unreadable } from "../json.ts"
import type { Services, StaffContext } from "../services.ts"
import { en } from "./messages.ts"

/** Whose a place or a force's name may be, as a call handler reads it. */
export interface Found {
  sentence: string
  /** Likeliest first; one alone where there is nothing to ask. */
  forces: { tenant: Tenant; label: string }[]
}

const findForm = z.strictObject({ hint: z.string().max(10 * HINT_CHARACTERS) })

const choice = ({ tenant, place, county }: Candidate) => {
  const at = [place, county].filter((each, index, all) => each && all.indexOf(each) === index).join(", ")
  return { tenant, label: at ? `${forceName(tenant, "en")} (${at})` : forceName(tenant, "en") }
}

/** Finds the force by the words that a call handler types: a place, no word of what happened. Neither kept nor logged. */
export const findForce =
  ({ clock }: Services) =>
  async (c: StaffContext) => {
    const asked = await postedJson(c, findForm)
    if (asked === undefined) return unreadable(c)
    return c.json(answer(asked.hint.slice(0, HINT_CHARACTERS), dayOf(clock.now())) satisfies Found)
  }

function answer(hint: string, day: ReturnType<typeof dayOf>): Found {
  const found = route(hint, day)
  if (found.kind === "unknown")
    return { sentence: found.reason === "empty" ? en.find.nothing : en.find.notFound, forces: [] }
  if (found.kind === "elsewhere") {
    const { name, handledBy } = elsewhereWords(found.body, "en")
    return { sentence: en.find.elsewhere(name, sentence(handledBy)), forces: [] }
  }
  const forces = found.candidates.map(choice)
  const [first] = forces
  // A slip of the finger is nobody's name until the caller says so.
  return found.kind === "routed" && found.reason !== "slip" && forces.length === 1 && first
    ? { sentence: en.find.found(first.label), forces }
    : { sentence: en.find.several, forces }
}
