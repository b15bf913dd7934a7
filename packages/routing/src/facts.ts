import type { Language } from "@candour/domain/contact.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import data from "../data/facts.json" with { type: "json" }
import { elsewhereBody, type Force } from "./directory.ts"
import type { Facts } from "./facts-shape.ts"

export type { KnownChange, Source, Workforce } from "./facts-shape.ts"

/** What the directory's sources say beyond what routing needs: for the page that shows the directory. */
export const facts: Readonly<Facts> = data as unknown as Facts

/** A local authority or a county in `language`; in English where no Welsh name is known. */
export const areaName = (name: string, language: Language): string =>
  (language === "cy" && facts.welshNames[name]) || name

/**
 * What a body elsewhere is called, and who handles what is said about it. The Welsh is a draft.
 * @throws Error where there is no body of this id
 */
export function elsewhereWords(id: string, language: Language): { name: string; handledBy: string } {
  const body = elsewhereBody(id)
  if (!body) throw new Error(`no body elsewhere is called ${id}`)
  const welsh = language === "cy" ? facts.elsewhereWelsh[id] : undefined
  return { name: welsh?.name ?? body.name, handledBy: welsh?.handledBy ?? body.handledBy }
}

/** A text with its full stop, which some of the directory's have and some don't. */
export const sentence = (text: string): string => text.replace(/\.?$/, ".")

/** The forces whose place `force` took, those before them among them: their addresses lead to it. */
export const cameBefore = (force: Force, all: readonly Force[]): Tenant[] => {
  const found = new Set<Tenant>()
  const visit = (id: Tenant) => {
    for (const earlier of all.find((one) => one.id === id)?.succeeds ?? []) {
      if (found.has(earlier)) continue
      found.add(earlier)
      visit(earlier)
    }
  }
  visit(force.id)
  return [...found]
}
