import type { Language } from "@candour/domain/contact.ts"

/**
 * The address of one part of the site from another, so that the folder can stand under any address.
 *
 * @param from - the page that links: a folder such as `2024-q1/contacts/`; the first page is the empty text
 */
export const addressFrom = (from: string, to: string): string =>
  `${"../".repeat(from.split("/").length - 1)}${to}` || "./"

/** Where a page lies in a language: English at the top, Welsh under `cy/`. Data are the same for both. */
export const pageIn = (lang: Language, page: string): string => (lang === "cy" ? `cy/${page}` : page)
