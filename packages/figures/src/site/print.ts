import { formatCount } from "@candour/web/format-count.ts"
import type { ProtectedCell } from "../protection/cell.ts"
import { percentage } from "../protection/percentage.ts"
import type { Printed } from "../release/printed-release.ts"

/** A cell as a page prints it: `2,400`, `[c]`, `[x]`. */
export const print = (printed: Printed): string => (typeof printed === "number" ? formatCount(printed) : `[${printed}]`)

/** `part` of `whole` in whole percent; none where {@link percentage} gives none. */
export function percentOf(part: Printed, whole: Printed): number | undefined {
  const percent = percentage(asCell(part), asCell(whole))
  return percent === undefined ? undefined : Math.round(percent)
}

const asCell = (printed: Printed): ProtectedCell => ({
  name: { measure: "share" },
  ...(typeof printed === "number" ? { value: printed } : { value: 0, hidden: "secondary" }),
})
