import type { Language } from "@candour/domain/contact.ts"
import type { Context } from "hono"

/** The language of a page, by its address: `/cy/…` is Welsh. */
export const languageOf = (c: Context): Language => (/^\/cy(?:\/|$)/.test(c.req.path) ? "cy" : "en")

/** The address of a page in a language. */
export const inLanguage = (lang: Language, path: string): string =>
  lang === "en" ? path : path === "/" ? "/cy" : `/cy${path}`
