import type { MailboxState } from "@candour/database/mailbox-state.ts"
import { plural } from "@candour/web/language.ts"

/** The words of looking up where a report stands (pages §5, Mailbox). */
export const en = {
  title: "Messages",
  ask: {
    heading: "See where it stands",
    label: "Your 20 digits",
    hint: "Spaces don’t matter.",
    open: "Open",
  },
  problem: {
    length: (typed: number) => `Type all 20 digits. You’ve typed ${typed}.`,
    check: "Those digits don’t open a mailbox. Check each one.",
    busy: "Many people are looking right now. What you told us is safe. Wait a minute and press Open again.",
    lost: "Lost them? Tell us again, and say that you did before.",
  },
  heading: "Where it stands",
  safe: "Are you safe to read this?",
  moved: (team: string) => `It has moved to ${team}.`,
  state: (state: MailboxState["state"], team: string, days: number): string =>
    ({
      waiting:
        days === 0
          ? `${team} has it. It came today, and nobody has opened it yet.`
          : `${team} has it. Nobody has opened it yet: ${plural("en", days, { one: "1 day", other: `${days} days` })}.`,
      opened: "The team has opened it.",
      finished: "We’ve finished looking into this.",
    })[state],
  /** The same of one team among several. */
  stateOfOne: (state: MailboxState["state"], team: string, days: number): string =>
    ({
      waiting: en.state("waiting", team, days),
      opened: `${team} has opened it.`,
      finished: `${team} has finished looking into this.`,
    })[state],
  movedOfOne: (team: string) => `A copy has moved to ${team}.`,
  close: "Close",
  away: "We can’t look right now. What you told us is safe. Try again in a few minutes.",
}
