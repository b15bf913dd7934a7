import type { Language } from "@candour/domain/contact.ts"
import { areaWithin } from "@candour/routing/boundaries.ts"
import { forcesEver } from "@candour/routing/directory.ts"
import { sealTold, type ToSeal } from "@candour/sealing/seal-told.ts"
import type { Context } from "hono"
import type { FC } from "hono/jsx"
import { gatePostOf, heldBack } from "../floods/gate-post.ts"
import { languageOf } from "../language.ts"
import { type Posted, postedForm } from "../posted-form.ts"
import { showReceipt } from "../receipt/page.tsx"
import { TooManyWait } from "../receipt/root-queue.ts"
import type { Services } from "../services.ts"
import { IntakePage } from "../shell.tsx"
import { type AskedDestination, desksOf, type OpenDestination, openDestination } from "./destination.ts"
import { tellMessages } from "./messages.ts"
import { countedOf, destinationOf, type Numbers, newNumbers, numbersOf, toldOf } from "./report-form.ts"
import { ReportConflict, submitReport } from "./submit-report.ts"
import { TellPage } from "./tell-page.tsx"

/** Shows the page to tell on, with whatever was typed before. */
export async function showTellPage({ keys, gate }: Services, c: Context, asked: AskedDestination, posted: Posted) {
  const to = await openDestination(keys, asked)
  const lang = languageOf(c)
  if (!to) return c.html(<NoKeysPage lang={lang} />, 503)
  const page = { lang, to, posted, numbers: numbersOf(posted, asked.further.length) }
  return c.html(<TellPage {...page} challenge={await gate.challenge()} />)
}

/**
 * Takes a report from a browser without script. It is sealed here, in memory, before anything is stored; the words are
 * never logged. With script no word comes here, only the wish for a page with a newer key: see `takeSealed`.
 */
export const tell = (services: Services) => async (c: Context) => {
  const posted = await postedForm(c)
  const asked = destinationOf(posted)
  if (posted.answer?.[0] === "language") return showTellPage(services, c, asked, posted)
  const lang = languageOf(c)
  const to = await openDestination(services.keys, asked)
  if (!to) return c.html(<NoKeysPage lang={lang} />, 503)
  const numbers = numbersOf(posted, asked.further.length)
  const page = { lang, to, posted, numbers, challenge: await services.gate.challenge() }
  // From a browser with script, whose page is out of date; what was typed stays there.
  if (posted.anew) return c.html(<TellPage {...page} notSent="anew" />, 422)
  const told = toldOf(posted)
  if (told.problems) return c.html(<TellPage {...page} problems={told.problems} />, 422)
  const admitted = await services.gate.admit("tell", gatePostOf(posted))
  if (admitted !== "in") {
    const challenge = await services.gate.challenge(admitted)
    return c.html(<TellPage {...page} challenge={challenge} notSent={admitted} />, heldBack(c, admitted))
  }

  const counted = { ...countedOf(posted, lang), line: to.line, routedTo: to.routedTo, reason: to.reason }
  try {
    const sealed = await sealTold(toSeal(to, numbers), told.answers, counted, services.roots.forTell)
    const { tenant, generation } = to
    await submitReport(services, {
      ...counted,
      ...sealed.report,
      id: numbers.id,
      tenant,
      generation,
      routedTo: areaWithin(to.routedTo, asked.area, forcesEver()),
      ...(asked.candidates && { candidates: asked.candidates }),
      referrals: sealed.referrals,
    })
  } catch (error) {
    if (error instanceof ReportConflict) {
      const anew = newNumbers(asked.further.length)
      return c.html(<TellPage {...page} numbers={anew} notSent="conflict" />, 409)
    }
    if (error instanceof TooManyWait) {
      const challenge = await services.gate.challenge("wait")
      return c.html(<TellPage {...page} challenge={challenge} notSent="wait" />, heldBack(c, "wait"))
    }
    throw error
  }
  return showReceipt(services, c, { digits: numbers.digits, tenants: desksOf(to), danger: counted.danger })
}

const toSeal = ({ tenant, recipient, asked, referrals }: OpenDestination, numbers: Numbers): ToSeal => ({
  id: numbers.id,
  receipt: numbers.digits,
  tenant,
  recipient,
  referrals: referrals.map((to) => ({ ...to, id: numbers.referrals[asked.further.indexOf(to.routedTo)] ?? "" })),
})

/** Nobody could read a report now, so none is taken: no desk's key is known. */
const NoKeysPage: FC<{ lang: Language }> = ({ lang }) => (
  <IntakePage title={tellMessages[lang].title} lang={lang} language={{ path: "/" }}>
    <h1 class="govuk-heading-l">{tellMessages[lang].noKeys.heading}</h1>
    <p class="govuk-body">{tellMessages[lang].noKeys.text}</p>
  </IntakePage>
)
