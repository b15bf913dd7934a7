import type { Context } from "hono"
import { openLine } from "../find-force/find-form.ts"
import { languageOf } from "../language.ts"
import { postedForm, singles } from "../posted-form.ts"
import { type Services, today } from "../services.ts"
import { createContactCount } from "./count-contacts.ts"
import { AnswerPage, UnsurePage, WhoCanHelpPage } from "./who-can-help-page.tsx"
import { UNSURE, whyForm } from "./why-form.ts"

/** Asks what it is about that is not for this hotline. `?line=` says which line's first page led here. */
export const showOthers = (c: Context) =>
  c.html(<WhoCanHelpPage lang={languageOf(c)} line={openLine.parse(c.req.query("line"))} id={crypto.randomUUID()} />)

/** Sends what is not for this hotline kindly to the right place, and counts it as a contact with its reason. */
export const answerOthers = (services: Services) => {
  const count = createContactCount(services.database)
  return async (c: Context) => {
    const lang = languageOf(c)
    const { why, line, id } = whyForm.parse(singles(await postedForm(c)))
    if (why === undefined) return c.html(<WhoCanHelpPage lang={lang} line={line} id={id} problem />, 422)
    if (why === UNSURE) return c.html(<UnsurePage lang={lang} line={line} />)
    await count({ id, line, why }, today(services))
    return c.html(<AnswerPage lang={lang} line={line} why={why} />)
  }
}
