import { expect, test } from "vitest"
import { type KeyPress, keyOf } from "./keys.ts"

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...held,
})

test("each listed key does its part", () => {
  expect(["F2", "F4", "F8", "F9", "?"].map((key) => keyOf(press(key), false))).toEqual([
    "start",
    "next",
    "send",
    "hungUp",
    "list",
  ])
  expect(keyOf(press("F4", { shiftKey: true }), true)).toBe("before")
})

test("what is typed into a box stays a letter, and a browser's own keys stay its own", () => {
  expect(keyOf(press("?", { shiftKey: true }), true)).toBeUndefined()
  expect(keyOf(press("?", { shiftKey: true }), false)).toBe("list")
  expect(keyOf(press("F1"), true)).toBe("list")
  for (const key of ["a", "Enter", "Tab", "F5", "F6", "F11", "F12"]) expect(keyOf(press(key), false)).toBeUndefined()
  expect(keyOf(press("F4", { altKey: true }), false)).toBeUndefined()
  expect(keyOf(press("F2", { shiftKey: true }), false)).toBeUndefined()
})
