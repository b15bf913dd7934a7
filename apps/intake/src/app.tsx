import { serveAssets, serveRobots } from "@candour/web/assets.ts"
import { showFailure, showNotFound } from "@candour/web/failure.tsx"
import { health } from "@candour/web/health.ts"
import { madeOnce, packed } from "@candour/web/packed.ts"
import { sameSite } from "@candour/web/same-site.ts"
import { noStore, securityHeaders } from "@candour/web/security-headers.ts"
import { type Context, Hono, type MiddlewareHandler } from "hono"
import { bodyLimit } from "hono/body-limit"
import { HTTPException } from "hono/http-exception"
import type { Child } from "hono/jsx"
import { showAccessibility } from "./accessibility/page.tsx"
import { deadline } from "./deadline.ts"
import { FORM_WITH_FILES_BYTES, isFormWithFiles } from "./evidence/receive-files.ts"
import { takeFile } from "./evidence/take-file.ts"
import { FILES_PATH } from "./evidence/upload-headers.ts"
import { findForce, showDistrict, showFindForce } from "./find-force/page.tsx"
import { directoryState, showForces, showWordListNotice, tryName } from "./forces/page.tsx"
import { sayWrong, showWrong } from "./forces/wrong/page.tsx"
import { troubleOf } from "./health.ts"
import { showKeys } from "./keys/page.ts"
import { inLanguage, languageOf } from "./language.ts"
import { showMailbox, useMailbox, useMailboxWithFiles } from "./mailbox/page.tsx"
import { MAILBOX_WITH_FILES } from "./mailbox/write-forms.tsx"
import { writeSealed } from "./mailbox/write-sealed.ts"
import { showPeople } from "./people-who-can-help/page.tsx"
import { checkReceipt, showEmptyReceipt } from "./receipt/page.tsx"
import type { Services } from "./services.ts"
import { IntakePage } from "./shell.tsx"
import { showStart } from "./start/page.tsx"
import { showStaySafe } from "./stay-safe/page.tsx"
import { tell } from "./tell/page.tsx"
import { SEALED_POST_BYTES, takeSealed } from "./tell/take-sealed.ts"
import { showWhatWeCanSee } from "./what-we-can-see/page.tsx"
import { answerOthers, showOthers } from "./who-can-help/page.tsx"
import { chooseReader } from "./who-reads/page.tsx"

/** Bytes of one post at most: a tell form with every box full, as a form without script encodes it. */
const POST_BYTES = 4 * 1_048_576

/** Steps hold what was typed, or where it goes: loading their address starts again. */
const startAgain = (c: Context) => c.redirect(inLanguage(languageOf(c), "/"), 303)

const tooLarge = () => {
  throw new HTTPException(413)
}

/** The one form that is read as it comes: any other is held in memory whole. */
const bringsFiles = (c: Context) => c.req.path.endsWith(MAILBOX_WITH_FILES) && isFormWithFiles(c)

/** Files come for as long as their sender keeps pace. */
const postDeadline = deadline((c) => c.req.path.startsWith(FILES_PATH) || bringsFiles(c))

const formLimit = bodyLimit({ maxSize: POST_BYTES, onError: tooLarge })
const filesLimit = bodyLimit({ maxSize: FORM_WITH_FILES_BYTES, onError: tooLarge })
const sealedLimit = bodyLimit({ maxSize: SEALED_POST_BYTES, onError: tooLarge })

/**
 * A sealed report comes with the copies for further forces; files come in parts, held to their sizes where they are
 * taken; every other post is one form.
 */
const postLimit: MiddlewareHandler = async (c, next) => {
  if (c.req.path.startsWith(FILES_PATH)) return next()
  if (bringsFiles(c)) {
    // What doesn't say how much it is would be held in memory, up to the limit, before anybody looks at it.
    const isOfKnownLength = c.req.header("content-length") !== undefined && !c.req.header("transfer-encoding")
    return isOfKnownLength ? filesLimit(c, next) : c.body(null, 411)
  }
  return (c.req.path === "/tell/sealed" ? sealedLimit : formLimit)(c, next)
}

/** The addresses of a page, in English and in Welsh. */
const inBoth = (path: string) => [path, inLanguage("cy", path)]

/** An address that leads nowhere has no other language: the first page has. */
const shell = (c: Context, title: string, content: Child) => (
  <IntakePage title={title} lang={languageOf(c)} language={{ path: "/" }}>
    {content}
  </IntakePage>
)

/** The public's door, in the order a reporter walks through it. No cookie, no log of requests, no third party. */
export function createApp(services: Services) {
  // These pages are the same for everybody: a flood of visitors costs little.
  const once = madeOnce()
  const whileTheSame = madeOnce(() => directoryState(services))
  return new Hono()
    .get(
      "/health",
      health(() => troubleOf(services)),
    )
    .use(securityHeaders({ microphone: true }), sameSite(), postDeadline, postLimit)
    .get("/assets/:file", serveAssets)
    .use(packed())
    .get("/robots.txt", serveRobots)
    .get("/keys.json", showKeys(services))

    .on("GET", inBoth("/"), once, showStart(services))
    .on("GET", inBoth("/line/:line"), once, showStart(services))
    .on("GET", inBoth("/people-who-can-help"), once, showPeople)
    .on("GET", inBoth("/stay-safe"), once, showStaySafe)
    .on("GET", inBoth("/what-we-can-see"), once, showWhatWeCanSee)
    .on("GET", inBoth("/accessibility"), once, showAccessibility)
    .get("/postcodes/:district", showDistrict(services))
    .on("GET", inBoth("/forces"), whileTheSame, showForces(services))
    .on("GET", inBoth("/forces/word-list"), once, showWordListNotice)

    .use(noStore())
    .on("GET", inBoth("/who-can-help"), showOthers)
    .on("POST", inBoth("/who-can-help"), answerOthers(services))
    .on("GET", inBoth("/find-force"), showFindForce(services))
    .on("POST", inBoth("/find-force"), findForce(services))
    .on("GET", [...inBoth("/who-reads"), ...inBoth("/tell")], startAgain)
    .on("POST", inBoth("/who-reads"), chooseReader(services))
    .on("POST", inBoth("/tell"), tell(services))
    .post("/tell/sealed", takeSealed(services))
    .on("GET", inBoth("/receipt"), showEmptyReceipt)
    .on("POST", inBoth("/receipt"), checkReceipt(services))
    .on("GET", [...inBoth("/mailbox"), ...inBoth(MAILBOX_WITH_FILES)], showMailbox(services))
    .on("POST", inBoth("/mailbox"), useMailbox(services))
    .on("POST", inBoth(MAILBOX_WITH_FILES), useMailboxWithFiles(services))
    .post("/mailbox/sealed", writeSealed(services))
    .post(FILES_PATH, takeFile(services))
    .on(["GET", "PATCH", "DELETE"], `${FILES_PATH}/:file`, takeFile(services))
    .on("POST", inBoth("/forces"), tryName(services))
    .on("GET", inBoth("/forces/wrong/:force?"), showWrong(services))
    .on("POST", inBoth("/forces/wrong"), sayWrong(services))

    .notFound(showNotFound(shell, languageOf))
    .onError(showFailure(shell, languageOf))
}
