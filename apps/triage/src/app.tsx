import { requestRoutes } from "@candour/figures/requests/routes.tsx"
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
import { showAllocation } from "./allocate/page.tsx"
import { describePerson } from "./concerned/describe.ts"
import { lookForPerson } from "./concerned/look.ts"
import { decide } from "./decide/decide.ts"
import { forCalls, forDecisions, forFigures, forReports, needsAccess } from "./desk/access.ts"
import { openThisDesk, showOpenDesk } from "./desk/open-desk.tsx"
import { giveAccess, loseAccess, showPeople } from "./desk/people.tsx"
import { showWaiting } from "./desk/waiting.tsx"
import { keepDraft } from "./drafts/keep-draft.ts"
import { giveCsv, giveJson, letReadFigures, showFigures } from "./figures/page.tsx"
import { giveStatement, showStatement } from "./figures/statement-page.tsx"
import { troubleOf } from "./health.ts"
import { showUnit } from "./lead/page.tsx"
import { findByReference } from "./link/find.ts"
import { en } from "./messages.ts"
import { showMyDay } from "./my-day/page.tsx"
import { keepNear, showNear } from "./near/page.tsx"
import { divert, showOnCall } from "./on-call/page.tsx"
import { countThisCall, endThisCall, takeReport } from "./phone/calls.ts"
import { giveDesk } from "./phone/desk.ts"
import { findForce } from "./phone/find.ts"
import { showPhone } from "./phone/page.tsx"
import { notePresence } from "./presence/note-presence.ts"
import { decideMany } from "./queue/decide-many.ts"
import { leadToNext } from "./queue/next.ts"
import { showNotSaved, showQueue } from "./queue/page.tsx"
import { removeView, saveView } from "./queue/saved-views.tsx"
import { handOutPiece } from "./report/files/hand-out-piece.ts"
import { handOut, openReport } from "./report/open-report.ts"
import { showReport } from "./report/page.tsx"
import { deskRequests } from "./requests/own-requests.tsx"
import { giveReports, handOutMany, recordIndexing } from "./search/hand-out.ts"
import { showSearch } from "./search/page.tsx"
import type { DeskVariables, Services } from "./services.ts"
import { saveMail, saveSettings, showSettings } from "./settings/page.tsx"
import { deskName } from "./shell.tsx"
import { keepTitle } from "./title/keep-title.ts"
import { giveRecipients, lift, restrict } from "./transfer/restrict.ts"
import { giveKeysThere, giveRecipient, moveReport, referCopy } from "./transfer/transfer.ts"
import { removeOne, showUsual, showWriteUsual, writeOne } from "./usual/page.tsx"
import { isReportPage, loadedByViewer, viewerHeaders } from "./viewer/headers.ts"
import { showViewer } from "./viewer/page.tsx"

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
  // Whoever has no access, or no more, gets nothing of a report, neither a page nor by a script.
  const access = needsAccess(services)
  return new Hono<{ Variables: DeskVariables }>()
    .get(
      "/health",
      health(() => troubleOf(services)),
    )
    .use("/viewer", viewerHeaders())
    .use("/assets/:file{(?:viewer|pdf)-.+}", loadedByViewer())
    .use(securityHeaders({ wasm: true, framing: isReportPage }), sameSite({ strict: true }))
    .use(bodyLimit({ maxSize: POST_BYTES, onError: tooLarge }))
    .get("/assets/:file", serveAssets)
    .use(packed())
    .get("/robots.txt", serveRobots)
    .use(noStore())
    .get("/viewer", showViewer)
    .route("/", signInRoutes(identity, service))

    .get("/open-desk", required, forReports, showOpenDesk(services))
    .post("/open-desk", required, forReports, forDecisions, openThisDesk(services))
    .get("/waiting", required, forReports, showWaiting(services))
    .get("/people", required, forReports, access, showPeople(services))
    .post("/people/:person/access", required, forReports, forDecisions, giveAccess(services))
    .post("/people/:person/take-access", required, forReports, access, loseAccess(services))
    .get("/people/:person/near", required, forReports, access, showNear(services))
    .post("/people/:person/near", required, forReports, access, keepNear(services))
    .post("/people/:person/figures", required, forReports, access, letReadFigures(services))

    .get("/figures", required, forFigures, showFigures(services))
    .get("/figures.csv", required, forFigures, giveCsv(services))
    .get("/figures.json", required, forFigures, giveJson(services))
    .get("/figures/statement", required, forFigures, showStatement(services))
    .get("/figures/statement.csv", required, forFigures, giveStatement(services))

    .use("/requests/*", required, forFigures)
    .route("/requests", requestRoutes(deskRequests(services)))

    .get("/unit", required, forReports, access, showUnit(services))
    .get("/settings", required, forReports, showSettings(services))
    .post("/settings", required, forReports, access, saveSettings(services))
    .get("/settings/usual", required, forReports, showUsual(services))
    .get("/settings/usual/write", required, forReports, showWriteUsual(services))
    .post("/settings/usual/write", required, forReports, access, writeOne(services))
    .post("/settings/usual/remove", required, forReports, access, removeOne(services))
    .post("/settings/mail", required, forReports, saveMail(services))
    .get("/allocate", required, forReports, access, showAllocation(services))
    .get("/on-call", required, forReports, showOnCall(services))
    .post("/on-call", required, forReports, access, divert(services))

    .use("/report/*", required, forReports, access)
    .use("/search/*", required, forReports, access)
    .use("/queue/*", required, forReports, access)

    .get("/", required, forReports, access, showMyDay(services))
    .get("/queue", showQueue(services))
    .post("/queue/views", saveView(services, showNotSaved(services)))
    .post("/queue/views/remove", removeView(services))
    .post("/queue/decide", decideMany(services))
    .get("/search", showSearch(services))
    .get("/search/reports", giveReports(services))
    .post("/search/open", recordIndexing(services))
    .get("/search/sealed", handOutMany(services))
    .get("/next", required, forReports, access, leadToNext(services))
    .get("/report/:id", showReport(services))
    .post("/report/:id/open", openReport(services))
    .get("/report/:id/sealed", handOut(services))
    .post("/report/:id/title", keepTitle(services))
    .get("/report/:id/files/:file/:number", handOutPiece(services))
    .post("/report/:id/decide", decide(services))
    .get("/desks/:tenant", required, forReports, giveRecipient(services))
    .get("/report/:id/keys-at/:tenant", required, forReports, giveKeysThere(services))
    .post("/report/:id/draft", keepDraft(services))
    .post("/report/:id/here", notePresence(services))
    .post("/report/:id/concerned", describePerson(services))
    .post("/report/:id/reported-before", lookForPerson(services))
    .post("/report/:id/find", findByReference(services))
    .post("/report/:id/transfer", moveReport(services))
    .post("/report/:id/refer", referCopy(services))
    .post("/report/:id/restrict", restrict(services))
    .post("/report/:id/unrestrict", lift(services))
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
