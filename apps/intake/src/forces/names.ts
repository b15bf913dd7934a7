import type { Language } from "@candour/domain/contact.ts"
import type { Day } from "@candour/domain/day.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { forceName } from "@candour/routing/directory.ts"

const LOCALE: Record<Language, string> = { en: "en-GB", cy: "cy" }

/** Names one after another, in the order they come in. */
export const listed = (names: readonly string[]): string => names.join(", ")

/** The names of forces as on a day, one after another. */
export const forceNames = (ids: readonly Tenant[], lang: Language, on?: Day): string =>
  listed(ids.map((id) => forceName(id, lang, on)))

/** A month in words: "March 2024". @param month - `2024-03` */
export const formatMonth = (month: string, lang: Language): string =>
  new Intl.DateTimeFormat(LOCALE[lang], { month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${month}-01T00:00:00Z`),
  )

/** A count with its thousands set apart. */
export const formatNumber = (count: number): string => count.toLocaleString("en-GB")

/** As many people as one may say "about" of: to the nearest hundred. */
export const formatAbout = (count: number): string => formatNumber(Math.round(count / 100) * 100)
