import { asNational } from "@candour/database/as.ts"
import { report } from "@candour/database/schema.ts"
import { forces } from "@candour/routing/directory.ts"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { history } from "../testing/history.ts"
import { figuresOn, mainText, tableOn } from "../testing/read-page.ts"
import { type TestNational, testNational } from "../testing/test-national.ts"

const TODAY = "2024-06-10"

let national: TestNational
let cookie: string

/** A page of the app, as a coordinator gets it. */
const get = async (address: string) => {
  const answer = await national.app.request(address, { headers: { cookie } })
  return { status: answer.status, html: await answer.text() }
}
const address = (day: string, more = "") => {
  const [year, month, number] = day.split("-")
  return `/?asAt-day=${number}&asAt-month=${month}&asAt-year=${year}${more}`
}
const asAt = async (day: string, more = "") => (await get(address(day, more))).html

beforeAll(async () => {
  national = await testNational(TODAY)
  cookie = await national.cookieOf(["coordinator"])
  const past = await history(national.at)

  await past.on("2022-12-30")
  const first = await past.report({ categories: ["partner", "sexual"], channel: "online" }, "2022-12-30")
  await past.report({ tenant: "kent", categories: ["unsure"] }, "2022-12-30")
  await past.report({ tenant: "national-desk", categories: [] }, "2022-12-30")
  await past.contact({}, "2022-12-30")
  await past.on("2023-01-10")
  await past.assess(first)
  await past.makeIntelligence(first, 6)
  await past.on("2023-03-10")
  await past.decide(
    first,
    { kind: "investigating", detail: {} },
    { kind: "outcome", detail: { person: 1, outcome: "dismissed" } },
  )
  // Taken on the last day of April while the database was away, and delivered on the second of May.
  await past.on("2024-05-02")
  await past.report({ line: "national", channel: "phone" }, "2024-04-30")
  await past.on("2024-05-20")
  await past.decide(
    first,
    { kind: "corrected", detail: { corrects: 11 } },
    { kind: "outcome", detail: { person: 1, outcome: "no-case" } },
  )
  await past.close()
})
afterAll(() => national.close())

describe("the figures of a day", () => {
  test("are what had happened by it, each with its definition beside it", async () => {
    const html = await asAt("2023-03-10")
    expect(mainText(html)).toContain("As at 10 March 2023, as known now. Every line; every force.")
    expect(figuresOn(html)).toMatchObject({
      Contacts: "4",
      "About other forces": "1",
      "Intelligence reports": "1",
      "Of these, abuse and discrimination": "1",
      "Needing further investigation": "1",
    })
    expect(mainText(html)).toContain("About other forces 1 Contacts by a force’s own line that were first routed")
    expect(mainText(html)).toContain("Exact counts: not for publication; small numbers can be about one report.")
    expect(figuresOn(await asAt("2022-12-30"))).toMatchObject({ Contacts: "4", "Intelligence reports": "0" })
    expect(figuresOn(await asAt("2022-12-29"))).toMatchObject({ Contacts: "0" })
  })

  test("are today's where no day is asked for", async () => {
    const { html } = await get("/")
    expect(mainText(html)).toContain("As at 10 June 2024, as known now.")
    expect(figuresOn(html)).toMatchObject({ Contacts: "5" })
    expect(mainText(html)).toContain("Nothing recorded since has changed a figure of this day.")
  })

  test("add up to all people concerned: proven, not proven, not determined, not yet decided", async () => {
    const html = await asAt("2023-03-10", "&known=then")
    expect(figuresOn(html)).toMatchObject({
      Proven: "1",
      "Not proven": "0",
      "Not determined": "0",
      "Not yet decided": "1",
      "All people concerned": "2",
    })
    expect(mainText(html)).toContain("1 + 0 + 0 + 1 = 2")
    expect(mainText(await asAt("2024-05-20"))).toContain("0 + 1 + 0 + 1 = 2")
  })
})

describe("as known then and as known now", () => {
  test("differ by what was delivered late, and the page says by how much", async () => {
    expect(figuresOn(await asAt("2024-04-30", "&known=then"))).toMatchObject({ Contacts: "4", Proven: "1" })
    const html = await asAt("2024-04-30", "&known=now")
    expect(figuresOn(html)).toMatchObject({ Contacts: "5", Proven: "0" })
    expect(tableOn(html, "What changed")).toMatchObject({
      Contacts: { "As known then": "4", "As known now": "5", Change: "+1" },
      "Intelligence reports": { "As known then": "1", "As known now": "1", Change: "0" },
      Proven: { "As known then": "1", "As known now": "0", Change: "−1" },
      "Not yet decided": { "As known then": "1", "As known now": "2", Change: "+1" },
      "All people concerned": { Change: "0" },
    })
  })

  test("are the same once everything is in", async () => {
    expect(figuresOn(await asAt("2024-05-20", "&known=then"))).toEqual(figuresOn(await asAt("2024-05-20")))
  })
})

describe("a line or a force", () => {
  test("a line's figures are its own", async () => {
    expect(figuresOn(await asAt(TODAY, "&line=metropolitan"))).toMatchObject({
      Contacts: "4",
      "About other forces": "1",
    })
    const html = await asAt(TODAY, "&line=national")
    expect(figuresOn(html)).toMatchObject({ Contacts: "1", "About other forces": "0", "All people concerned": "0" })
    expect(mainText(html)).toContain("National line; every force.")
  })

  test("a force has the contacts first routed to it, and what it did with reports", async () => {
    expect(figuresOn(await asAt(TODAY, "&force=kent"))).toMatchObject({ Contacts: "1", "About other forces": "1" })
    expect(figuresOn(await asAt(TODAY, "&force=national-desk"))).toMatchObject({ Contacts: "1" })
    expect(figuresOn(await asAt(TODAY, "&force=metropolitan&line=metropolitan"))).toMatchObject({
      Contacts: "2",
      "All people concerned": "2",
    })
  })

  test("before a line opened there is nothing, and the page says when it opened", async () => {
    const before = await asAt("2022-11-28")
    expect(new Set(Object.values(figuresOn(before)))).toEqual(new Set(["0"]))
    expect(mainText(before)).toContain("It opened on 29 November 2022.")
    expect(mainText(await asAt("2024-03-13", "&line=national"))).toContain("It opened on 14 March 2024.")
    expect(mainText(await asAt("2024-03-14", "&line=national"))).not.toContain("It opened on")
  })
})

describe("the tables", () => {
  test("every month since the line opened is there, with 0 where nothing happened, and they add up", async () => {
    const months = tableOn(await asAt("2024-04-30"), "By month")
    const { All, ...rows } = months
    expect(Object.keys(rows)).toHaveLength(18)
    expect(Object.keys(rows).at(0)).toBe("November 2022")
    expect(Object.keys(rows).at(-1)).toBe("April 2024")
    expect(rows["February 2023"]).toMatchObject({ Contacts: "0", "Not yet decided at its end": "2" })
    expect(rows["December 2022"]).toMatchObject({ Contacts: "4" })
    expect(All?.Contacts).toBe("5")
    expect(sumOf(rows, "Contacts")).toBe(5)
  })

  test("what becomes of people counts in the month it was decided, and those undecided at the month's end", async () => {
    const rows = tableOn(await asAt("2023-03-31", "&known=then"), "By month")
    expect(rows["January 2023"]).toMatchObject({
      "All people concerned": "2",
      Proven: "0",
      "Not yet decided at its end": "2",
    })
    expect(rows["March 2023"]).toMatchObject({
      "All people concerned": "2",
      Proven: "1",
      "Not yet decided at its end": "1",
    })
  })

  test("every force of that day is there in the order of its name, then the national desk", async () => {
    const rows = Object.entries(tableOn(await asAt(TODAY), "By force"))
    const names = rows.map(([name]) => name)
    expect(names).toHaveLength(forces(TODAY).length + 2)
    expect(names.slice(0, -2)).toEqual(names.slice(0, -2).toSorted((one, other) => one.localeCompare(other, "en")))
    // Neither desk ever opened what it got: nobody counted there, which isn't nought.
    const stopped = " No figures since 30 December 2022"
    expect(names.slice(-2)).toEqual([`National desk${stopped}`, "All"])
    const table = Object.fromEntries(rows)
    expect(table[`Kent Police${stopped}`]).toMatchObject({ Contacts: "1", "By another force’s line": "1" })
    expect(table["Essex Police"]).toMatchObject({ Contacts: "0" })
    const { All: all, ...each } = table
    for (const [column, total = ""] of Object.entries(all ?? {})) expect(sumOf(each, column)).toBe(Number(total))
  })

  test("lines and channels add up as well", async () => {
    const html = await asAt(TODAY)
    for (const caption of ["By line", "By channel"]) {
      const { All: all, ...rows } = tableOn(html, caption)
      for (const [column, total = ""] of Object.entries(all ?? {})) expect(sumOf(rows, column)).toBe(Number(total))
    }
    expect(tableOn(html, "By channel")).toMatchObject({ Online: { Contacts: "3" }, Phone: { Contacts: "2" } })
  })

  test("a contact with two categories counts in both, and the page says that they don't add up", async () => {
    const html = await asAt("2022-12-30")
    expect(tableOn(html, "By category")).toMatchObject({
      "Abusing or controlling a partner or someone they have a relationship with": { Contacts: "1" },
      "Crossing professional boundaries or abusing position for sexual purposes": { Contacts: "1" },
      "I’m not sure": { Contacts: "1" },
      "Something else that is serious": { Contacts: "0" },
    })
    expect(mainText(html)).toContain("These don’t add up to the contacts")
    expect(mainText(html)).toContain("Contacts, reports and people are three units.")
  })

  test("the table of the line or force that was chosen is left out", async () => {
    const html = await asAt(TODAY, "&line=metropolitan&force=kent")
    expect(tableOn(html, "By line")).toEqual({})
    expect(tableOn(html, "By force")).toEqual({})
    expect(html).not.toContain('href="#by-force"')
  })
})

describe("what can be put right", () => {
  test.each([
    ["2024-02-31", "Enter a real date, like 15 1 2024."],
    ["2024-06-11", "That day hasn’t come yet."],
  ])("%s is answered with %s, and all that was typed is kept", async (day, words) => {
    const { status, html } = await get(address(day, "&known=then&line=metropolitan&force=kent"))
    expect(status).toBe(422)
    expect(html).toContain(`<a href="#asAt">${words}</a>`)
    expect(html).toContain(`id="asAt-error"`)
    for (const part of day.split("-")) expect(html).toContain(`value="${part}"`)
    expect(html).toMatch(/value="then"[^>]*checked/)
    expect(html).toMatch(/value="metropolitan"[^>]*selected/)
    expect(html).toMatch(/value="kent"[^>]*selected/)
    expect(html).toContain("<title>Error: Figures – Candour</title>")
    expect(figuresOn(html)).toEqual({})
  })

  test("what was typed can't become part of the page", async () => {
    const { html } = await get(`/?asAt-day=${encodeURIComponent('"><script>alert(1)</script>')}`)
    expect(html).not.toContain("<script>alert")
  })

  test("an address with a line or force that isn't there says so", async () => {
    const { status, html } = await get("/?line=nowhere&force=nobody")
    expect(status).toBe(422)
    expect(mainText(html)).toContain("Choose a line from the list.")
    expect(mainText(html)).toContain("Choose a force from the list.")
  })
})

test("the national login can't read a report, nor anything of one", async () => {
  await expect(asNational(national.database, (transaction) => transaction.select().from(report))).rejects.toMatchObject(
    {
      cause: { message: expect.stringMatching(/permission denied for table report/) },
    },
  )
})

const sumOf = (rows: Record<string, Record<string, string>>, column: string): number =>
  Object.values(rows).reduce((sum, cells) => sum + Number(cells[column]?.replace("−", "-")), 0)
