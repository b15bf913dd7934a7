import { en as asAt } from "@candour/figures/messages.ts"

/** Words of the page that says what a desk's reports are in figures. */
export const en = {
  title: asAt.title,
  asAt: asAt.asAt,
  scope: (desk: string) => `Contacts first routed to ${desk}, and what became of reports while it held them.`,
  exact:
    "Exact counts. Before you give out a figure from 1 to 4, ask your force’s disclosure lead: it can be about one report.",
  between: (from: string | undefined, to: string) =>
    from === undefined ? `What happened up to ${to}.` : `What happened from ${from} to ${to}.`,
  byOneLine: (line: string) => `By one line: ${line}.`,
  form: { ...asAt.form, line: "Line", allLines: "Every line" },
  problem: { ...asAt.problem, line: "Choose a line from the list." },
  whole: "The figures and what they mean",
  by: { month: "By month", line: "By line", channel: "By channel", category: "By category" },
  categories:
    "What reporters ticked. These don’t add up to the contacts: a contact may have many categories, and one that left no report has none.",
  note: "Each month has what happened in it: an outcome is in the month it was decided. People not yet decided are those at the month’s end, so they aren’t a sum.",
  columns: {
    figure: "Figure",
    count: "Count",
    means: "What it means",
    month: "Month",
    line: "Line",
    channel: "Channel",
    category: "Category",
    notYetDecidedAtEnd: "Not yet decided at its end",
  },
  all: "All",
  sum: (parts: string, all: string) => `Proven, not proven, not determined and not yet decided: ${parts} = ${all}.`,
  csv: "Every table (CSV)",
  json: "Every table, for a program (JSON)",
  digest: "While nothing changes these figures, the digest of their files is",
  request: "Make an FOI pack: what may go out, as a letter",
  print:
    "To print these figures, print this page: the form is left out, and everything can be read in black and white.",
  statement: {
    link: "Monthly statements, to keep",
    title: (month: string) => `Monthly statement: ${month}`,
    held: (desk: string) => `${desk} holds these figures.`,
    same: "A statement says what was known when its month ended. Nothing recorded later changes it, so whoever asks gets the same.",
    table: "The figures of the month",
    unit: "Counted in",
    inMonth: "In the month",
    upToEnd: "Up to its end",
    digest: "SHA-256 of the CSV, by which a copy can be told from a changed one:",
    choose: "Another month",
    download: "Keep this statement (CSV)",
  },
  people: {
    column: "Figures",
    give: (name: string) => ["Let them read figures", `: ${name}`] as const,
    take: (name: string) => ["No longer figures", ` for ${name}`] as const,
  },
}
