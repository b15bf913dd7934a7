import { mkdirSync } from "node:fs"
import { asOwner } from "@candour/database/as.ts"
import { connect } from "@candour/database/connect.ts"
import { newInboxKey } from "@candour/sealing/inbox-key.ts"
import { expect, type Page } from "@playwright/test"
import { sql } from "drizzle-orm"
import { expectAccessible, expectNoSidewaysScroll } from "./fine.ts"
import { type Account, type ServedNational, test } from "./served-national.ts"
import { startIntakeAt } from "./triage-house.ts"

test.describe.configure({ mode: "serial", timeout: 120_000 })

async function signIn(page: Page, { name, passphrase }: Account) {
  await page.goto("/forces")
  await page.getByLabel("Sign-in name").fill(name)
  await page.getByLabel("Your six words").fill(passphrase)
  await page.getByRole("button", { name: "Sign in" }).click()
  await page.waitForURL(/\/$|\/forces/)
  await page.goto("/forces")
}

async function expectFine(page: Page, name: string) {
  const folder = process.env.CANDOUR_SCREENSHOTS
  for (const width of [1280, 360, 320]) {
    await page.setViewportSize({ width, height: 900 })
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    if (folder) mkdirSync(folder, { recursive: true })
    if (folder) await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true })
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}

/** Gives the desks keys that something can be sealed to. */
async function openDesks({ address }: ServedNational): Promise<void> {
  const database = connect(address)
  for (const tenant of ["kent", "essex", "national-desk"]) {
    const { recipient } = await newInboxKey(tenant)
    await asOwner(database, (transaction) =>
      transaction.execute(sql`
        insert into inbox_key (tenant, generation, recipient) values (${tenant}, 1, ${recipient})
          on conflict (tenant, generation) do update set recipient = excluded.recipient`),
    )
  }
  await database.close()
}

test("a coordinator sees every force, and how one is added and its lead invited", async ({ page, national }) => {
  await signIn(page, national.coordinator)
  await expect(page.getByRole("row", { name: /^Kent Police Open/ })).toBeVisible()
  await expect(page.getByRole("row", { name: /^Cheshire Constabulary Not added/ })).toBeVisible()
  await expect(page.getByText("npm run --silent candour -- force add ID")).toBeVisible()
  await expectFine(page, "forces")
  await page.getByRole("link", { name: "Kent Police" }).click()
  await expect(page.getByText("candour -- staff invite kent")).toBeVisible()
  await expectFine(page, "force")
})

test("a paused force’s new reports go to the national desk, which the public is told before they write", async ({
  page,
  browser,
  national,
}) => {
  await openDesks(national)
  const intake = await startIntakeAt(national)
  const plain = await browser.newPage({ javaScriptEnabled: false })
  const whoReads = async () => {
    await plain.goto(`${intake.url}/find-force`)
    await plain.getByRole("textbox").first().fill("Kent Police")
    await plain.getByRole("button", { name: "Next" }).click()
    await expect(plain.getByRole("heading", { name: "Who should read it?" })).toBeVisible()
    return plain.locator("main").innerText()
  }
  const told = "The national desk reads new reports for Kent Police’s team just now."
  expect(await whoReads()).not.toContain(told)

  // By keyboard alone: the reason, then the button.
  await signIn(page, national.coordinator)
  await page.goto("/forces/kent")
  await page.getByLabel("Why?").first().focus()
  await page.keyboard.type("Its unit moves house this week.")
  await page.keyboard.press("Tab")
  await page.keyboard.press("Enter")
  await expect(page.getByText("Paused", { exact: true }).first()).toBeVisible()
  await expect(
    page.getByRole("row", { name: /Kent Police Paused Its unit moves house this week. C. Evans/ }),
  ).toBeVisible()
  await expectFine(page, "force-paused")
  await expect.poll(whoReads, { timeout: 40_000 }).toContain(told)

  await page.getByLabel("Why?").first().fill("They have moved in.")
  await page.getByRole("button", { name: "Resume" }).click()
  await expect(page.getByText("Open", { exact: true }).first()).toBeVisible()
  await expect.poll(whoReads, { timeout: 40_000 }).not.toContain(told)
  await plain.close()
  await intake.stop()
})

test("a renamed force is shown so to the public, in both languages, and what was wrong is said first", async ({
  page,
  browser,
  national,
}) => {
  await signIn(page, national.coordinator)
  await page.goto("/forces/gwent")
  await page.getByLabel("Name in English").fill("G")
  await page.getByRole("button", { name: "Rename" }).click()
  await expect(page.getByRole("alert")).toContainText("Give a name of 3 to 100 letters.")
  await expectFine(page, "force-problem")
  await page.getByLabel("Name in English").fill("South East Wales Police")
  await page.getByLabel("Name in Welsh").fill("Heddlu De-ddwyrain Cymru")
  await page.getByLabel("Why?").last().fill("By order")
  await page.getByRole("button", { name: "Rename" }).click()
  await expect(page.getByRole("heading", { name: "South East Wales Police" })).toBeVisible()

  const intake = await startIntakeAt(national)
  const visitor = await browser.newPage()
  await visitor.goto(`${intake.url}/find-force`)
  await visitor.getByRole("combobox").pressSequentially("gwent pol")
  await expect(visitor.getByRole("option", { name: "South East Wales Police" })).toBeVisible()
  await visitor.goto(`${intake.url}/cy/forces`)
  await expect(visitor.getByText("Heddlu De-ddwyrain Cymru").first()).toBeVisible()
  await visitor.close()
  await intake.stop()
})

test("an officer of a force gets no further than the sign-in page", async ({ page, national }) => {
  await page.goto("/forces/kent")
  await page.getByLabel("Sign-in name").fill(national.officer.name)
  await page.getByLabel("Your six words").fill(national.officer.passphrase)
  await page.getByRole("button", { name: "Sign in" }).click()
  await expect(page.getByRole("alert")).toContainText("Your account doesn't open this service.")
})
