/** Browser: opens the titles of linked reports, and finds the report that a form names. */
import { idsOf } from "@candour/domain/reference.ts"
import { ask, Refused } from "../ask.ts"
import { fieldName } from "../decide/form-names.ts"
import { openTitles } from "../queue/open-titles.ts"
import { en } from "./messages.ts"

/** Opens each title in the section; a locked tab leaves them sealed. */
export async function showLinks(): Promise<void> {
  const section = document.getElementById("linked")
  if (section) await openTitles(section)
}

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i

/**
 * Puts the id of the report that the form names among its values.
 *
 * @returns what is wrong, by field; nothing where it was found
 */
export async function findLinked(own: string, values: FormData): Promise<Record<string, string>> {
  const [typed, chosen] = (["reference", "report"] as const).map((field) =>
    String(values.get(fieldName("linked", undefined, field)) ?? "").trim(),
  ) as [string, string]
  if (typed !== "" && chosen !== "") return { reference: en.problem.both }
  if (typed === "") return chosen === "" ? { reference: en.problem.missing } : {}
  const pasted = ID.exec(typed)?.[0].toLowerCase()
  const span = idsOf(typed)
  if (pasted === own || (span && span.first <= own && own <= span.last)) return { reference: en.problem.itself }
  try {
    const { id } =
      pasted === undefined ? await ask<{ id: string }>(`/report/${own}/find`, { reference: typed }) : { id: pasted }
    values.set(fieldName("linked", undefined, "report"), id)
    return {}
  } catch (error) {
    if (error instanceof Refused && error.code === "not-found") return { reference: error.message }
    throw error
  }
}
