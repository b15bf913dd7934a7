import type { Language } from "@candour/domain/contact.ts"

/** Browser: the language that the page is in. */
export const documentLanguage = (): Language => (document.documentElement.lang === "cy" ? "cy" : "en")
