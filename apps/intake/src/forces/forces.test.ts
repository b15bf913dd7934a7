import { brotliCompressSync } from "node:zlib"
import { forces } from "@candour/routing/directory.ts"
import { facts } from "@candour/routing/facts.ts"
import { afterAll, beforeAll, expect, test } from "vitest"
import { postForm } from "../testing/form.ts"
import { testIntake } from "../testing/test-intake.ts"
import { messages } from "./messages.ts"

/** Bytes of the page, packed, at most: it must stand a slow phone (measured: see the test). */
const MOST_BYTES = 15_000

let intake: Awaited<ReturnType<typeof testIntake>>
beforeAll(async () => {
  intake = await testIntake()
})
afterAll(() => intake.close())

const get = async (path: string) => {
  const answer = await intake.app.request(path)
  return { status: answer.status, html: await answer.text(), headers: answer.headers }
}
const attempt = async (hint: string, path = "/forces") => {
  const answer = await postForm(intake.app, path, { hint })
  return { status: answer.status, html: await answer.text(), headers: answer.headers }
}
const textOf = (html: string) =>
  html
    .slice(html.indexOf("<main"), html.indexOf("</main>"))
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&amp;", "&")
    .replaceAll("&#39;", "'")
    .replaceAll(/\s+/g, " ")
/** What the page says of one force. */
const entryOf = (html: string, id: string) => {
  const from = html.indexOf(`<h3 class="govuk-heading-s" id="${id}"`)
  return textOf(`<main${html.slice(from, html.indexOf("<h3", from + 1))}</main>`)
}
const linksOf = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map(([, href = ""]) => href)

test.each(["/forces", "/cy/forces"])("%s has every force, body and source, each at one address", async (path) => {
  const { status, html } = await get(path)
  expect(status).toBe(200)
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = ""]) => id)
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  for (const { id } of forces()) expect(ids).toContain(id)
  for (const id of Object.keys(facts.elsewhereWelsh)) expect(ids).toContain(id)
  for (const { title } of facts.sources) expect(textOf(html)).toContain(title)
  for (const anchor of linksOf(html).filter((href) => href.startsWith("#"))) expect(ids).toContain(anchor.slice(1))
})

test("a force says what it covers, who works there, who reads its reports, and how sure that is", async () => {
  const { html } = await get("/forces")
  const kent = entryOf(html, "kent")
  expect(kent).toContain("Covers Kent: Ashford, Canterbury, Dartford, Dover,")
  expect(kent).toContain("About 6,800 people work there (an estimate for March 2024).")
  expect(kent).toContain("Its own team takes reports here.")
  expect(kent).toContain("How sure: the area was checked against two sources")
  const gwent = entryOf(html, "gwent")
  expect(gwent).toContain("In Welsh: Heddlu Gwent.")
  expect(gwent).toContain("the national desk reads them until it does.")
  expect(entryOf(html, "btp")).toContain("Covers the railways of England, Wales and Scotland")
  expect(entryOf(html, "btp")).toContain("not yet checked against a source")
  expect(entryOf(html, "essex")).toContain("(officers as published for March 2024, staff an estimate)")
})

test("the Welsh page has Welsh names, and the English ones beside them", async () => {
  const { html } = await get("/cy/forces")
  expect(html).toContain('<html lang="cy"')
  const southWales = entryOf(html, "south-wales")
  expect(southWales).toContain("Heddlu De Cymru")
  expect(southWales).toContain("Yn Saesneg: South Wales Police.")
  expect(southWales).toContain("Caerdydd")
  expect(southWales).not.toContain("Cardiff")
  expect(html).toContain("Ombwdsmon yr Heddlu dros Ogledd Iwerddon")
  expect(linksOf(html)).toContain("/forces")
  expect(linksOf((await get("/forces")).html)).toContain("/cy/forces")
})

test("every source is put into plain words, in both languages", () => {
  for (const lang of ["en", "cy"] as const) {
    const { says } = messages[lang].sources
    expect(Object.keys(says).sort()).toEqual(facts.sources.map(({ id }) => id).sort())
  }
  expect(messages.cy.who.rows).toHaveLength(messages.en.who.rows.length)
})

test("it is light, the same for everybody, and kept for a short while only", async () => {
  for (const path of ["/forces", "/cy/forces"]) {
    const { html, headers } = await get(path)
    expect(headers.get("cache-control")).toBe("public, max-age=300")
    expect(headers.get("set-cookie")).toBeNull()
    expect(brotliCompressSync(html).length).toBeLessThan(MOST_BYTES)
  }
})

test("it is made anew once a desk opens", async () => {
  const { app, services } = intake
  const page = async () => entryOf(await (await app.request("/forces")).text(), "essex")
  expect(await page()).toContain("the national desk reads them until it does")
  await intake.openDesk("essex")
  await services.keys.look()
  expect(await page()).toContain("Its own team takes reports here.")
})

test("links that lead elsewhere don't say where from, and nothing else is loaded from there", async () => {
  const { html } = await get("/forces")
  const away = [...html.matchAll(/<a [^>]*href="https:[^>]*>/g)].map(([tag]) => tag)
  expect(away.length).toBeGreaterThan(20)
  for (const tag of away) expect(tag).toContain("noreferrer")
  expect(html).not.toMatch(/(src|action)="https?:/)
  expect(html).not.toMatch(/href="[^"]*\?/)
})

test("a name is answered with the force, why, and how sure; it is kept nowhere and stands in no address", async () => {
  const { status, html, headers } = await attempt("Lutonn")
  expect(status).toBe(200)
  expect(headers.get("cache-control")).toBe("no-store")
  const text = textOf(html)
  expect(html).toContain('<h1 class="govuk-heading-l">Bedfordshire Police</h1>')
  expect(text).toContain("That is the nearest name to what you typed. We read it as: Luton. Likely")
  expect(text).toContain("You tried: Lutonn")
  expect(text).toContain("This was only for trying.")
  expect(html).toContain("<title>Every police force – Candour</title>")
  expect(linksOf(html).join(" ")).not.toContain("Luton")
})

test("namesakes are shown with what tells them apart", async () => {
  expect(textOf((await attempt("whitby")).html)).toMatch(/Or ?Cheshire Constabulary: Whitby/)
  const newport = textOf((await attempt("Newport")).html)
  expect(newport).toContain("It may be any of these")
  expect(newport).toContain("Gwent Police: Newport")
  expect(newport).toContain("Several places have that name.")
})

test("a body elsewhere is told with who looks into it, and what nobody knows with what would help", async () => {
  const belfast = await attempt("Belfast")
  expect(textOf(belfast.html)).toContain("Who looks into it: Police Ombudsman for Northern Ireland.")
  const nothing = textOf((await attempt("xyzzyq")).html)
  expect(nothing).toContain("We can’t tell from that")
  expect(nothing).toContain("the nearest town")
})

test("the same in Welsh", async () => {
  const { html } = await attempt("Casnewydd", "/cy/forces")
  expect(html).toContain('<html lang="cy"')
  expect(textOf(html)).toContain("Heddlu Gwent")
  expect(textOf((await attempt("Belfast", "/cy/forces")).html)).toContain("Gwasanaeth Heddlu Gogledd Iwerddon")
})

test("nothing typed is asked for at the box, and what is typed can't become part of the page", async () => {
  const { status, html } = await attempt("  ")
  expect(status).toBe(422)
  expect(html).toContain('<a href="#hint">Type a force, a town or a postcode.</a>')
  expect((await attempt("<script>alert(1)</script>")).html).not.toContain("<script>alert")
})

test("the word list's notice is shown, as its licence wants it", async () => {
  const { html } = await get("/forces/word-list")
  expect(textOf(html)).toContain("Copyright 2000-2016 by Kevin Atkinson")
})
