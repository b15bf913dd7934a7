import { fc, test as property } from "@fast-check/vitest"
import { expect, test } from "vitest"
import { ownPage } from "./own-page.ts"

const led = (next: string) => new URL(ownPage(next), "https://desk.police.uk/sign-in").origin

const parts = fc.constantFrom(
  "/",
  "\\",
  "\t",
  "\n",
  "\r",
  " ",
  ".",
  "..",
  "%09",
  "%2f",
  "@",
  ":",
  "?",
  "#",
  "evil.test",
  "https:",
  "javascript:",
)

property.prop(
  {
    next: fc.oneof(
      fc.array(parts, { maxLength: 8 }).map((each) => each.join("")),
      fc.webUrl(),
      fc.string(),
    ),
  },
  { numRuns: 2_000 },
)("whatever a link says comes next, a sign-in stays on this site", ({ next }) => {
  expect(led(next)).toBe("https://desk.police.uk")
})

test("a page of this app is kept with what was chosen on it", () => {
  expect(ownPage("/report/1?view=moved")).toBe("/report/1?view=moved")
  expect(ownPage(undefined)).toBe("/")
})
