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
import { handOverAlarm, noteCall, noteDone, showAlarm, takeAlarm } from "./alarms/alarm-page.tsx"
import { saveLimits, saveMail, showLimits } from "./alarms/limits-page.tsx"
import { showAlarms } from "./alarms/page.tsx"
import { showComparison } from "./compare/page.tsx"
import { settleOne, showCorrections } from "./directory/page.tsx"
import { giveCsv, giveJson, giveMetadata } from "./figures/files.ts"
import { showFigures } from "./figures/page.tsx"
import { pause, rename, resume, showForce } from "./forces/force-page.tsx"
import { showForces } from "./forces/page.tsx"
import { troubleOf } from "./health.ts"
import { showHeartbeats } from "./heartbeats/page.tsx"
import { en } from "./messages.ts"
import { SITE, serveSite } from "./public-site/serve-site.ts"
import { checkOne, prepareOne, showRelease, withdrawOne } from "./releases/one-release.tsx"
import { planOne, showReleases } from "./releases/page.tsx"
import { nationalRequests } from "./requests/own-requests.tsx"
import type { Services } from "./services.ts"
import { showStatus } from "./status/page.tsx"
import { showTimeliness } from "./timeliness/page.tsx"

/** Bytes of one post at most: a first sign-in, the largest message there is. */
const POST_BYTES = 65_536

const tooLarge = () => {
  throw new HTTPException(413)
}

const shell = (_: Context, title: string, content: Child) => (
  <StaffPage service={en.service} title={title}>
    {content}
  </StaffPage>
)

/** The national view, in the order a coordinator meets its pages. It holds no report. No request is logged. */
export const createApp = (services: Services) => {
  const { required } = services.identity
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
    .get(SITE.slice(0, -1), (c) => c.redirect(SITE, 301))
    .get(`${SITE}*`, serveSite(services.site))
    .use(noStore())
    .route("/", signInRoutes(services.identity, en.service))

    .get("/", required, showFigures(services))
    .get("/figures.csv", required, giveCsv(services))
    .get("/figures.json", required, giveJson(services))
    .get("/figures.csv-metadata.json", required, giveMetadata)
    .use("/requests/*", required)
    .route("/requests", requestRoutes(nationalRequests(services)))
    .get("/compare", required, showComparison(services))
    .get("/timeliness", required, showTimeliness(services))
    .get("/heartbeats", required, showHeartbeats(services))
    .get("/forces", required, showForces(services))
    .get("/forces/:force", required, showForce(services))
    .post("/forces/:force/pause", required, pause(services))
    .post("/forces/:force/resume", required, resume(services))
    .post("/forces/:force/rename", required, rename(services))
    .get("/alarms", required, showAlarms(services))
    .get("/alarms/limits", required, showLimits(services))
    .post("/alarms/limits", required, saveLimits(services))
    .post("/alarms/mail", required, saveMail(services))
    .get("/alarms/:desk/:number", required, showAlarm(services))
    .post("/alarms/:desk/:number/take", required, takeAlarm(services))
    .post("/alarms/:desk/:number/call", required, noteCall(services))
    .post("/alarms/:desk/:number/done", required, noteDone(services))
    .post("/alarms/:desk/:number/hand-over", required, handOverAlarm(services))
    .get("/releases", required, showReleases(services))
    .post("/releases", required, planOne(services))
    .get("/releases/:number", required, showRelease(services))
    .post("/releases/:number/prepare", required, prepareOne(services))
    .post("/releases/:number/check", required, checkOne(services))
    .post("/releases/:number/withdraw", required, withdrawOne(services))
    .get("/directory", required, showCorrections(services))
    .post("/directory", required, settleOne(services))
    .get("/status", required, showStatus(services))

    .notFound(showNotFound(shell))
    .onError(showFailure(shell))
}
