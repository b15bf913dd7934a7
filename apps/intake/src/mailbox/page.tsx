import { DatabaseAway } from "@candour/database/errors.ts"
import { type Day, dayOf, daysBetween } from "@candour/domain/day.ts"
import { fromBase64url } from "@candour/sealing/encoding.ts"
import { mailboxAddress, parseReceipt } from "@candour/sealing/receipt.ts"
import { type Secret, secretFrom } from "@candour/sealing/sealed.ts"
import { Button } from "@candour/web/components/button.tsx"
import { ErrorSummary } from "@candour/web/components/error-summary.tsx"
import { TextInput } from "@candour/web/components/text-input.tsx"
import { ELSEWHERE } from "@candour/web/public-page.tsx"
import type { Context } from "hono"
import type { FC } from "hono/jsx"
import { type RootQueue, TooManyWait } from "../receipt/root-queue.ts"
import type { Services } from "../services.ts"
import { IntakePage, NotSent } from "../shell.tsx"
import { AnswerLate } from "../tell/submit-report.ts"
import { postedOf, singles } from "../tell/typed.tsx"
import { en as readers } from "../who-reads/messages.ts"
import { en } from "./messages.ts"
import { type CopyState, openMailbox } from "./open-mailbox.ts"

/** Asks for the digits. */
export const showMailbox = (c: Context) => c.html(<MailboxPage />)

/** Shows where a report stands: by its mailbox's address from a browser with script, by the digits without. */
export const lookInMailbox = (services: Services) => async (c: Context) => {
  const typed = singles(postedOf(await c.req.parseBody({ all: true })))
  const read = await readAddress(services.roots, typed)
  if ("problem" in read) return c.html(<MailboxPage digits={typed.digits} problem={read.problem} />, read.status)
  try {
    const found = await openMailbox(services, read.address)
    if (found.length === 0) return c.html(<MailboxPage digits={typed.digits} problem={en.problem.check} />, 422)
    return c.html(<StatePage copies={found} today={dayOf(services.clock.now())} />)
  } catch (error) {
    if (!(error instanceof DatabaseAway || error instanceof AnswerLate)) throw error
    return c.html(<MailboxPage digits={typed.digits} problem={en.away} />, 422)
  }
}

async function readAddress(
  roots: RootQueue,
  { address, digits = "" }: Record<string, string | undefined>,
): Promise<{ address: Secret<"mailbox address"> } | { problem: string; status: 422 | 503 }> {
  if (address && /^[\w-]{43}$/.test(address)) return { address: secretFrom(fromBase64url(address)) }
  const parsed = parseReceipt(digits)
  if (parsed.kind === "length") return { problem: en.problem.length(parsed.digits), status: 422 }
  if (parsed.kind === "check") return { problem: en.problem.check, status: 422 }
  try {
    return { address: mailboxAddress(await roots.forMailbox(parsed.receipt)) }
  } catch (error) {
    if (!(error instanceof TooManyWait)) throw error
    return { problem: en.problem.busy, status: 503 }
  }
}

const MailboxPage: FC<{ digits?: string | undefined; problem?: string }> = ({ digits, problem }) => (
  <IntakePage title={en.title} partScript="mailbox.js" problem={Boolean(problem)}>
    <ErrorSummary errors={{ digits: problem }} />
    <h1 class="govuk-heading-l">{en.ask.heading}</h1>
    <form method="post" action="/mailbox" id="mailbox" data-part-sends>
      <TextInput
        name="digits"
        label={en.ask.label}
        hint={en.ask.hint}
        size="m"
        width={30}
        inputmode="numeric"
        code
        value={digits}
        error={problem}
      />
      <Button>{en.ask.open}</Button>
      <NotSent />
    </form>
    <p class="govuk-body">{en.problem.lost}</p>
  </IntakePage>
)

/** A paragraph for each team that has the report. */
const StatePage: FC<{ copies: readonly CopyState[]; today: Day }> = ({ copies, today }) => {
  const several = copies.length > 1
  return (
    <IntakePage title={en.title} holdsTyped>
      <h1 class="govuk-heading-l">{en.heading}</h1>
      <p class="govuk-body">{en.safe}</p>
      <div class="govuk-inset-text">
        {copies.map(({ holder, state, day, moved }) => {
          const days = daysBetween(day, today)
          return (
            <p class="govuk-body">
              {moved && `${(several ? en.movedOfOne : en.moved)(readers.team(holder))} `}
              {(several ? en.stateOfOne : en.state)(state, readers.Team(holder), days)}
            </p>
          )
        })}
      </div>
      <a class="govuk-button" href={ELSEWHERE} rel="nofollow noreferrer" draggable={false} data-leave>
        {en.close}
      </a>
    </IntakePage>
  )
}
