import { signInRoutes } from "@candour/identity/sign-in/routes.tsx"
import { serveAssets, serveRobots } from "@candour/web/assets.ts"
import { showFailure, showNotFound } from "@candour/web/failure.tsx"
import { health } from "@candour/web/health.ts"
import { packed } from "@candour/web/packed.ts"
import { sameSite } from "@candour/web/same-site.ts"
import { noStore, securityHeaders } from "@candour/web/security-headers.ts"
import { StaffPage } from "@candour/web/staff-page.tsx"
import { type Context, Hono } from "hono"
import { bodyLimit } from "hono/body-limit"
import { HTTPException } from "hono/http-exception"
import type { Child } from "hono/jsx"
import { decide } from "./decide/decide.ts"
import { forCalls, forReports, needsAccess } from "./desk/access.ts"
import { openThisDesk, showOpenDesk } from "./desk/open-desk.tsx"
import { giveAccess, showPeople } from "./desk/people.tsx"
import { showWaiting } from "./desk/waiting.tsx"
import { troubleOf } from "./health.ts"
import { en } from "./messages.ts"
import { divert, showOnCall } from "./on-call/page.tsx"
import { countThisCall, endThisCall, takeReport } from "./phone/calls.ts"
import { giveDesk } from "./phone/desk.ts"
import { findForce } from "./phone/find.ts"
import { showPhone } from "./phone/page.tsx"
import { showQueue } from "./queue/page.tsx"
import { handOutPiece } from "./report/files/hand-out-piece.ts"
import { handOut, recordOpening } from "./report/open-report.ts"
import { showReport } from "./report/page.tsx"
import type { Services } from "./services.ts"
import { saveMail, saveSettings, showSettings } from "./settings/page.tsx"
import { deskName } from "./shell.tsx"
import { giveRecipients, lift, restrict } from "./transfer/restrict.ts"
import { giveRecipient, moveReport, referCopy } from "./transfer/transfer.ts"

/** Bytes of one post at most: the copy of a report of a megabyte with its sealed words, as JSON. */
const POST_BYTES = 2_621_440

const tooLarge = () => {
  throw new HTTPException(413)
}

const shell = (_: Context, title: string, content: Child) => (
  <StaffPage service={en.desk} title={title}>
    {content}
  </StaffPage>
)

/** A desk, in the order in which its people meet the pages. No request is logged. */
export const createApp = (services: Services) => {
  const { identity, tenants } = services
  const [only] = tenants
  const service = tenants.length === 1 && only !== undefined ? deskName(only) : en.desk
  const required = identity.required
  const access = needsAccess(services)
  return new Hono()
    .get(
      "/health",
      health(() => troubleOf(services)),
    )
    .use(securityHeaders({ wasm: true }), sameSite({ strict: true }))
    .use(bodyLimit({ maxSize: POST_BYTES, onError: tooLarge }))
    .get("/assets/:file", serveAssets)
    .use(packed())
    .get("/robots.txt", serveRobots)
    .use(noStore())
    .route("/", signInRoutes(identity, service))

    .get("/open-desk", required, forReports, showOpenDesk(services))
    .post("/open-desk", required, forReports, openThisDesk(services))
    .get("/waiting", required, forReports, showWaiting(services))
    .get("/people", required, forReports, access, showPeople(services))
    .post("/people/:person/access", required, forReports, giveAccess(services))

    .get("/settings", required, forReports, showSettings(services))
    .post("/settings", required, forReports, saveSettings(services))
    .post("/settings/mail", required, forReports, saveMail(services))
    .get("/on-call", required, forReports, showOnCall(services))
    .post("/on-call", required, forReports, divert(services))

    .get("/", required, forReports, access, showQueue(services))
    .get("/report/:id", required, forReports, access, showReport(services))
    .post("/report/:id/open", required, forReports, recordOpening(services))
    .get("/report/:id/sealed", required, forReports, handOut(services))
    .get("/report/:id/files/:file/:number", required, forReports, handOutPiece(services))
    .post("/report/:id/decide", required, forReports, decide(services))
    .get("/desks/:tenant", required, forReports, giveRecipient(services))
    .post("/report/:id/transfer", required, forReports, moveReport(services))
    .post("/report/:id/refer", required, forReports, referCopy(services))
    .post("/report/:id/restrict", required, forReports, restrict(services))
    .post("/report/:id/unrestrict", required, forReports, lift(services))
    .get("/people/recipients", required, forReports, giveRecipients(services))

    .get("/phone", required, forCalls, showPhone(services))
    .post("/phone/find", required, forCalls, findForce(services))
    .post("/phone/desk", required, forCalls, giveDesk(services))
    .post("/phone/calls", required, forCalls, countThisCall(services))
    .post("/phone/calls/:id/end", required, forCalls, endThisCall(services))
    .post("/phone/calls/:id/report", required, forCalls, takeReport(services))

    .notFound(showNotFound(shell))
    .onError(showFailure(shell))
}
