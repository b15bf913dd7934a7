import { createRouter } from "@candour/routing/router.ts"
import { inBrowser } from "@candour/routing/testing/in-browser.ts"
import { wholeDirectory } from "@candour/routing/whole-directory.ts"
import { expect, test } from "vitest"
import { readHints, scoreOf } from "./score.ts"

const ON = "2026-11-24"
const directory = wholeDirectory()
const route = createRouter(directory)
const hints = readHints("hold-out.csv")

test("no hint of the hold-out leads to a wrong force in silence, and 98 of 100 are answered rightly", () => {
  const silent = hints.filter((hint) => scoreOf(hint, route(hint.hint, ON)) === "silent")
  expect(silent.map(({ hint }) => hint)).toEqual([])
  const right = hints.filter((hint) => scoreOf(hint, route(hint.hint, ON)) === "right")
  expect(right.length / hints.length).toBeGreaterThan(0.98)
})

test("a browser with the files of a hint's letters never answers with another force in silence", () => {
  const browser = inBrowser(directory)
  const differing = hints.filter(({ hint }) => {
    const [here, there] = [browser(hint, ON), route(hint, ON)]
    return here.kind === "routed" && !("tenants" in there && there.tenants[0] === here.tenants[0])
  })
  expect(differing.map(({ hint }) => hint)).toEqual([])
})
