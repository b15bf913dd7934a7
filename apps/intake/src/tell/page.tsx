import { sealReport } from "@candour/sealing/seal-report.ts"
import type { Context } from "hono"
import { showReceipt } from "../receipt/page.tsx"
import { TooManyWait } from "../receipt/root-queue.ts"
import type { Services } from "../services.ts"
import { IntakePage } from "../shell.tsx"
import { type Destination, openDestination } from "./destination.ts"
import { en } from "./messages.ts"
import { countedOf, destinationOf, newNumbers, numbersOf, toldOf } from "./report-form.ts"
import { ReportConflict, submitReport } from "./submit-report.ts"
import { TellPage } from "./tell-page.tsx"
import { countedBytes } from "./told.ts"
import { type Posted, postedOf } from "./typed.tsx"

/** Shows the page to tell on, with whatever was typed before. */
export async function showTellPage({ keys }: Services, c: Context, destination: Destination, posted: Posted) {
  const to = await openDestination(keys, destination)
  if (!to) return c.html(<NoKeysPage />, 503)
  return c.html(<TellPage to={to} posted={posted} numbers={numbersOf(posted)} />)
}

/**
 * Takes a report from a browser without script. It is sealed here, in memory, before anything is stored; the words are
 * never logged. With script no word comes here, only the wish for a page with a newer key: see `takeSealed`.
 */
export const tell = (services: Services) => async (c: Context) => {
  const posted = postedOf(await c.req.parseBody({ all: true }))
  const to = await openDestination(services.keys, destinationOf(posted))
  if (!to) return c.html(<NoKeysPage />, 503)
  const numbers = numbersOf(posted)
  // From a browser with script, whose page is out of date; what was typed stays there.
  if (posted.anew) return c.html(<TellPage to={to} posted={posted} numbers={numbers} notSent="anew" />, 422)
  const told = toldOf(posted)
  if (told.problems) return c.html(<TellPage to={to} posted={posted} numbers={numbers} problems={told.problems} />, 422)

  const { line, routedTo, reason, tenant, generation, recipient } = to
  const counted = { ...countedOf(posted), line, routedTo, reason }
  try {
    const { key: _, ...sealed } = await sealReport(
      {
        id: numbers.id,
        tenant,
        recipient,
        receipt: numbers.digits,
        language: counted.language,
        mayReply: counted.mayReply,
        answers: told.answers,
        counted: countedBytes(counted),
      },
      services.roots.forTell,
    )
    await submitReport(services, { ...counted, ...sealed, id: numbers.id, tenant, generation })
  } catch (error) {
    if (error instanceof ReportConflict) {
      return c.html(<TellPage to={to} posted={posted} numbers={newNumbers()} notSent="conflict" />, 409)
    }
    if (error instanceof TooManyWait) {
      return c.html(<TellPage to={to} posted={posted} numbers={numbers} notSent="busy" />, 503)
    }
    throw error
  }
  return showReceipt(services, c, { digits: numbers.digits, tenant, danger: counted.danger })
}

/** Nobody could read a report now, so none is taken: no desk's key is known. */
const NoKeysPage = () => (
  <IntakePage title={en.title}>
    <h1 class="govuk-heading-l">{en.noKeys.heading}</h1>
    <p class="govuk-body">{en.noKeys.text}</p>
  </IntakePage>
)
