import { expect, test } from "vitest"
import { saidIn } from "./questions.ts"

test("each answer stands under its question, in the order of the page, codes in words", () => {
  const { answered } = saidIn({ account: "So.", howKnown: "told", ongoing: "yes", who: { rank: "PC" } })
  expect(answered).toEqual([
    { label: "What happened?", answer: "So." },
    { label: "Rank, number or job", answer: "PC" },
    { label: "Still going on?", answer: "Yes" },
    { label: "How do you know?", answer: "Someone told me" },
  ])
})

test("what wasn't answered is named, blanks included", () => {
  const { answered, open } = saidIn({ account: "So.", where: "  " })
  expect(open).toContain("Where?")
  expect(answered.length + open.length).toBe(14)
})
