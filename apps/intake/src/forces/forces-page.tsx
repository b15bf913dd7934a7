import type { FC, PropsWithChildren } from "hono/jsx"
import { IntakePage, type IntakePageProps } from "../shell.tsx"
import { messages } from "./messages.ts"

/** What a page of the directory says about itself. */
export interface ForcesPageProps extends Omit<IntakePageProps, "title" | "language"> {
  /** Its address in English. */
  path: string
  /** The form whose contents go along to the other language, by its id, and what Enter answers there. */
  form?: string
  enter?: { answer?: string }
}

/** The shell of the directory's pages. */
export const ForcesPage: FC<PropsWithChildren<ForcesPageProps>> = ({ path, form, enter, children, ...page }) => (
  <IntakePage {...page} title={messages[page.lang].title} language={{ path, form, ...(enter && { enter }) }}>
    {children}
  </IntakePage>
)
