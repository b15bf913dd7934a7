import { expect } from "@playwright/test"
import { test } from "./served-intake.ts"

/** The tell form of Kent with its id and digits, as a browser without script holds it. */
async function tellForm(base: string): Promise<URLSearchParams> {
  const asked = new URLSearchParams({ line: "national", found: "found", force: "kent", reader: "kent" })
  const page = await (await fetch(`${base}/who-reads`, { method: "POST", body: asked })).text()
  const fields = new URLSearchParams()
  for (const name of ["line", "routedTo", "reason", "id", "digits", "challenge"]) {
    fields.set(name, page.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? "")
  }
  return fields
}

/** Whether a press of Send showed the receipt; not where the server died over it. */
const sends = (base: string, form: URLSearchParams): Promise<boolean> =>
  fetch(`${base}/tell`, { method: "POST", body: form }).then(
    async (answer) => answer.ok && (await answer.text()).includes("Keep these 20 digits"),
    () => false,
  )

/** When the server dies, as a part of what a press takes undisturbed: from before it is read to after it is answered. */
const MOMENTS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 2, 6]

test("killed at any moment of a submission, intake loses no report whose receipt was shown, and makes none twice", async ({
  served,
}) => {
  test.setTimeout(180_000)
  const undisturbed = await tellForm(served.url)
  undisturbed.set("account", "Undisturbed.")
  const began = performance.now()
  expect(await sends(served.url, undisturbed)).toBe(true)
  const takes = performance.now() - began
  let shown = 0
  for (const moment of MOMENTS.map((part) => Math.round(part * takes))) {
    const form = await tellForm(served.url)
    form.set("account", `Killed after ${moment} ms.`)
    const before = (await served.reportsOf("kent")).size
    const pressed = sends(served.url, form)
    await new Promise((done) => setTimeout(done, moment))
    await served.killAndRestart()
    const hadReceipt = await pressed
    if (hadReceipt) {
      shown += 1
      // Delivered from the spool where it wasn't in the database yet.
      await expect.poll(async () => (await served.reportsOf("kent")).size).toBe(before + 1)
    }
    // Whoever saw no receipt presses again, perhaps twice: it is one report.
    expect(await sends(served.url, form)).toBe(true)
    expect(await sends(served.url, form)).toBe(true)
    const accounts = [...(await served.reportsOf("kent")).values()].map(({ answers }) => answers.account)
    expect(accounts.filter((account) => account === form.get("account"))).toHaveLength(1)
  }
  // Some died before their receipt and some after it, or the moments missed what they are for.
  expect(shown).toBeGreaterThan(0)
  expect(shown).toBeLessThan(MOMENTS.length)
})
