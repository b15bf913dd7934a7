import { setTimeout as pause } from "node:timers/promises"
import { asOwner } from "@candour/database/as.ts"
import { type TestDatabase, testDatabase } from "@candour/database/testing/test-database.ts"
import { fromBase64url, toBase64url } from "@candour/sealing/encoding.ts"
import type { Person } from "@candour/sealing/person-key.ts"
import { newSessionKey } from "@candour/sealing/session-key.ts"
import { sql } from "drizzle-orm"
import { Hono } from "hono"
import { afterAll, beforeAll, expect, test } from "vitest"
import { hashOf, noteTry } from "../accounts.ts"
import { signUp } from "../first-sign-in/sign-up.ts"
import { invite } from "../invite.ts"
import { type Registration, startRegistration, startSignIn, WrongPassphrase } from "../opaque-client.ts"
import { createOpaqueServer, newOpaqueSetup, UnreadableMessage } from "../opaque-server.ts"
import { createStaffIdentity, type StaffIdentity } from "../staff-identity.ts"
import { signInRoutes } from "./routes.tsx"

let at: TestDatabase
let identity: StaffIdentity
let app: Hono
let passphrase: string

beforeAll(async () => {
  at = await testDatabase()
  identity = createStaffIdentity({
    database: at.database,
    opaqueSetup: await newOpaqueSetup(),
    app: "triage",
    admits: (who) => who.roles.includes("officer"),
    secure: false,
  })
  app = new Hono().route("/", signInRoutes(identity, "Kent Police")).get("/", identity.required, (c) => c.text("in"))
  const staff = { tenant: "kent", shownName: "A. Jones", roles: ["officer"] as const }
  const code = await invite(at.database, { ...staff, name: "jones.kent" })
  passphrase = (await signUp(at.database, identity.opaque, code)).passphrase
})
afterAll(() => at.close())

const post = (path: string, body: unknown, cookie = "") =>
  app.request(path, {
    method: "POST",
    headers: { "content-type": "application/json", cookie },
    body: JSON.stringify(body),
  })

async function signIn(name: string, words: string) {
  const begun = await startSignIn(words)
  const started = (await (await post("/sign-in/start", { name, request: begun.request })).json()) as {
    ticket: string
    response: string
  }
  const finished = begun.finish(started.response)
  const sessionKey = toBase64url(newSessionKey())
  const answer = await post("/sign-in/finish", { ticket: started.ticket, proof: finished.proof, sessionKey })
  return { answer, finished, sessionKey, cookie: (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "" }
}

test("a passphrase is six words", () => {
  expect(passphrase.split(" ")).toHaveLength(6)
})

test("signing in proves the passphrase and unlocks the person's key by the same act", async () => {
  const { answer, finished, sessionKey, cookie } = await signIn("jones.kent", passphrase)
  expect(answer.status).toBe(200)
  const account = (await answer.json()) as { tenant: string; person: string; sealedKey: string }
  const key = await finished.unlock({ tenant: "kent", person: account.person }, account.sealedKey)
  expect(key.identity).toMatch(/^AGE-SECRET-KEY-PQ-1/)
  const mine = await app.request("/session-key", { headers: { cookie } })
  expect(await mine.json()).toEqual({ tenant: "kent", person: account.person, sessionKey })
})

test("wrong words and an unknown name are told apart by nobody", async () => {
  await expect(signIn("jones.kent", "six other words that are wrong")).rejects.toThrow(WrongPassphrase)
  await expect(signIn("nobody.kent", passphrase)).rejects.toThrow(WrongPassphrase)
  const ask = async (name: string) => {
    const { request } = await startSignIn("one two three four five six")
    const answer = await post("/sign-in/start", { name, request })
    return { status: answer.status, length: (await answer.text()).length }
  }
  expect(await ask("nobody.kent")).toEqual(await ask("jones.kent"))
})

test("whoever guesses and never finishes is slowed, and the real person still gets in", async () => {
  for (let tries = 0; tries < 5; tries += 1) {
    const { request } = await startSignIn("a b c d e f")
    expect((await post("/sign-in/start", { name: "jones.kent", request })).status).toBe(200)
  }
  const begun = performance.now()
  expect((await signIn("jones.kent", passphrase)).answer.status).toBe(200)
  expect(performance.now() - begun).toBeGreaterThan(1_000)
  const again = performance.now()
  expect((await signIn("jones.kent", passphrase)).answer.status).toBe(200)
  expect(performance.now() - again).toBeLessThan(1_500) // a right one forgets the wrong ones
})

test("a crowd of guesses at one name gets no further than five at once", async () => {
  const { request } = await startSignIn("a b c d e f")
  const crowd = Array.from({ length: 12 }, () => post("/sign-in/start", { name: "crowded.kent", request }))
  const statuses = (await Promise.all(crowd)).map((answer) => answer.status)
  expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(5)
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(7)
})

test("the cap holds while others of the crowd still wait, and the real person gets in after it", async () => {
  const name = "jones.kent"
  const { request } = await startSignIn("a b c d e f")
  const start = () => post("/sign-in/start", { name, request })
  const crowd = async (size: number) => Promise.all(Array.from({ length: size }, start))
  await noteTry(at.database, name, true)
  await noteTry(at.database, name, false)
  await noteTry(at.database, name, false)
  const first = start() // waits 200 ms
  await pause(100)
  for (let tries = 0; tries < 4; tries += 1) await noteTry(at.database, name, false)
  const others = crowd(4) // wait more than 2 s
  expect((await first).status).toBe(200)
  const next = (await crowd(5)).map(({ status }) => status)
  expect(next.toSorted()).toEqual([200, 429, 429, 429, 429])
  expect((await others).map(({ status }) => status)).toEqual([200, 200, 200, 200])
  expect((await signIn(name, passphrase)).answer.status).toBe(200)
}, 20_000)

/** A first sign-in as a browser finishes it, with one thing of it changed. */
async function register(name: string, change: (made: Registration) => Partial<Registration>) {
  const code = await invite(at.database, { tenant: "kent", name, shownName: "B. Brown", roles: ["officer"] })
  const registration = await startRegistration("six words that are not guessed at")
  const answer = await post("/first-sign-in/start", { code, request: registration.request })
  const invited = (await answer.json()) as Person & { response: string }
  const made = (await registration.finish(invited.response, invited)).registration
  return post("/first-sign-in/finish", { code, ...made, ...change(made) })
}

test("a first sign-in brings keys that colleagues can grant to and check by, or isn't taken", async () => {
  const one = new Uint8Array(32)
  one[0] = 1 // of small order: every signature would fit
  expect((await register("small.kent", () => ({ signingKey: toBase64url(one) }))).status).toBe(422)
  const misspelt = ({ recipient }: Registration) => ({
    recipient: recipient.replace(/.$/, (last) => (last === "q" ? "p" : "q")),
  })
  expect((await register("misspelt.kent", misspelt)).status).toBe(422)
  expect((await register("nul.kent", () => ({ record: "a\u0000" }))).status).toBe(422)
  expect((await register("brown.kent", () => ({}))).status).toBe(200)
})

test("a record that is none keeps its own name out, and fails nothing", async () => {
  expect((await register("rubbish.kent", () => ({ record: "AAAA" }))).status).toBe(200)
  const { request } = await startSignIn("a b c d e f")
  expect((await post("/sign-in/start", { name: "rubbish.kent", request })).status).toBe(422)
})

test("a server whose own secret can't be read says so, instead of blaming what was typed", async () => {
  const { request } = await startSignIn("a b c d e f")
  await expect(createOpaqueServer("bad").start("jones.kent", request, undefined)).rejects.not.toThrow(UnreadableMessage)
})

test("a message that is none, or a name with a NUL, is a wrong form and no failure", async () => {
  expect((await post("/sign-in/start", { name: "jones.kent", request: "x" })).status).toBe(422)
  const { request } = await startSignIn("a b c d e f")
  expect((await post("/sign-in/start", { name: "jones\u0000kent", request })).status).toBe(422)
})

test.each(["/\t/evil.test", "/\n/evil.test", "//evil.test", "/\\evil.test", "http://evil.test/", "/..//evil.test"])(
  "a sign-in never leads to another site: %j",
  async (next) => {
    const page = await (await app.request(`/sign-in?next=${encodeURIComponent(next)}`)).text()
    const kept = /data-next="([^"]*)"/.exec(page)?.[1] ?? ""
    expect(new URL(kept, "http://own.invalid").origin).toBe("http://own.invalid")
    expect(kept).not.toMatch(/^\/\//)
  },
)

test("a sign-in comes back to the page asked for, with what was chosen on it", async () => {
  const page = await (await app.request(`/sign-in?next=${encodeURIComponent("/?asAt-day=15&known=then")}`)).text()
  expect(page).toContain('data-next="/?asAt-day=15&amp;known=then"')
})

test("a ticket serves once", async () => {
  const begun = await startSignIn(passphrase)
  const started = (await (await post("/sign-in/start", { name: "jones.kent", request: begun.request })).json()) as {
    ticket: string
    response: string
  }
  const { proof } = begun.finish(started.response)
  const body = { ticket: started.ticket, proof, sessionKey: toBase64url(newSessionKey()) }
  expect((await post("/sign-in/finish", body)).status).toBe(200)
  expect((await post("/sign-in/finish", body)).status).toBe(401)
})

test("a session is stored as a hash, ends with sign-out, and nobody passes without one", async () => {
  const { cookie } = await signIn("jones.kent", passphrase)
  const id = cookie.split("=")[1] ?? ""
  const { rows } = await asOwner(at.database, (transaction) =>
    transaction.execute<{ hash: Buffer }>(sql`select hash from session`),
  )
  expect(rows.some((row) => row.hash.equals(hashOf(id)))).toBe(true)
  expect(rows.some((row) => row.hash.toString("utf8").includes(id))).toBe(false)

  expect(await (await app.request("/", { headers: { cookie } })).text()).toBe("in")
  await post("/sign-out", {}, cookie)
  const after = await app.request("/", { headers: { cookie } })
  expect(after.headers.get("location")).toBe("/sign-in?next=%2F")
  expect((await app.request("/")).status).toBe(302)
})

test("a session ends by idleness and by age", async () => {
  const { cookie } = await signIn("jones.kent", passphrase)
  const hash = hashOf(cookie.split("=")[1] ?? "")
  const change = (set: ReturnType<typeof sql>) =>
    asOwner(at.database, (transaction) => transaction.execute(sql`update session set ${set} where hash = ${hash}`))
  await change(sql`started = now() - interval '13 hours', expires = now() + interval '20 minutes'`)
  expect((await app.request("/", { headers: { cookie } })).status).toBe(302)

  const idle = await signIn("jones.kent", passphrase)
  await asOwner(at.database, (transaction) =>
    transaction.execute(sql`update session set expires = now() - interval '1 second'`),
  )
  expect((await app.request("/", { headers: { cookie: idle.cookie } })).status).toBe(302)
})

test("somebody whose roles don't open this app gets no session", async () => {
  const code = await invite(at.database, {
    tenant: "national-desk",
    name: "coordinator",
    shownName: "C. Evans",
    roles: ["coordinator"],
  })
  const { passphrase: words } = await signUp(at.database, identity.opaque, code)
  const { answer, cookie } = await signIn("coordinator", words)
  expect(answer.status).toBe(403)
  expect(cookie).toBe("")
})

test("an invitation serves once", async () => {
  const code = await invite(at.database, { tenant: "kent", name: "new.kent", shownName: "N. New", roles: ["officer"] })
  await signUp(at.database, identity.opaque, code)
  await expect(signUp(at.database, identity.opaque, code)).rejects.toThrow()
  expect((await post("/first-sign-in/start", { code, request: "x" })).status).toBe(404)
})

test("the passphrase is in no message", async () => {
  const begun = await startSignIn(passphrase)
  expect(begun.request).not.toContain(passphrase)
  expect(Buffer.from(fromBase64url(begun.request)).toString("latin1")).not.toContain(passphrase.split(" ")[0])
})

test("somebody sees their own sessions and no other's, and ends all of them at once, those in other browsers too", async () => {
  const mine = await signIn("jones.kent", passphrase)
  const copied = await signIn("jones.kent", passphrase)
  const code = await invite(at.database, {
    tenant: "kent",
    name: "near.kent",
    shownName: "N. Near",
    roles: ["officer"],
  })
  const near = await signUp(at.database, identity.opaque, code)
  const others = await signIn("near.kent", near.passphrase)
  const page = async (cookie: string) => (await app.request("/sessions", { headers: { cookie } })).text()
  expect((await page(others.cookie)).match(/This one|Another one/g)).toEqual(["This one"])
  expect((await page(mine.cookie)).match(/This one|Another one/g)).toContain("Another one")
  expect((await app.request("/sessions")).headers.get("location")).toContain("/sign-in")

  expect((await post("/sessions/end", {}, mine.cookie)).headers.get("location")).toBe("/sign-in")
  for (const { cookie } of [mine, copied]) {
    expect((await app.request("/", { headers: { cookie } })).status).toBe(302)
    expect((await app.request("/session-key", { headers: { cookie } })).status).toBe(302)
    expect((await post("/sessions/end", {}, cookie)).status).toBe(401)
  }
  expect(await (await app.request("/", { headers: { cookie: others.cookie } })).text()).toBe("in")
})
