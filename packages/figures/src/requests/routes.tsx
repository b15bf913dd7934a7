import { MayNotFollow } from "@candour/database/errors.ts"
import type { Language } from "@candour/domain/contact.ts"
import { dayOf } from "@candour/domain/day.ts"
import { type Context, Hono } from "hono"
import { HTTPException } from "hono/http-exception"
import type { Child } from "hono/jsx"
import { carriedIn } from "./carried.ts"
import { csvOfPack } from "./csv.ts"
import { Letter } from "./letter.tsx"
import { RequestList } from "./list-page.tsx"
import { addStep, askForPack, type FoiRequest, lastOfEach, listRequests, logRequest, type Step } from "./log.ts"
import { MakePage } from "./make-page.tsx"
import { en } from "./messages.ts"
import { LetterPage, PackPage } from "./pack-page.tsx"
import type { RequestPages } from "./pages.ts"
import { RequestPage } from "./request-page.tsx"
import { formOf, type Problems, type Typed, typedAsked, typedDay } from "./typed.ts"
import { stepOf } from "./typed-step.ts"

/** The longest reference and question that are kept, in letters; as the database holds them. */
const LONGEST = { reference: 60, question: 2_000 }

/** Seconds after which a page looks again whether its answer is made. */
const AGAIN_SECONDS = 3

/**
 * The log of requests for figures, for a staff app to mount at `/requests` behind its sign-in: each request with its due
 * day, the answers made from the figures, and what was done.
 */
export const requestRoutes = (app: RequestPages) => {
  const today = () => dayOf(app.clock.now())
  const ownDesk = (c: Context) => {
    const { tenant } = app.whose(c)
    return tenant === "national" ? undefined : tenant
  }
  const found = async (c: Context): Promise<FoiRequest> => {
    const number = Number(c.req.param("request"))
    const [request] = Number.isSafeInteger(number)
      ? await app.run(c, (transaction) => listRequests(transaction, Math.min(number, 2_147_483_647)))
      : []
    if (request === undefined) throw new HTTPException(404)
    return request
  }
  const packIn = (c: Context, { packs }: FoiRequest) => {
    const pack = packs.find(({ number }) => String(number) === c.req.param("pack"))
    if (pack === undefined) throw new HTTPException(404)
    return pack
  }
  const show = (c: Context, title: string, content: Child, status: 200 | 422 = 200) =>
    c.html(app.page(c, { title, problem: status === 422 }, content) as string, status)
  const typedIn = async (c: Context): Promise<Typed> =>
    Object.fromEntries(
      Object.entries(await c.req.parseBody()).map(([name, value]) => [name, typeof value === "string" ? value : ""]),
    )
  const wordsOf = (problems: Problems) =>
    Object.fromEntries(Object.entries(problems).map(([field, key]) => [field, en.problem[key] ?? key]))

  /** Runs `work`, or says why the database refused it, at `field`. */
  const recorded = async <Result,>(work: () => Promise<Result>, field: string): Promise<Result | Problems> => {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof MayNotFollow)) throw error
      const key = error.refusal === "reference-taken" ? "referenceTaken" : error.refusal
      if (!(key in en.problem)) throw error
      return { [field]: key as keyof typeof en.problem }
    }
  }

  return new Hono()
    .get("/", async (c) => {
      const requests = await app.run(c, listRequests)
      return show(c, en.title, <RequestList app={app} requests={requests} carried={carriedIn(c.req.query())} />)
    })
    .post("/", async (c) => {
      const typed = await typedIn(c)
      const reference = typed.reference?.trim() ?? ""
      const question = typed.question?.trim() ?? ""
      const received = typedDay(typed, "received", today())
      const problems: Record<string, keyof typeof en.problem> = {}
      if (reference === "" || reference.length > LONGEST.reference) problems.reference = "reference"
      if (question === "" || question.length > LONGEST.question) problems.question = "questionEmpty"
      if (received === "day" || received === "future") problems.received = received
      else if (Object.keys(problems).length === 0) {
        const { person: by } = app.whose(c)
        const answer = await recorded(
          () => app.run(c, (transaction) => logRequest(transaction, { by, reference, question, received })),
          "reference",
        )
        const carried = carriedIn(Object.fromEntries(new URLSearchParams(typed.carried)))
        if (typeof answer === "number")
          return c.redirect(carried ? `/requests/${answer}/make?${carried}` : `/requests/${answer}?done=logged`, 303)
        Object.assign(problems, answer)
      }
      const requests = await app.run(c, listRequests)
      return show(
        c,
        en.title,
        <RequestList app={app} requests={requests} carried={typed.carried} typed={typed} errors={wordsOf(problems)} />,
        422,
      )
    })
    .get("/:request", async (c) => {
      const request = await found(c)
      const done = c.req.query("done")
      return show(
        c,
        request.reference,
        <RequestPage
          app={app}
          request={request}
          done={done !== undefined && done in en.done ? (done as keyof typeof en.done) : undefined}
        />,
      )
    })
    .post("/:request/:step{answered|hours|noted|received|clarified|extended}", async (c) => {
      const request = await found(c)
      const typed = await typedIn(c)
      const read = stepOf(c.req.param("step") as Step["kind"], typed, request, today())
      let problems: Problems = "problems" in read ? read.problems : {}
      if ("step" in read) {
        const { person: by } = app.whose(c)
        const answer = await recorded(
          () => app.run(c, (transaction) => addStep(transaction, by, request.number, read.step)),
          read.field,
        )
        if (typeof answer === "number") return c.redirect(`/requests/${request.number}?done=step`, 303)
        problems = answer
      }
      return show(
        c,
        request.reference,
        <RequestPage app={app} request={request} typed={typed} errors={wordsOf(problems)} />,
        422,
      )
    })
    .get("/:request/make", async (c) => {
      const request = await found(c)
      const last = request.packs.at(-1)
      const typed: Typed = { ...(last && formOf(last.question)), ...c.req.query() }
      return show(
        c,
        en.pack.title,
        <MakePage app={app} request={request} typed={typed} errors={{}} today={today()} own={ownDesk(c)} />,
      )
    })
    .post("/:request/make", async (c) => {
      const request = await found(c)
      const typed = await typedIn(c)
      const read = typedAsked(typed, today(), ownDesk(c))
      let problems = read.problems
      if (read.asked !== undefined) {
        const { person: by } = app.whose(c)
        const answer = await recorded(
          () => app.run(c, (transaction) => askForPack(transaction, by, request.number, read.asked)),
          "figure",
        )
        if (typeof answer === "number") return c.redirect(`/requests/${request.number}/packs/${answer}`, 303)
        problems = answer
      }
      const errors = wordsOf(problems ?? {})
      return show(
        c,
        en.pack.title,
        <MakePage app={app} request={request} typed={typed} errors={errors} today={today()} own={ownDesk(c)} />,
        422,
      )
    })
    .get("/:request/packs/:pack{[0-9]+}", async (c) => {
      const request = await found(c)
      const pack = packIn(c, request)
      if (pack.made === null) c.header("refresh", String(AGAIN_SECONDS))
      const letter = pack.content && <Letter app={app} request={request} packs={[pack.content]} lang={languageOf(c)} />
      return show(c, request.reference, <PackPage request={request} pack={pack} letter={letter} />)
    })
    .get("/:request/letter", async (c) => {
      const request = await found(c)
      const packs = lastOfEach(request)
      if (packs.length === 0) throw new HTTPException(404)
      return show(
        c,
        request.reference,
        <LetterPage request={request}>
          <Letter app={app} request={request} packs={packs} lang={languageOf(c)} />
        </LetterPage>,
      )
    })
    .get("/:request/packs/:pack{[0-9]+\\.csv}", async (c) => {
      const request = await found(c)
      const number = c.req.param("pack").replace(".csv", "")
      const pack = request.packs.find((each) => String(each.number) === number)?.content
      if (!pack) throw new HTTPException(404)
      return c.body(csvOfPack(pack), 200, {
        "content-type": "text/csv; charset=utf-8; header=present",
        "content-disposition": `attachment; filename="foi-${request.number}-${number}.csv"`,
      })
    })
    .get("/:request/packs/:pack{[0-9]+\\.json}", async (c) => {
      const request = await found(c)
      const number = c.req.param("pack").replace(".json", "")
      const pack = request.packs.find((each) => String(each.number) === number)?.content
      if (!pack) throw new HTTPException(404)
      return c.json(pack)
    })
}

const languageOf = (c: Context): Language => (c.req.query("lang") === "cy" ? "cy" : "en")
