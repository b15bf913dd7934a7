import { NATIONAL_DESK, type Tenant } from "@candour/domain/tenant.ts"
import type { SignedIn } from "@candour/identity/sessions.ts"
import { forceName, isForce } from "@candour/routing/directory.ts"
import { StaffPage, type StaffPageProps } from "@candour/web/staff-page.tsx"
import type { FC, PropsWithChildren } from "hono/jsx"
import { answersCalls, readsFigures, worksReports } from "./desk/who-may.ts"
import { en } from "./messages.ts"

/** A desk's name as a heading has it: `Kent Police`, `National desk`; a tenant that no directory has is called by its id. */
export function deskName(tenant: Tenant): string {
  if (tenant === NATIONAL_DESK) return "National desk"
  return isForce(tenant) ? forceName(tenant, "en") : tenant
}

/** A page of this app, for somebody who is signed in. */
export interface DeskPageProps extends Omit<StaffPageProps, "service" | "pages" | "person"> {
  who: SignedIn
  current?: keyof typeof en.pages
  /** Before somebody can open reports there is only one page of them. */
  alone?: boolean
}

/** The pages that are there for `who`. */
const pagesFor = (who: SignedIn, alone: boolean): (keyof typeof en.pages)[] => [
  ...(worksReports(who) && !alone ? (["myDay", "queue", "search", "people"] as const) : []),
  ...(who.roles.includes("lead") && !alone ? (["unit"] as const) : []),
  ...(readsFigures(who) && !alone ? (["figures", "requests"] as const) : []),
  ...(answersCalls(who) ? (["phone"] as const) : []),
  ...(worksReports(who) && !alone && who.tenant === NATIONAL_DESK ? (["onCall"] as const) : []),
  ...(worksReports(who) && !alone ? (["settings"] as const) : []),
]

const ADDRESS: Record<keyof typeof en.pages, string> = {
  myDay: "/",
  queue: "/queue",
  search: "/search",
  people: "/people",
  unit: "/unit",
  figures: "/figures",
  requests: "/requests",
  phone: "/phone",
  onCall: "/on-call",
  settings: "/settings",
}

/** The shell of this app's pages: the desk, its pages, and who is signed in. */
export const DeskPage: FC<PropsWithChildren<DeskPageProps>> = ({ who, current, alone = false, ...page }) => (
  <StaffPage
    wide
    service={deskName(who.tenant)}
    person={who.shownName}
    pages={pagesFor(who, alone).map((name) => ({
      href: ADDRESS[name],
      label: en.pages[name],
      current: current === name,
    }))}
    {...page}
  />
)
