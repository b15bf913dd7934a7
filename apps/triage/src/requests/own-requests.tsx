import { asTenant } from "@candour/database/as.ts"
import { type RequestPages, whoseName } from "@candour/figures/requests/pages.ts"
import { forceName, isForce } from "@candour/routing/directory.ts"
import { lineOf } from "@candour/routing/lines.ts"
import type { Services, StaffContext } from "../services.ts"
import { DeskPage } from "../shell.tsx"

/** A desk's own log of requests for its figures. */
export const deskRequests = ({ database, clock }: Services): RequestPages => {
  const who = (c: Parameters<RequestPages["whose"]>[0]) => (c as StaffContext).get("who")
  return {
    database,
    clock,
    whose: (c) => who(c),
    run: (c, work) => asTenant(database, who(c).tenant, work),
    page: (c, { title, problem = false }, content) => (
      <DeskPage who={who(c)} current="requests" title={title} problem={problem}>
        {content}
      </DeskPage>
    ),
    desks: () => [],
    ...whoseName({ forceName, isForce, lineOf }),
  }
}
