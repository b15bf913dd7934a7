import type { Known } from "@candour/figures/figures.ts"

/** Words of the page that says what a desk's reports are in figures. */
export const en = {
  title: "Figures",
  asAt: (day: string, known: Known) => `As at ${day}, as known ${known}.`,
  scope: (desk: string) => `Contacts first routed to ${desk}, and what became of reports while it held them.`,
  exact:
    "Exact counts. Before you give out a figure from 1 to 4, ask your force’s disclosure lead: it can be about one report.",
  form: {
    asAt: "As at",
    asAtHint: "For example, 15 1 2024",
    known: "Known",
    knownChoices: [
      { value: "then", label: "Then", hint: "What had been recorded by that day" },
      { value: "now", label: "Now", hint: "What had happened by that day, recorded since or not" },
    ] satisfies { value: Known; label: string; hint: string }[],
    show: "Show",
  },
  problem: {
    day: "Enter a real date, like 15 1 2024.",
    future: "That day hasn’t come yet.",
    known: "Choose whether as known then or now.",
  },
  whole: "The figures and what they mean",
  byMonth: "By month",
  note: "Each month has what happened in it: an outcome is in the month it was decided. People not yet decided are those at the month’s end, so they aren’t a sum.",
  columns: {
    figure: "Figure",
    count: "Count",
    means: "What it means",
    month: "Month",
    contacts: "Contacts",
    intelligenceReports: "Intelligence reports",
    furtherInvestigation: "Further investigation",
    people: "People concerned",
    proven: "Proven",
    notProven: "Not proven",
    notDetermined: "Not determined",
    notYetDecided: "Not yet decided at its end",
  },
  all: "All",
  sum: (parts: string, all: string) => `Proven, not proven, not determined and not yet decided: ${parts} = ${all}.`,
  download: "Download by month (CSV)",
  print:
    "To print these figures, print this page: the form is left out, and everything can be read in black and white.",
  people: {
    column: "Figures",
    give: (name: string) => ["Let them read figures", `: ${name}`] as const,
    take: (name: string) => ["No longer figures", ` for ${name}`] as const,
  },
}
