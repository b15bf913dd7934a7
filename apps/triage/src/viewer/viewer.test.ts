import { afterAll, beforeAll, expect, test } from "vitest"
import { type Member, type TestDesk, testDesk } from "../testing/test-desk.ts"
import { isTooLarge, MOST_BYTES, shownAs } from "./shown-as.ts"

let desk: TestDesk
let lead: Member
beforeAll(async () => {
  desk = await testDesk()
  lead = await desk.join("kent", "lead.kent", ["lead"])
})
afterAll(() => desk.close())

test("the viewer's page may show what it is handed and reach nothing, and only our own pages frame it", async () => {
  const { status, headers } = await desk.get(undefined, "/viewer")
  expect(status).toBe(200)
  expect(headers.get("content-security-policy")).toBe(
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src blob:; media-src blob:; frame-ancestors 'self'; form-action 'none'; base-uri 'none'; sandbox allow-scripts",
  )
  expect(headers.get("x-frame-options")).toBe("SAMEORIGIN")
  expect(headers.get("x-content-type-options")).toBe("nosniff")
  expect(headers.get("cache-control")).toBe("no-store")
})

test("a report's page alone may frame the viewer, and nobody may frame that", async () => {
  const inbox = await desk.open(lead)
  const { id } = await desk.tell(inbox)
  const policyOf = async (path: string) => (await desk.get(lead, path)).headers.get("content-security-policy")
  expect(await policyOf(`/report/${id}`)).toContain("frame-src 'self'")
  expect(await policyOf(`/report/${id}`)).toContain("frame-ancestors 'none'")
  for (const path of ["/", "/queue", "/search", `/report/${id}/sealed`])
    expect(await policyOf(path)).not.toContain("frame-src")
})

test("only kinds that a browser draws or plays, and runs nothing of, are shown", () => {
  expect(shownAs("image/PNG", 1)).toBe("image")
  expect(shownAs("audio/webm; codecs=opus", 1)).toBe("sound")
  expect(shownAs("video/mp4", 1)).toBe("film")
  for (const [as, type] of [
    ["text", "text/plain;charset=utf-8"],
    ["pdf", "application/pdf"],
  ] as const) {
    const most = MOST_BYTES[as] ?? 0
    expect([shownAs(type, most), isTooLarge(type, most)]).toEqual([as, false])
    expect([shownAs(type, most + 1), isTooLarge(type, most + 1)]).toEqual([undefined, true])
  }
  expect(isTooLarge("video/mp4", 100_000_000)).toBe(false)
  for (const type of ["", "image/svg+xml", "text/html", "application/xml", "application/zip", "audio/mpegurl"])
    expect(shownAs(type, 1)).toBeUndefined()
})
