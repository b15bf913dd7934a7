import type { Language } from "@candour/domain/contact.ts"
import type { Day } from "@candour/domain/day.ts"

/** The words of a page in both languages; leaving one out, or giving it other values, fails the type check. */
export type Messages<Words> = Readonly<Record<Language, Words>>

/** Forms of a noun by CLDR plural category. English needs `one` and `other`; Welsh may need all six. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

const rules: Record<Language, Intl.PluralRules> = {
  en: new Intl.PluralRules("en-GB"),
  cy: new Intl.PluralRules("cy"),
}

/** The form of a noun that `count` things take in `lang`. */
export const plural = (lang: Language, count: number, forms: PluralForms): string =>
  forms[rules[lang].select(count)] ?? forms.other

const LOCALE: Record<Language, string> = { en: "en-GB", cy: "cy" }

/** Made once: a formatter of its own for each day costs more than the rest of an answer. */
function dayFormat(options: Intl.DateTimeFormatOptions): (day: Day, lang: Language) => string {
  const of = (lang: Language) => new Intl.DateTimeFormat(LOCALE[lang], { ...options, timeZone: "UTC" })
  const formats = { en: of("en"), cy: of("cy") }
  return (day, lang) => formats[lang].format(new Date(`${day}T00:00:00Z`))
}

/** `day` with its year, for figures and files: "1 March 2026". */
export const formatDay = dayFormat({ day: "numeric", month: "long", year: "numeric" })

/** The month of `day`, for tables and charts: "March 2026". */
export const formatMonth = dayFormat({ month: "long", year: "numeric" })

/** `day` as one says it about the weeks ahead: "Tuesday 3 March". */
export const formatWeekday = dayFormat({ weekday: "long", day: "numeric", month: "long" })

/** `day` short, for columns of a table: "1 Mar 2026". */
export const formatShortDay = dayFormat({ day: "numeric", month: "short", year: "numeric" })
