import type { Tenant } from "@candour/domain/tenant.ts"
import type { SeedPerson } from "./open-desk.ts"

/** The desks of the demo. Every person is invented. */
export const DEMO_DESKS: Readonly<Record<Tenant, readonly SeedPerson[]>> = {
  metropolitan: [
    { name: "lead.met", shownName: "Farah Osei", roles: ["lead"] },
    { name: "officer.met", shownName: "Tom Bell", roles: ["officer"] },
    { name: "second.met", shownName: "Nina Rao", roles: ["officer"] },
  ],
  kent: [
    { name: "lead.kent", shownName: "Grace Hollis", roles: ["lead"] },
    { name: "officer.kent", shownName: "Dan Whitlock", roles: ["officer"] },
    { name: "second.kent", shownName: "Priya Nair", roles: ["officer"] },
    { name: "auditor.kent", shownName: "Judith Farrow", roles: ["auditor"] },
  ],
  essex: [
    { name: "lead.essex", shownName: "Martin Ogden", roles: ["lead"] },
    { name: "officer.essex", shownName: "Leila Haddad", roles: ["officer"] },
  ],
  gwent: [
    { name: "lead.gwent", shownName: "Siân Prosser", roles: ["lead"] },
    { name: "officer.gwent", shownName: "Rhys Vaughan", roles: ["officer"] },
  ],
  "national-desk": [
    { name: "lead.desk", shownName: "Ruth Adeyemi", roles: ["lead"] },
    { name: "officer.desk", shownName: "Owen Clarke", roles: ["officer"] },
  ],
}

/** They answer calls at the national desk, and open no report. */
export const DEMO_HANDLERS: readonly SeedPerson[] = [
  { name: "handler", shownName: "Bethan Pugh", roles: ["call-handler"] },
]

/** A force's own FOI officer: reads its figures, and opens no report. */
export const DEMO_FOI_OFFICERS: readonly (SeedPerson & { tenant: Tenant })[] = [
  { tenant: "kent", name: "figures.kent", shownName: "Colin Webb", roles: ["figures"] },
]

/** They see the figures, and never a report. */
export const DEMO_COORDINATORS: readonly SeedPerson[] = [
  { name: "coordinator.one", shownName: "Helen Marsh", roles: ["coordinator"] },
  { name: "coordinator.two", shownName: "Ifan Rees", roles: ["coordinator"] },
]
