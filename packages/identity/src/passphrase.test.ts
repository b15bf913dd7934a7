import { expect, test } from "vitest"
import { newPassphrase, typedPassphrase } from "./passphrase.ts"

test("a passphrase is six words, and comes back the same however it is typed", () => {
  for (let time = 0; time < 2_000; time += 1) {
    const made = newPassphrase()
    expect(made).toMatch(/^[a-z]+( [a-z]+){5}$/)
    expect(typedPassphrase(made)).toBe(made)
    expect(typedPassphrase(`  ${made.toUpperCase().replaceAll(" ", " - ")} `)).toBe(made)
  }
})

test("no passphrase is made twice, and every word of the list may come", () => {
  const made = Array.from({ length: 20_000 }, newPassphrase)
  expect(new Set(made).size).toBe(made.length)
  expect(new Set(made.flatMap((each) => each.split(" "))).size).toBeGreaterThan(7_765)
})
