import { sealTold, type ToSeal } from "@candour/sealing/seal-told.ts"
import type { Context } from "hono"
import { showReceipt } from "../receipt/page.tsx"
import { TooManyWait } from "../receipt/root-queue.ts"
import type { Services } from "../services.ts"
import { IntakePage } from "../shell.tsx"
import { type AskedDestination, desksOf, type OpenDestination, openDestination } from "./destination.ts"
import { en } from "./messages.ts"
import { countedOf, destinationOf, type Numbers, newNumbers, numbersOf, toldOf } from "./report-form.ts"
import { ReportConflict, submitReport } from "./submit-report.ts"
import { TellPage } from "./tell-page.tsx"
import { type Posted, postedOf } from "./typed.tsx"

/** Shows the page to tell on, with whatever was typed before. */
export async function showTellPage({ keys }: Services, c: Context, asked: AskedDestination, posted: Posted) {
  const to = await openDestination(keys, asked)
  if (!to) return c.html(<NoKeysPage />, 503)
  return c.html(<TellPage to={to} posted={posted} numbers={numbersOf(posted, asked.further.length)} />)
}

/**
 * Takes a report from a browser without script. It is sealed here, in memory, before anything is stored; the words are
 * never logged. With script no word comes here, only the wish for a page with a newer key: see `takeSealed`.
 */
export const tell = (services: Services) => async (c: Context) => {
  const posted = postedOf(await c.req.parseBody({ all: true }))
  const asked = destinationOf(posted)
  const to = await openDestination(services.keys, asked)
  if (!to) return c.html(<NoKeysPage />, 503)
  const numbers = numbersOf(posted, asked.further.length)
  // From a browser with script, whose page is out of date; what was typed stays there.
  if (posted.anew) return c.html(<TellPage to={to} posted={posted} numbers={numbers} notSent="anew" />, 422)
  const told = toldOf(posted)
  if (told.problems) return c.html(<TellPage to={to} posted={posted} numbers={numbers} problems={told.problems} />, 422)

  const counted = { ...countedOf(posted), line: to.line, routedTo: to.routedTo, reason: to.reason }
  try {
    const sealed = await sealTold(toSeal(to, numbers), told.answers, counted, services.roots.forTell)
    const { tenant, generation } = to
    await submitReport(services, {
      ...counted,
      ...sealed.report,
      id: numbers.id,
      tenant,
      generation,
      referrals: sealed.copies,
    })
  } catch (error) {
    if (error instanceof ReportConflict) {
      const anew = newNumbers(asked.further.length)
      return c.html(<TellPage to={to} posted={posted} numbers={anew} notSent="conflict" />, 409)
    }
    if (error instanceof TooManyWait) {
      return c.html(<TellPage to={to} posted={posted} numbers={numbers} notSent="busy" />, 503)
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
  copies: referrals.map((to) => ({ ...to, id: numbers.referrals[asked.further.indexOf(to.routedTo)] ?? "" })),
})

/** Nobody could read a report now, so none is taken: no desk's key is known. */
const NoKeysPage = () => (
  <IntakePage title={en.title}>
    <h1 class="govuk-heading-l">{en.noKeys.heading}</h1>
    <p class="govuk-body">{en.noKeys.text}</p>
  </IntakePage>
)
