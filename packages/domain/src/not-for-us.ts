import { z } from "zod"

/** Why a contact is not for this hotline: it is counted, and sent kindly to who can help (domain rules §1). */
export const notForUs = z.enum([
  "emergency", // danger now: 999
  "crime", // by somebody who isn't police
  "service", // rudeness, delay, a poor investigation, a policy
  "grievance", // a dispute of police staff with their employer
  "military", // military police, prison and border staff, and other bodies with powers
  "scotland",
  "northern-ireland",
  "data", // what the police hold about somebody
])
export type NotForUs = z.infer<typeof notForUs>
