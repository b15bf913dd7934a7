import { forceName, isForce } from "@candour/routing/directory.ts"
import type { Context } from "hono"
import { languageOf } from "../../language.ts"
import { postedForm, singles } from "../../posted-form.ts"
import { type Services, today } from "../../services.ts"
import type { WrongProblem } from "./messages.ts"
import { createNoter } from "./note-in-turn.ts"
import { askedCorrection, type TypedWrong, typedWrong, UNKNOWN } from "./wrong-form.ts"
import { ThanksPage, WrongPage } from "./wrong-page.tsx"

/** Asks what is wrong, about the force in the address if there is one; another force isn't found. */
export const showWrong = (services: Services) => (c: Context) => {
  const lang = languageOf(c)
  const force = c.req.param("force")
  if (force !== undefined && !isForce(force)) return c.notFound()
  const typed: TypedWrong = force
    ? { kind: "force", name: forceName(force, lang), said: force }
    : { kind: "", name: "", said: UNKNOWN }
  return c.html(<WrongPage lang={lang} on={today(services)} typed={typed} />)
}

/** Notes what is wrong, once "Send" is pressed; before that it shows the form with what came from an answer. */
export const sayWrong = (services: Services) => {
  const note = createNoter(services.database)
  return async (c: Context) => {
    const lang = languageOf(c)
    const { answer, ...typed } = typedWrong.parse(singles(await postedForm(c)))
    const page = (problems?: Record<string, WrongProblem>) => (
      <WrongPage lang={lang} on={today(services)} typed={typed} {...(problems && { problems })} />
    )
    if (answer !== "send") return c.html(page())

    const asked = askedCorrection(typed)
    if ("problems" in asked) return c.html(page(asked.problems), 422)
    const noted = await note(asked.correction)
    if (noted === "noted") return c.html(<ThanksPage lang={lang} />)
    return c.html(page({ send: noted }), noted === "full" ? 422 : 503)
  }
}
