import { type Finding, findingOf, outcome } from "@candour/domain/outcome.ts"

/** What a figure counts. A count of one unit can't be added to one of another. */
export const units = ["contacts", "reports", "hand-overs", "intelligence-reports", "people-concerned"] as const
export type Unit = (typeof units)[number]

/** What of the cube a figure is made of: one of its sums, as far as definitions tell them apart. */
export interface Counted {
  measure: string
  /** An outcome's code, a category ticked or why a contact wasn't for us; empty for every other measure. */
  category: string
  /** Of a contact: it came by a force's own line and was first routed to another force. */
  toOtherForce: boolean
}

interface Definition {
  unit: Unit
  /** The name of the figure that this one is a part of, in the same unit. */
  partOf?: string
  /** The query: how often what `counted` sums up counts, 1, 0 or, where it is taken away, -1. */
  weigh(counted: Counted): number
}

const measured =
  (measure: string) =>
  (counted: Counted): number =>
    counted.measure === measure ? 1 : 0

const found = (finding: Finding) => (counted: Counted) =>
  counted.measure === "outcome" && findingOf(outcome.parse(counted.category)) === finding ? 1 : 0

/** Who has no outcome at the end of a range: whoever became known until then, but for those whose outcome is recorded. */
const OPEN: Readonly<Record<string, 1 | -1>> = { person: 1, "person-before": 1, outcome: -1, "outcome-before": -1 }

/**
 * Every figure there is, in the order in which they are shown, each by one query. What they are called and mean is said in
 * definitions.ts; every page, table, file and answer takes both from here.
 */
export const catalogue = {
  contacts: { unit: "contacts", weigh: measured("contact") },
  otherForces: {
    unit: "contacts",
    partOf: "contacts",
    weigh: (counted) => (counted.measure === "contact" && counted.toOtherForce ? 1 : 0),
  },
  notForUs: { unit: "contacts", partOf: "contacts", weigh: measured("contact-not-for-us") },
  reports: { unit: "reports", weigh: measured("report") },
  transfers: { unit: "hand-overs", weigh: measured("transferred") },
  intelligenceReports: { unit: "intelligence-reports", weigh: measured("intelligence") },
  abuseAndDiscrimination: {
    unit: "intelligence-reports",
    partOf: "intelligenceReports",
    weigh: measured("intelligence-abuse-and-discrimination"),
  },
  furtherInvestigation: { unit: "reports", weigh: measured("investigating") },
  closed: { unit: "reports", weigh: measured("closed") },
  proven: { unit: "people-concerned", partOf: "peopleConcerned", weigh: found("proven") },
  notProven: { unit: "people-concerned", partOf: "peopleConcerned", weigh: found("notProven") },
  notDetermined: { unit: "people-concerned", partOf: "peopleConcerned", weigh: found("notDetermined") },
  // Whoever has an outcome is no longer among those who have none, so that the four always add up to all.
  notYetDecided: { unit: "people-concerned", partOf: "peopleConcerned", weigh: ({ measure }) => OPEN[measure] ?? 0 },
  peopleConcerned: {
    unit: "people-concerned",
    weigh: ({ measure }) => (OPEN[measure] ?? 0) + (measure === "outcome" ? 1 : 0),
  },
} satisfies Record<string, Definition>

/** The name of a figure in code. */
export type FigureName = keyof typeof catalogue

/** Every figure's name, in the order of the catalogue. */
export const figureNames = Object.keys(catalogue) as FigureName[]

/** What became of people: four figures that add up to `peopleConcerned`. */
export const PEOPLE_FIGURES = ["proven", "notProven", "notDetermined", "notYetDecided"] as const satisfies FigureName[]

/** The figure's name in files and addresses, such as `not_yet_decided`: it stays though the words may change. */
export const idOf = (name: FigureName): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** The id of the figure that this one is a part of. */
export function wholeOf(name: FigureName): string | undefined {
  const { partOf }: Definition = catalogue[name]
  return partOf && idOf(partOf as FigureName)
}
