import type { Language } from "@candour/domain/contact.ts"
import type { Tenant } from "@candour/domain/tenant.ts"

/** What desks and lines are called, from the directory of forces. */
export interface SiteNames {
  desk(desk: Tenant, lang: Language): string
  /** The force whose own line it is; none for everybody's. */
  forceOfLine(line: string): Tenant | undefined
}
