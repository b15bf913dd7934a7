import type { Day } from "@candour/domain/day.ts"
import type { FigureName } from "../catalogue.ts"
import type { FineCount } from "../counts.ts"
import { type Dimension, type Grain, periodOf, type Table } from "../protection/cell.ts"
import { type AskedCounts, tableOf } from "../register/table-of.ts"
import type { LineForces } from "../scope.ts"
import { lastDayOf, quarterOf } from "./release.ts"

/** What a release prints of one figure: each a table of its own, told apart by dimensions, and by quarter or not. */
export interface ReleasedFigure {
  figure: FigureName
  /** Whether it is given by quarter; what stands as at the day alone is given without a period. */
  quarterly: boolean
  /** Not given by force: it adds up what others, who ask about one force, could take apart. */
  ofTheHotline?: true
  /** Beside the figures of everybody and of each force. */
  also?: readonly Dimension[]
}

/**
 * The figures of a release, in the order in which they are shown. `closed` and people concerned can fall in a quarter, by a
 * report reopened or handed on, so they are given as at the day.
 */
export const RELEASED: readonly ReleasedFigure[] = [
  { figure: "contacts", quarterly: true, also: ["line", "channel", "category"] },
  { figure: "otherForces", quarterly: true, ofTheHotline: true },
  { figure: "notForUs", quarterly: true, also: ["reason"] },
  { figure: "reports", quarterly: true },
  { figure: "transfers", quarterly: true },
  { figure: "intelligenceReports", quarterly: true },
  { figure: "abuseAndDiscrimination", quarterly: true },
  { figure: "furtherInvestigation", quarterly: true },
  { figure: "closed", quarterly: false },
  { figure: "peopleConcerned", quarterly: false, also: ["finding"] },
]

/** Of each figure: of everybody and mostly of each force, to the day and by quarter; what else it is told apart by, of everybody. */
const asked = (asAt: Day): AskedCounts[] =>
  RELEASED.flatMap(({ figure, quarterly, ofTheHotline, also = [] }) => {
    const grains: Grain[] = quarterly ? ["all", "quarter"] : ["all"]
    const beside = figure === "peopleConcerned" ? [["force", "finding"] as Dimension[]] : []
    const groups: Dimension[][] = [
      [],
      ...(ofTheHotline ? [] : [["force"] as Dimension[]]),
      ...also.map((dimension) => [dimension]),
      ...beside,
    ]
    return groups.flatMap((by) =>
      grains.map((every) => ({ figure, by, every, ...(every === "quarter" && { carries: isBegun(asAt) }) })),
    )
  })

/**
 * Whether a month's quarter had only begun. Its months are carried, so that an answer by month is tied to it; of a whole
 * quarter, what an answer carries ties the two.
 */
const isBegun = (asAt: Day) => (month: string) =>
  asAt !== lastDayOf(quarterOf(asAt)) && periodOf(month, "quarter") === quarterOf(asAt)

/**
 * The one table of a release, before anything is hidden, with every total that ties its counts together.
 *
 * @param counts - of all time, up to `asAt`, as recorded by `knownAt`
 */
export const contentsOf = (
  counts: readonly FineCount[],
  { asAt, knownAt }: { asAt: Day; knownAt: Day },
  lineForces: LineForces,
): Table => tableOf(counts, { asAt, knownAt }, asked(asAt), lineForces)
