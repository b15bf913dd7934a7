/** Who may import whom: the table of the design, section 3. The check and the README's picture both come from it. */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  intake: ["domain", "routing", "sealing", "database", "web"],
  triage: ["domain", "routing", "sealing", "database", "identity", "figures", "web"],
  national: ["domain", "routing", "database", "identity", "figures", "web"],
  operator: ["domain", "routing", "sealing", "database", "identity", "figures"],
  figures: ["domain", "database", "web"],
  identity: ["domain", "sealing", "database", "web"],
  database: ["domain"],
  routing: ["domain"],
  sealing: ["domain"],
  web: ["domain"],
  domain: [],
}

export const APPS = ["intake", "triage", "national", "operator"]
/** They run in a browser as well as in Node: nothing in them may need a server. */
export const PURE = ["domain", "routing", "sealing"]

/** Where an app or package lies, from the root. */
export const folderOf = (part: string): string => `${APPS.includes(part) ? "apps" : "packages"}/${part}`
