import type { SignedIn } from "@candour/identity/sessions.ts"
import { StaffPage, type StaffPageProps } from "@candour/web/staff-page.tsx"
import type { FC, PropsWithChildren } from "hono/jsx"
import { en } from "./messages.ts"

/** A page of this app, for somebody who is signed in. */
export interface NationalPageProps extends Omit<StaffPageProps, "service" | "pages" | "person"> {
  who: SignedIn
  current: keyof typeof en.pages
}

/** The shell of this app's pages: the national view, its pages, and who is signed in. */
export const NationalPage: FC<PropsWithChildren<NationalPageProps>> = ({ who, current, ...page }) => (
  <StaffPage
    wide
    service={en.service}
    person={who.shownName}
    pages={[
      { href: "/", label: en.pages.figures, current: current === "figures" },
      { href: "/compare", label: en.pages.compare, current: current === "compare" },
      { href: "/timeliness", label: en.pages.timeliness, current: current === "timeliness" },
      { href: "/heartbeats", label: en.pages.heartbeats, current: current === "heartbeats" },
      { href: "/alarms", label: en.pages.alarms, current: current === "alarms" },
      { href: "/releases", label: en.pages.releases, current: current === "releases" },
      { href: "/requests", label: en.pages.requests, current: current === "requests" },
      { href: "/forces", label: en.pages.forces, current: current === "forces" },
      { href: "/directory", label: en.pages.directory, current: current === "directory" },
      { href: "/status", label: en.pages.status, current: current === "status" },
    ]}
    {...page}
  />
)
