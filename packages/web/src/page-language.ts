import type { Language } from "@candour/domain/contact.ts"
import { createContext, useContext } from "hono/jsx"

/** The language a page is written in. The page shell provides it to the components inside. */
export const PageLanguage = createContext<Language>("en")

/** The language of the page around this component; English outside of any page. */
export const useLanguage = (): Language => useContext(PageLanguage)
