import { writeFile } from "node:fs/promises"
import { request as httpRequest } from "node:http"
import { join } from "node:path"
import { expect, type Page } from "@playwright/test"
import { hits } from "./in-the-clear.ts"
import { test } from "./served-intake.ts"

/** Each is 40 letters that occur nowhere else, so that one hit is a leak. */
const canary = (name: string) =>
  `canary${name}${Buffer.from(name).toString("hex")}zqxjkvbp`.slice(0, 40).padEnd(40, "q")

/** What a browser and the network say of whoever sends, each with a canary. */
const headers = {
  "user-agent": canary("agent"),
  "accept-language": `${canary("tongue")},en;q=0.5`,
  referer: `https://${canary("referer")}.example/`,
  cookie: `id=${canary("cookie")}`,
  "x-forwarded-for": canary("forwarded"),
  forwarded: `for=${canary("forwardedfor")}`,
  "x-real-ip": canary("realip"),
  via: canary("via"),
  authorization: `Bearer ${canary("bearer")}`,
  "x-request-id": canary("requestid"),
  "if-none-match": canary("etag"),
  "upload-metadata": `filename ${canary("metadata")}`,
}
const headerCanaries = [
  "agent",
  "tongue",
  "referer",
  "cookie",
  "forwarded",
  "forwardedfor",
  "realip",
  "via",
  "bearer",
  "requestid",
  "etag",
  "metadata",
].map(canary)

/** A request as no browser's script may send it, with every header of ours. */
const rawly = (url: string, method: string, path: string, body = "", type = "application/x-www-form-urlencoded") =>
  new Promise<{ status: number; headers: Record<string, unknown> }>((done, failed) => {
    const { hostname, port } = new URL(url)
    const length = Buffer.byteLength(body)
    const asked = httpRequest(
      {
        hostname,
        port,
        method,
        path,
        headers: { ...headers, "content-type": type, "content-length": length, "sec-fetch-site": "same-origin" },
      },
      (answer) => {
        answer.resume()
        answer.on("end", () => done({ status: answer.statusCode ?? 0, headers: answer.headers }))
      },
    )
    asked.on("error", failed)
    asked.end(body)
  })

async function tellKent(page: Page, account: string, name: string) {
  await page.goto(`/?${canary("query")}=${canary("value")}`)
  await page.getByRole("button", { name: "Start" }).click()
  await page.getByLabel("Which police force, or where did it happen?").fill("Kent Police")
  await page.getByRole("button", { name: "Next" }).click()
  await page.getByRole("radio", { name: "Kent Police’s team" }).check()
  await page.getByRole("button", { name: "Next" }).click()
  await page.getByLabel("What happened?").fill(account)
  await page.getByLabel("Name or nickname").fill(name)
  for (const box of await page.locator('main textarea, main input[type=text]:not([tabindex="-1"])').all()) {
    if ((await box.inputValue()) === "") await box.fill(`${canary("everybox")} ${await box.getAttribute("name")}`)
  }
  await page.getByRole("button", { name: "Send", exact: true }).click()
  await expect(page.getByRole("heading", { name: "Keep these 20 digits" })).toBeVisible()
  return (await page.locator("[data-digits]").innerText()).replace(/\D/g, "")
}

async function writeMore(page: Page, digits: string, text: string) {
  await page.goto(`/mailbox?${canary("mailquery")}`)
  await page.getByLabel("Your 20 digits").fill(digits)
  await page.getByRole("button", { name: "Open" }).click()
  await page.getByLabel("Write to the team").fill(text)
  await page.getByRole("button", { name: "Send" }).click()
  await expect(page.getByText("Sent.")).toBeVisible()
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    const mark = javaScriptEnabled ? "script" : "noscript"
    test.use({
      javaScriptEnabled,
      userAgent: canary("agent"),
      locale: "en-GB",
      extraHTTPHeaders: {
        "x-forwarded-for": canary("forwarded"),
        via: canary("via"),
        "x-request-id": canary("requestid"),
      },
    })

    test("of what a reporter's browser and words say, nothing lies anywhere in the clear", async ({ page, served }) => {
      const account = canary(`account${mark}`)
      const digits = await tellKent(page, `He did. ${account}`, canary(`name${mark}`))
      await writeMore(page, digits, canary(`message${mark}`))
      await page.goto("/")
      await page.getByRole("button", { name: "Start" }).click()
      await page.getByLabel("Which police force, or where did it happen?").fill(canary(`hint${mark}`))
      await page.getByRole("button", { name: "Next" }).click()

      // The report is there, sealed: the desk's own key opens it.
      const said = [...(await served.reportsOf("kent")).values()].map(({ answers }) => answers.account)
      expect(said.some((each) => each?.includes(account))).toBe(true)
      const secret = ["account", "name", "message", "hint"].map((what) => canary(`${what}${mark}`))
      const others = ["query", "value", "mailquery", "everybox"].map(canary)
      expect(await hits(served.folder, [...secret, ...others, ...headerCanaries, digits])).toEqual([])
    })
  })
}

test("whatever is posted where, with every header, in strange forms, none of it is kept", async ({ served }) => {
  const fields = new URLSearchParams({ line: "national", force: "kent", reader: "kent", found: "found" })
  for (const name of ["account", "digits", "id", "hint", "strange", "routedTo", "with", "answer"]) {
    fields.append(name, canary(`posted${name}`))
  }
  const asked: [string, string, string?, string?][] = [
    ["GET", `/${canary("path")}`],
    ["GET", `/line/${canary("line")}`],
    ["POST", "/find-force", fields.toString()],
    ["POST", "/who-reads", fields.toString()],
    ["POST", "/tell", fields.toString()],
    ["POST", "/mailbox", fields.toString()],
    ["POST", "/receipt", fields.toString()],
    ["POST", "/tell/sealed", JSON.stringify({ strange: canary("postedjson") }), "application/json"],
    ["POST", "/mailbox/sealed", `{"broken ${canary("postedjson")}`, "application/json"],
    [
      "POST",
      "/tell",
      `--x\r\nContent-Disposition: form-data; name="f"; filename="${canary("filename")}"\r\n\r\n${canary("filecontent")}`,
      "multipart/form-data; boundary=x",
    ],
    ["POST", "/evidence/files", canary("filecontent"), "application/offset+octet-stream"],
    ["PATCH", `/evidence/files/${canary("path")}`, canary("filecontent"), "application/offset+octet-stream"],
    [
      "POST",
      "/mailbox/with-files",
      `--x\r\nContent-Disposition: form-data; name="digits"\r\n\r\n${canary("posteddigits")}\r\n--x\r\nContent-Disposition: form-data; name="files"; filename="${canary("filename")}"\r\n\r\n${canary("filecontent")}\r\n--x--\r\n`,
      "multipart/form-data; boundary=x",
    ],
    ["PUT", `/tell/${canary("path")}`, canary("postedjson")],
  ]
  for (const each of asked) {
    const answer = await rawly(served.url, ...each)
    expect(answer.status, `${each[0]} ${each[1]}`).toBeLessThan(500)
    expect(answer.headers["set-cookie"]).toBeUndefined()
  }
  const posted = ["account", "digits", "id", "hint", "strange", "routedTo", "with", "answer", "json"].map((name) =>
    canary(`posted${name}`),
  )
  const names = ["path", "line", "filename", "filecontent"].map(canary)
  expect(await hits(served.folder, [...posted, ...names, ...headerCanaries])).toEqual([])
})

test("the search finds what is there", async ({ served }) => {
  const planted = canary("planted")
  await writeFile(join(served.folder, "logs", "planted"), `x${Buffer.from(`y${planted}`).toString("base64")}`)
  expect(await hits(served.folder, [planted])).toHaveLength(1)
  // What is counted in the clear is found in the write-ahead log: the search does read it.
  expect((await hits(served.folder, ["national-desk"])).some((hit) => hit.includes("pg_wal"))).toBe(true)
})

const PAGES = [
  "/",
  "/people-who-can-help",
  "/who-can-help",
  "/what-we-can-see",
  "/accessibility",
  "/stay-safe",
  "/forces",
  "/forces/wrong",
  "/forces/word-list",
  "/find-force",
  "/mailbox",
  "/receipt",
  "/nowhere",
]

test("every page in both languages: no cookie, no referrer, a strict policy, and nobody else's origin", async ({
  page,
  context,
  served,
}) => {
  const { origin } = new URL(served.url)
  const elsewhere: string[] = []
  page.on("request", (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith("data:")) elsewhere.push(request.url())
  })
  for (const path of PAGES.flatMap((each) => [each, each === "/" ? "/cy" : `/cy${each}`])) {
    const answer = await page.goto(path)
    const given = (await answer?.allHeaders()) ?? {}
    expect(given["set-cookie"], path).toBeUndefined()
    expect(given["referrer-policy"], path).toBe("no-referrer")
    const policy = given["content-security-policy"] ?? ""
    expect(policy, path).toContain("default-src 'none'")
    expect(policy, path).not.toMatch(/unsafe|https?:|\*/)
    expect(await page.evaluate(() => document.querySelectorAll("[src^=http], link[href^=http]").length), path).toBe(0)
  }
  expect(elsewhere).toEqual([])
  expect(await context.cookies()).toEqual([])
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
})

test("nothing typed is kept by the browser: no autocomplete, no spell check, no cache of what was told", async ({
  page,
}) => {
  await page.goto("/find-force")
  await page.getByLabel("Which police force, or where did it happen?").fill("Kent Police")
  await page.getByRole("button", { name: "Next" }).click()
  await page.getByRole("radio", { name: "Kent Police’s team" }).check()
  const stored: string[] = []
  page.on("response", async (response) => {
    if (response.request().method() === "POST") stored.push(response.headers()["cache-control"] ?? "none")
  })
  await page.getByRole("button", { name: "Next" }).click()
  await expect(page.getByLabel("What happened?")).toBeVisible()
  const careless = await page.evaluate(() =>
    [...document.querySelectorAll("main textarea, main input[type=text]")]
      .filter(
        (box) =>
          box.getAttribute("autocomplete") !== "off" ||
          box.getAttribute("spellcheck") !== "false" ||
          box.getAttribute("writingsuggestions") !== "false",
      )
      .map((box) => box.outerHTML),
  )
  expect(careless).toEqual([])
  expect(new Set(stored)).toEqual(new Set(["no-store"]))
  expect(page.url()).not.toContain("kent")
})
