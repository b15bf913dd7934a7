import type { Threat } from "./threat.ts"

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
