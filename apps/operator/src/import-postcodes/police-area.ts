import { areaOf, builtIn } from "./built-in.ts"

/**
 * Who polices a police force area, by its code of nine characters in the ONS Postcode Directory: a force of England
 * and Wales, or the body elsewhere. The Channel Islands share one code, so that their postcode area decides.
 *
 * @returns undefined for a code that names no police
 * @see ONS Postcode Directory, User Guide: "Police force area (PFA)"
 */
export function bodyOfPoliceArea(code: string, district: string): string | undefined {
  if (code === "S23000009") return "police-scotland"
  if (/^N2[34]\d{6}$/.test(code) || code === "N99999999") return "psni"
  if (code === "M99999999") return "isle-of-man-constabulary"
  if (code === "L99999999") return { JE: "jersey-police", GY: "guernsey-police" }[areaOf(district)]
  return builtIn().forceByOnsCode.get(code)
}
