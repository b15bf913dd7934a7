import { setTimeout as pause } from "node:timers/promises"
import { InvitationEnded } from "@candour/database/errors.ts"
import { isSigningKey } from "@candour/sealing/decision.ts"
import { fromBase64url, toBase64url } from "@candour/sealing/encoding.ts"
import { isRecipient } from "@candour/sealing/sealed.ts"
import { noStore } from "@candour/web/security-headers.ts"
import { type Context, Hono } from "hono"
import { z } from "zod"
import { delayAfter, failuresOf, invitedBy, noteTry, recordOf, register, sealedKeyOf } from "../accounts.ts"
import { UnreadableMessage } from "../opaque-server.ts"
import { OwnSessionsPage } from "../own-sessions/page.tsx"
import type { StaffIdentity } from "../staff-identity.ts"
import { ownPage } from "./own-page.ts"
import { FirstSignInPage, SignInPage } from "./page.tsx"

/** Sign-ins of one name that may wait at once: a crowd of guesses gets no further, and the person gets in after it. */
const MOST_STARTING = 5

/** Whether colleagues could grant to these public halves and check decisions by them. */
const isUsable = async ({ recipient, signingKey }: { recipient: string; signingKey: string }): Promise<boolean> =>
  isSigningKey(fromBase64url(signingKey)) && (await isRecipient(recipient))

// PostgreSQL's text holds no NUL.
const short = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\0]*$/)
const message = z.base64url().min(1).max(8_000)
const startForm = z.object({ name: short, request: message })
const finishForm = z.object({ ticket: short, proof: message, sessionKey: z.base64url().length(43) })
const codeForm = z.object({ code: short, request: message })
const registrationForm = z.object({
  code: short,
  record: message,
  sealedKey: z.base64url().max(20_000),
  recipient: z.string().startsWith("age1pq1").max(4_000),
  signingKey: z.base64url().length(43),
})

const json = async <Form extends z.ZodType>(c: Context, form: Form): Promise<z.infer<Form> | undefined> =>
  form.safeParse(await c.req.json().catch(() => undefined)).data

/**
 * The pages and messages of signing in, for a staff app to mount at `/`. The server sees OPAQUE's messages, never a
 * passphrase; a wrong name and wrong words get the same answer in the same time.
 */
export const signInRoutes = (identity: StaffIdentity, service: string) =>
  new Hono()
    .get("/sign-in", noStore(), (c) => c.html(<SignInPage service={service} next={ownPage(c.req.query("next"))} />))
    .post("/sign-in/start", async (c) => {
      const asked = await json(c, startForm)
      if (asked === undefined) return c.json({ problem: "wrong" }, 422)
      const { database, opaque, starting } = identity
      const waiting = starting.get(asked.name) ?? 0
      if (waiting >= MOST_STARTING) return c.json({ problem: "busy" }, 429)
      starting.set(asked.name, waiting + 1)
      try {
        const failures = await failuresOf(database, asked.name)
        // Every start counts as a wrong try until it is proved: whoever guesses learns the answer here, and never
        // finishes. It counts before its own wait, so that the next of a crowd waits longer.
        await noteTry(database, asked.name, false)
        await pause(delayAfter(failures))
        const account = await recordOf(database, asked.name)
        return c.json(await opaque.start(asked.name, asked.request, account?.record))
      } catch (error) {
        if (error instanceof UnreadableMessage) return c.json({ problem: "wrong" }, 422)
        throw error
      } finally {
        const left = (starting.get(asked.name) ?? 1) - 1
        if (left === 0) starting.delete(asked.name)
        else starting.set(asked.name, left)
      }
    })
    .post("/sign-in/finish", async (c) => {
      const asked = await json(c, finishForm)
      const result = asked && identity.opaque.finish(asked.ticket, asked.proof)
      if (asked === undefined || result === undefined) return c.json({ problem: "wrong" }, 401)
      if (result.proved) await noteTry(identity.database, result.name, true)
      const account = result.proved ? await recordOf(identity.database, result.name) : undefined
      if (account === undefined) return c.json({ problem: "wrong" }, 401)

      const id = await identity.sessions.start(account.person, fromBase64url(asked.sessionKey))
      const found = await identity.sessions.find(id)
      if (found === undefined || !identity.admits(found.who)) {
        await identity.sessions.end(id)
        return c.json({ problem: "no-access" }, 403)
      }
      identity.remember(c, id)
      const sealedKey = toBase64url(await sealedKeyOf(identity.database, account.person))
      return c.json({ tenant: account.tenant, person: account.person, sealedKey })
    })
    .get("/first-sign-in", noStore(), (c) => c.html(<FirstSignInPage service={service} />))
    .post("/first-sign-in/start", async (c) => {
      const asked = await json(c, codeForm)
      const invited = asked && (await invitedBy(identity.database, asked.code.trim().toLowerCase()))
      if (asked === undefined || invited === undefined) return c.json({ problem: "ended" }, 404)
      const { tenant, person, name } = invited
      try {
        const response = await identity.opaque.registrationResponse(name, asked.request)
        return c.json({ tenant, person, name, response })
      } catch (error) {
        if (error instanceof UnreadableMessage) return c.json({ problem: "ended" }, 422)
        throw error
      }
    })
    .post("/first-sign-in/finish", async (c) => {
      const made = await json(c, registrationForm)
      if (made === undefined || !(await isUsable(made))) return c.json({ problem: "ended" }, 422)
      try {
        await register(identity.database, made.code.trim().toLowerCase(), made)
      } catch (error) {
        if (error instanceof InvitationEnded) return c.json({ problem: "ended" }, 409)
        throw error
      }
      return c.json({ registered: true })
    })
    .get("/session-key", identity.required, (c) => {
      const { tenant, person } = c.get("who")
      return c.json({ tenant, person, sessionKey: toBase64url(c.get("sessionKey")) })
    })
    .get("/sessions", identity.required, async (c) => {
      const sessions = await identity.sessions.own(identity.sessionId(c) ?? "")
      return c.html(<OwnSessionsPage service={service} who={c.get("who")} sessions={sessions} />)
    })
    .post("/sessions/end", identity.required, async (c) => {
      await identity.sessions.endAll(c.get("who").person)
      return signedOut(c, identity)
    })
    .post("/sign-out", async (c) => {
      const id = identity.sessionId(c)
      if (id !== undefined) await identity.sessions.end(id)
      return signedOut(c, identity)
    })

function signedOut(c: Context, identity: StaffIdentity): Response {
  identity.forget(c)
  // The browser's half goes too; it opens nothing without the server's, but why keep it.
  c.header("clear-site-data", '"storage"')
  return c.redirect("/sign-in", 303)
}
