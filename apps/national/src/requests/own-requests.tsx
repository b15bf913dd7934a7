import { asNational } from "@candour/database/as.ts"
import { category } from "@candour/domain/category.ts"
import { channel } from "@candour/domain/contact.ts"
import { notForUs } from "@candour/domain/not-for-us.ts"
import { NATIONAL_DESK } from "@candour/domain/tenant.ts"
import { idOf, PEOPLE_FIGURES } from "@candour/figures/catalogue.ts"
import type { protect } from "@candour/figures/protection/protect.ts"
import type { PackMaker } from "@candour/figures/requests/make-packs.ts"
import { type RequestPages, whoseName } from "@candour/figures/requests/pages.ts"
import { forceName, forces, isForce } from "@candour/routing/directory.ts"
import { lineForces, lineOf, lines } from "@candour/routing/lines.ts"
import type { Services, StaffContext } from "../services.ts"
import { NationalPage } from "../shell.tsx"

const desks: RequestPages["desks"] = (on) => [...forces(on).map(({ id }) => id), NATIONAL_DESK]

/** The coordinating body's own log of requests. */
export const nationalRequests = ({ database, clock }: Services): RequestPages => ({
  database,
  clock,
  whose: (c) => ({ tenant: "national", person: (c as StaffContext).get("who").person }),
  run: (_, work) => asNational(database, work),
  page: (c, { title, problem = false }, content) => (
    <NationalPage who={(c as StaffContext).get("who")} current="requests" title={title} problem={problem}>
      {content}
    </NationalPage>
  ),
  desks,
  ...whoseName({ forceName, isForce, lineOf }),
})

/** What makes the answers to all requests, of the forces too. */
export const packMaker = ({ database, clock }: Services, protecting: typeof protect): PackMaker => ({
  database,
  clock,
  lineForces,
  groupsOf: (by, asAt) =>
    ({
      force: () => desks(asAt),
      line: () => lines.filter(({ opened }) => opened <= asAt).map(({ id }) => id),
      channel: () => channel.options,
      category: () => category.options,
      reason: () => notForUs.options,
      finding: () => PEOPLE_FIGURES.map(idOf),
    })[by](),
  protect: protecting,
})
