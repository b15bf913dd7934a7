import type { Day } from "@candour/domain/day.ts"
import type { ReleaseState } from "@candour/figures/release/release.ts"
import type { Refusal } from "@candour/figures/release/releases.ts"
import { formatQuarter } from "@candour/figures/site/messages.ts"
import { formatDay, plural } from "@candour/web/language.ts"

const states: Record<ReleaseState, string> = {
  planned: "Planned",
  preparing: "Being prepared",
  failed: "Could not be prepared",
  prepared: "Waits for a second person",
  checked: "Checked, comes out on its day",
  published: "Out",
  withdrawn: "Withdrawn",
}

/** Every word of the pages of releases. */
export const en = {
  title: "Releases",
  what: "What the public gets. One coordinator prepares a release, another checks it, and it comes out at 9:30 on its day. Then it stays; a mistake is corrected by a revision.",
  none: "No release has been planned yet.",
  columns: { release: "Release", day: "Comes out", asAt: "As at", known: "As recorded by", state: "State", who: "By" },
  name: (quarter: string, revision: number) =>
    revision === 0 ? formatQuarter(quarter, "en") : `${formatQuarter(quarter, "en")}, revision ${revision}`,
  who: {
    planned: (name: string) => `planned by ${name}`,
    prepared: (name: string) => `prepared by ${name}`,
    checked: (name: string) => `checked by ${name}`,
  },
  states,
  site: "See the public’s page",
  plan: {
    heading: "Plan a release",
    quarter: "Quarter",
    quarterHint: "Of a quarter that is out already, this plans its next revision.",
    asAt: "As at",
    asAtHint: "Left empty: the quarter’s last day. Up to 30 days later, if an answer has to be as at such a day.",
    knownAt: "As recorded by",
    knownAtHint: "Leave desks some days to record what happened. It is prepared after that day.",
    day: "Day it comes out",
    dayHint: "At 9:30. It stands on the public’s page from now on.",
    reason: "Why it is revised",
    reasonHint: "Of a revision alone. It stands on the public’s page, in both languages.",
    reasonEn: "In English",
    reasonCy: "In Welsh",
    button: "Plan it",
  },
  problem: {
    quarter: "Choose a quarter from the list.",
    asAt: "As at: enter a real date, like 31 3 2026.",
    knownAt: "As recorded by: enter a real date, like 10 4 2026.",
    day: "Day it comes out: enter a real date, like 15 4 2026.",
    reasonEn: "Say why it is revised in at most 1,000 letters.",
    reasonCy: "Say why it is revised, in Welsh, in at most 1,000 letters.",
  },
  refused: {
    "day-passed": "Choose a day after today: the day is set ahead.",
    "not-over": "Choose the quarter’s last day, or one of the 30 days after it.",
    "known-before": "Choose the as-at day or a later one. A revision needs a later one than what it corrects.",
    "known-late": "Choose a day before the one it comes out.",
    planned: "A release of this quarter is on its way already. Withdraw that one first, if it is wrong.",
    "no-revision": "Leave the reason empty: nothing of this quarter is out, so there is nothing to revise.",
    "no-reason": "This quarter is out already. Say why it is revised, in both languages.",
    "other-day": "A revision is as at the same day as what it corrects. Choose that day.",
    gone: "Somebody has checked, published or withdrawn it meanwhile. What it is now stands below.",
    "not-known": "The day whose records it counts isn’t over yet. Prepare it the day after.",
    "at-it": "It is being prepared already.",
    "not-prepared": "It isn’t prepared yet. Prepare it first.",
    "other-content": "It has been prepared anew since you looked. Look at what it has now, then check it.",
    "same-person": "You prepared it: another coordinator has to check it.",
  } satisfies Record<Refusal, string>,
  registerMoved:
    "Something else has gone out since this was prepared, such as an answer to a freedom of information request. Candour is looking at both together: check this again in a minute or two. If it is still so, prepare it anew, so that both give nothing away.",
  release: {
    back: "All releases",
    comesOut: (day: Day) => `${formatDay(day, "en")}, 9:30`,
    facts: {
      state: "State",
      asAt: "As at",
      known: "As recorded by",
      day: "Comes out",
      planned: "Planned by",
      prepared: "Prepared by",
      checked: "Checked by",
      reason: "Why it is revised",
      failure: "What was in the way",
    },
    prepare: "Prepare it",
    again: "Prepare it anew",
    preparing:
      "It is being counted and protected, which may take some minutes. Load this page again to see how far it is.",
    reload: "Load again",
    check: "I have looked at it: let it come out",
    checkHint: "After this it can’t be changed, only withdrawn until it is out.",
    withdraw: "Take it back",
    withdrawHint:
      "It can’t be brought back: the quarter has to be planned anew. What was checked stays in the register, and hides a little more from then on.",
    withdrawButton: "Withdraw it",
    preview: "What will be printed",
    previewNote:
      "Exact counts, not for publication. A count with [c] beside it is hidden: 1 to 4, or where it says “protects”, so that no one can work out another.",
    hidden: (small: number, protecting: number, all: number) =>
      `${plural("en", small, { one: "1 count is", other: `${small} counts are` })} hidden for being 1 to 4, and ${protecting} to protect them, of ${all} in all.`,
    primary: (count: string) => `${count} [c]`,
    secondary: (count: string) => `${count} [c] protects`,
    group: "Of",
    all: "All",
    allToDay: "All to the day",
  },
}
