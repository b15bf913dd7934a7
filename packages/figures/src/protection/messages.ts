import { dimensionsOf } from "./cell.ts"
import type { Unknown } from "./unknowns.ts"

const longDay = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" })

const kinds = {
  count: "",
  rest: "what is left of ",
  change: "what was recorded later of ",
} satisfies Record<Unknown["kind"], string>

/** A cell as a sentence names it: what it counts, of what, and as at which day. */
function cellInWords({ name, kind, asAt }: Unknown): string {
  const of = dimensionsOf(name).map((dimension) => `${dimension} ${name[dimension]}`)
  const period = name.period === undefined ? [] : [name.period]
  return `${kinds[kind]}${[name.measure, ...of, ...period].join(", ")}, as at ${longDay.format(new Date(asAt))}`
}

/** Why figures may not be released, and what to do next. */
export const en = {
  isSmall: (unknown: Unknown) =>
    `These figures print ${cellInWords(unknown)}, which may not be printed. Hide it as [c], then check them again.`,
  unlocks: (unknown: Unknown) =>
    unknown.release === undefined
      ? `With these figures somebody could work out ${cellInWords(unknown)}. Let Candour choose what to hide, or leave the table out.`
      : `With these figures somebody could work out ${cellInWords(unknown)}, hidden in “${unknown.release}”. Let Candour choose what to hide, or leave the table out.`,
}
