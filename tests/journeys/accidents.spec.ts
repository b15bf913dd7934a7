import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { asOwner } from "@candour/database/as.ts"
import { type Browser, expect, type Page, test } from "@playwright/test"
import { sql } from "drizzle-orm"
import { giveAccess, kentAtWork, look, type Member, newPage, recorded, unfold } from "./staff.ts"
import { startTriage, type TriageHouse, tell } from "./triage-house.ts"

test.use({ viewport: { width: 1280, height: 900 }, actionTimeout: 15_000 })
test.describe.configure({ mode: "serial", timeout: 120_000 })

const ACCOUNT = "He waited at the school gate in uniform and knew the new address."
const NOTE = "The rota has him on leave that day."

const sent: string[] = []
let house: TriageHouse
let lead: Member
let officer: Member

test.beforeAll(async ({ browser }) => {
  house = await startTriage()
  ;[lead, officer] = await kentAtWork(browser, house, sent, "Dan Whitlock")
  await officer.page.getByRole("link", { name: "Load again" }).click()
})
test.afterAll(async () => house?.stop())

async function signIn(page: Page, { name, passphrase }: Member): Promise<void> {
  await page.goto(`${house.url}/sign-in`)
  await page.getByLabel("Sign-in name").fill(name)
  await page.getByLabel("Your six words").fill(passphrase)
  await page.getByRole("button", { name: "Sign in" }).click()
  await page.waitForURL((url) => !url.pathname.includes("sign-in"))
}

async function open(page: Page, report: string): Promise<void> {
  await page.goto(`${house.url}/report/${report}`)
  await page.getByRole("button", { name: "Open the report" }).click()
  await expect(page.locator("#words")).toContainText(ACCOUNT)
}

const newReport = () => tell(house.database, "kent", { account: ACCOUNT, howKnown: "saw" })

/** How often each kind of event is on record for a report. */
async function onRecord(report: string): Promise<Record<string, number>> {
  const { rows } = await asOwner(house.database, (transaction) =>
    transaction.execute<{ kind: string; count: number }>(
      sql`select kind, count(*)::integer as count from event where report = ${report}::uuid group by kind`,
    ),
  )
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]))
}

/** A browser that has the officer's cookie and nothing else of theirs. */
async function withCopiedCookie(browser: Browser): Promise<Page> {
  const page = await newPage(browser, sent)
  await page.context().addCookies(await officer.page.context().cookies())
  return page
}

test("a session stolen and ended: a copied cookie opens no word, is seen, and signing out everywhere ends it in mid-page", async ({
  browser,
}) => {
  const report = await newReport()
  const thief = await withCopiedCookie(browser)
  await thief.goto(`${house.url}/report/${report}`)
  await expect(thief.getByRole("heading", { level: 1 })).toContainText("Received")
  // The keys need both halves: this browser hasn't the one that unlocks them.
  await thief.getByRole("button", { name: "Open the report" }).click()
  await thief.waitForURL(/\/sign-in/)
  await thief.goto(`${house.url}/report/${report}`)
  await expect(thief.getByRole("button", { name: "Take this report" })).toBeVisible()

  await signIn(await newPage(browser, sent), officer)
  await officer.page.getByRole("link", { name: "Your sign-ins" }).click()
  await expect(officer.page.getByRole("row", { name: /Another one/ })).toHaveCount(1)
  await expect(officer.page.getByRole("row", { name: /This one/ })).toContainText("Now")
  await look(officer.page, "own-sessions")
  await officer.page.getByRole("button", { name: "Sign out everywhere" }).click()
  await expect(officer.page.getByRole("heading", { name: "Sign in" })).toBeVisible()

  await thief.getByRole("button", { name: "Take this report" }).click()
  await expect(thief).toHaveURL(/\/sign-in/)
  await thief.goto(`${house.url}/queue`)
  await expect(thief).toHaveURL(/\/sign-in/)
  await thief.context().close()
  const { opened = 0, taken = 0 } = await onRecord(report)
  expect([opened, taken]).toEqual([0, 0])
  await signIn(officer.page, officer)
})

test("access taken away by a lead: the page that is open sends and fetches nothing more, and what was typed stays", async () => {
  const report = await newReport()
  await open(officer.page, report)
  const note = await unfold(officer.page, "Add a note")
  await note.getByLabel("Fact", { exact: true }).check()
  await note.getByLabel("Note", { exact: true }).fill(NOTE)

  await lead.page.goto(`${house.url}/people`)
  await look(lead.page, "people-take-access")
  await lead.page.getByRole("button", { name: "Take access away from Dan Whitlock" }).click()
  await expect(lead.page.getByText("Dan Whitlock has no access any more")).toBeVisible()

  await note.getByRole("button", { name: "Keep the note" }).click()
  await expect(note.getByText("Your session has ended.")).toBeVisible()
  await expect(note.getByLabel("Note", { exact: true })).toHaveValue(NOTE)
  const signedIn = await officer.page.context().newPage()
  await signIn(signedIn, officer)
  await expect(signedIn.getByRole("heading", { name: "Waiting for access" })).toBeVisible()
  await note.getByRole("button", { name: "Keep the note" }).click()
  await expect(note.getByText("You have no access to this desk’s reports any more.")).toBeVisible()
  await expect(note.getByLabel("Note", { exact: true })).toHaveValue(NOTE)
  expect((await onRecord(report)).noted).toBeUndefined()

  await giveAccess(lead, house, "Dan Whitlock")
  await note.getByRole("button", { name: "Keep the note" }).click()
  await recorded(officer.page)
  expect((await onRecord(report)).noted).toBe(1)
  await signedIn.close()
  await signIn(officer.page, officer) // the new session's half of the key is in the other tab
})

test("a connection lost while typing a note: it says so, keeps what is typed, and keeps it sealed once it is back", async () => {
  const report = await newReport()
  await open(officer.page, report)
  const note = await unfold(officer.page, "Add a note")
  await officer.page.context().setOffline(true)
  await note.getByLabel("Note", { exact: true }).fill(NOTE)
  await expect(officer.page.locator("#draft-kept")).toContainText("It stays on this page, and is tried again.")
  await officer.page.context().setOffline(false)
  await expect(officer.page.locator("#draft-kept")).toContainText("is kept, sealed, for you alone", { timeout: 30_000 })

  await open(officer.page, report)
  await expect(officer.page.getByText("What you typed before is back")).toBeVisible()
  await expect((await unfold(officer.page, "Add a note")).getByLabel("Note", { exact: true })).toHaveValue(NOTE)
})

test("a connection lost while a decision goes: pressed again, it is recorded once, whether the first got there or not", async () => {
  const report = await newReport()
  await open(officer.page, report)
  const keep = async (words: string) => {
    const note = await unfold(officer.page, "Add a note")
    await note.getByLabel("Fact", { exact: true }).check()
    await note.getByLabel("Note", { exact: true }).fill(words)
    return note
  }
  // It never gets there.
  const note = await keep(NOTE)
  await officer.page.context().setOffline(true)
  await note.getByRole("button", { name: "Keep the note" }).click()
  await expect(note.getByText("Connection lost. What you typed is kept.")).toBeVisible()
  await officer.page.context().setOffline(false)
  await note.getByRole("button", { name: "Keep the note" }).click()
  await recorded(officer.page)
  expect((await onRecord(report)).noted).toBe(1)

  // It gets there, and the answer is lost on the way back.
  const second = await keep(`${NOTE} Seen twice.`)
  await officer.page.route("**/decide", async (route) => {
    await route.fetch()
    await route.abort("connectionreset")
  })
  await second.getByRole("button", { name: "Keep the note" }).click()
  await expect(second.getByText("Connection lost. What you typed is kept.")).toBeVisible()
  await expect(second.getByLabel("Note", { exact: true })).toHaveValue(`${NOTE} Seen twice.`)
  expect((await onRecord(report)).noted).toBe(2)
  await officer.page.unroute("**/decide")
  await second.getByRole("button", { name: "Keep the note" }).click()
  await recorded(officer.page)
  expect((await onRecord(report)).noted).toBe(2)
  await expect(officer.page.locator("#history").getByText(`${NOTE} Seen twice.`)).toHaveCount(1)
})

test("a forged form: a page of another site, or of another port of ours, makes the officer’s browser change nothing", async () => {
  const report = await newReport()
  await open(officer.page, report)
  const forged = JSON.stringify({ number: 5, kind: "taken", detail: {}, signature: "A".repeat(86) })
  const evil: Server = createServer((_, answer) => {
    answer.setHeader("content-type", "text/html")
    answer.end(`<!doctype html><title>Prizes</title>
      <form id="settings" method="post" action="${house.url}/sessions/end"></form>
      <form id="decide" method="post" enctype="text/plain" action="${house.url}/report/${report}/decide">
        <input name='${forged.slice(0, -1)},"x":"' value='"}'></form>
      <script>
        window.send = () => fetch("${house.url}/report/${report}/open", { method: "POST", mode: "no-cors",
          credentials: "include", headers: { "content-type": "text/plain" }, body: '{"reason":"own"}' })
          .then(({ type }) => type, () => "refused")
      </script>`)
  })
  await new Promise<void>((resolve) => evil.listen(0, "127.0.0.1", () => resolve()))
  const { port } = evil.address() as AddressInfo
  const before = await onRecord(report)
  // The first shares the site, so the browser sends the cookie along; the second doesn't.
  for (const host of [`http://127.0.0.1:${port}`, `http://localhost:${port}`]) {
    for (const form of ["decide", "settings"]) {
      const page = await officer.page.context().newPage()
      await page.goto(host)
      await page.evaluate(() => (window as unknown as { send(): Promise<string> }).send())
      const answered = page.waitForResponse((answer) => answer.url().startsWith(house.url))
      await page.evaluate((id) => (document.getElementById(id) as HTMLFormElement).submit(), form)
      expect([host, form, (await answered).status()]).toEqual([host, form, 403])
      await page.close()
    }
  }
  expect(await onRecord(report)).toEqual(before)
  await officer.page.goto(`${house.url}/queue`)
  await expect(officer.page.getByRole("heading", { name: "Queue" })).toBeVisible() // still signed in
  evil.close()
})

test("an opening that can’t be recorded shows no word, and everything that was shown is on record", async () => {
  const report = await newReport()
  await asOwner(house.database, async (transaction) => {
    await transaction.execute(sql`create function disk_full() returns trigger language plpgsql as
      $$ begin raise exception 'No space left on device' using errcode = '53100'; end $$`)
    await transaction.execute(sql`create trigger disk_full after insert on event for each row
      when (new.kind = 'opened') execute function disk_full()`)
  })
  const handedOut: number[] = []
  officer.page.on("response", (answer) => {
    if (/\/(open|sealed)$/.test(answer.url()) && answer.url().includes(report)) handedOut.push(answer.status())
  })
  await officer.page.goto(`${house.url}/report/${report}`)
  await officer.page.getByRole("button", { name: "Open the report" }).click()
  await expect(officer.page.getByText("Something went wrong on our side. Nothing was recorded.")).toBeVisible()
  await expect(officer.page.getByText(ACCOUNT)).toHaveCount(0)
  expect(handedOut).toEqual([500])
  expect((await onRecord(report)).opened).toBeUndefined()

  await asOwner(house.database, (transaction) => transaction.execute(sql`drop trigger disk_full on event`))
  await open(officer.page, report)
  expect(handedOut).toEqual([500, 200])
  expect((await onRecord(report)).opened).toBe(1)
})

test("nothing that was typed or told in all of this crossed the wire in the clear", () => {
  const everything = sent.join("\n")
  expect(everything).toContain("/decide")
  for (const secret of [ACCOUNT, NOTE, officer.passphrase]) expect(everything).not.toContain(secret)
})
