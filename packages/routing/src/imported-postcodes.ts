import { z } from "zod"
import type { Postcodes } from "./postcode.ts"
import type { PackedDistrict } from "./postcode-pack.ts"

const packedDistrict = z.object({
  bodies: z.array(z.string()).min(1),
  codes: z.record(z.string(), z.string()),
}) satisfies z.ZodType<PackedDistrict>

const edition = z.object({ month: z.string().regex(/^\d{4}-\d{2}$/), partial: z.boolean().default(false) })

/** Nothing but letters and digits: a district comes from what somebody typed, and becomes the name of a file. */
const DISTRICT = /^[A-Z\d]{2,4}$/

/** The file of a district in the folder of an edition; undefined for what is no district. */
export const districtFile = (district: string): string | undefined =>
  DISTRICT.test(district) ? `districts/${district}.json` : undefined

/**
 * The edition of the ONS Postcode Directory in a folder that `candour import-postcodes` made, read through `read`;
 * undefined where there is none. Each district is read when it is asked for, and kept.
 *
 * @param read - the text of a file of that folder; undefined where there is no such file
 * @throws ZodError, SyntaxError - a file there is not as the import writes it
 */
export function importedPostcodes(read: (file: string) => string | undefined): Postcodes | undefined {
  const written = read("edition.json")
  if (written === undefined) return undefined
  const known = new Map<string, PackedDistrict | undefined>()
  const readDistrict = (district: string) => {
    const file = districtFile(district)
    const text = file && read(file)
    return text === undefined ? undefined : packedDistrict.parse(JSON.parse(text))
  }
  return {
    ...edition.parse(JSON.parse(written)),
    of(district) {
      if (!known.has(district)) known.set(district, readDistrict(district))
      return known.get(district)
    },
  }
}
