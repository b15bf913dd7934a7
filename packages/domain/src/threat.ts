import { z } from "zod"
import type { Group } from "./category.ts"

/** What the unit records of a report: one main threat and any others, after the national counter-corruption list. */
export const threat = z.enum([
  "disclosure",
  "systems",
  "apsp",
  "sexual-misconduct",
  "ppda",
  "discrimination",
  "association",
  "justice",
  "authority",
  "theft-fraud",
  "credit",
  "commodity",
  "drugs",
  "infiltration",
  "interests",
  "vulnerability",
])
export type Threat = z.infer<typeof threat>

/** The group of each threat that has one (domain rules §2). */
export const groupOfThreat: Partial<Record<Threat, Group>> = {
  apsp: "S",
  "sexual-misconduct": "S",
  ppda: "P",
  discrimination: "D",
}

/** The words an officer reads for each threat. */
export const threatName: Record<Threat, string> = {
  disclosure: "Disclosure of information",
  systems: "Misuse of force systems",
  apsp: "Abuse of position for a sexual purpose",
  "sexual-misconduct": "Sexual offence or harassment, position not used",
  ppda: "Police-perpetrated domestic abuse, control or stalking",
  discrimination: "Discriminatory conduct",
  association: "Inappropriate or undeclared association",
  justice: "Perverting the course of justice",
  authority: "Abuse of authority, excessive force or bullying",
  "theft-fraud": "Theft, fraud or false claims",
  credit: "Misuse of a corporate credit or fuel card",
  commodity: "Dealing in seized or controlled goods",
  drugs: "Use or supply of drugs",
  infiltration: "Infiltration by a criminal or extremist group",
  interests: "Undeclared business or gifts",
  vulnerability: "Vulnerability: debt, addiction or pressure",
}
