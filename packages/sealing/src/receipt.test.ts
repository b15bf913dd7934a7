import { fc, test as property } from "@fast-check/vitest"
import { expect, test } from "vitest"
import { bytesOf } from "./encoding.ts"
import {
  mailboxAddress,
  newReceipt,
  parseReceipt,
  type Receipt,
  receiptRoot,
  retryDigest,
  threadKey,
  verifyVoice,
  voice,
} from "./receipt.ts"
import { NotThisVoice } from "./refused.ts"

test("a new receipt is twenty digits that read back, in groups of four or not", () => {
  for (let time = 0; time < 1000; time++) {
    const receipt = newReceipt()
    expect(receipt).toMatch(/^\d{20}$/)
    const groups = receipt.match(/\d{4}/g)?.join(" – ")
    expect(parseReceipt(` ${groups}.`)).toEqual({ kind: "receipt", receipt })
  }
})

test("each digit comes as often as any other", () => {
  const times = new Map<string, number>()
  for (let time = 0; time < 50_000; time++) {
    for (const digit of newReceipt().slice(0, -1)) times.set(digit, (times.get(digit) ?? 0) + 1)
  }
  // 95,000 of each expected, with a standard deviation of 292: five of them happen once in 170,000 runs.
  // A byte's remainder, taken without care, would miss by about 2,200.
  for (const digit of "0123456789") expect(Math.abs((times.get(digit) ?? 0) - 95_000)).toBeLessThan(5 * 292)
})

const writtenIn = Intl.supportedValuesOf("numberingSystem").flatMap((system) => {
  const digits = Array.from({ length: 10 }, (_, value) =>
    new Intl.NumberFormat(`en-u-nu-${system}`, { useGrouping: false }).format(value),
  )
  return digits.every((digit) => /^\p{Nd}$/u.test(digit)) ? [[system, digits] as const] : []
})

test.each(writtenIn)("digits of %s are read", (_, digits) => {
  const receipt = newReceipt()
  const typed = Array.from(receipt, (digit) => digits[Number(digit)]).join("")
  expect(parseReceipt(typed)).toEqual({ kind: "receipt", receipt })
})

property.prop({ typed: fc.stringMatching(/^[\d -]*$/) })("too few or too many digits are counted", ({ typed }) => {
  const digits = typed.replaceAll(/\D/g, "").length
  if (digits !== 20) expect(parseReceipt(typed)).toEqual({ kind: "length", digits })
})

test("a slip is named as one", () => {
  expect(parseReceipt("0000 0000 0000 0000 0001")).toEqual({ kind: "check" })
})

test("the server goes on serving while a receipt is derived", async () => {
  let served = 0
  const serving = setInterval(() => served++, 1)
  await receiptRoot(newReceipt())
  clearInterval(serving)
  expect(served).toBeGreaterThan(1)
})

const root = await receiptRoot("00000000000000000000" as Receipt)
const otherRoot = await receiptRoot("11111111111111111118" as Receipt)

test("another receipt or another report gives other keys", () => {
  const keys = [
    root,
    mailboxAddress(root),
    mailboxAddress(otherRoot),
    threadKey(root, "one"),
    threadKey(root, "two"),
    threadKey(otherRoot, "one"),
    voice(root).publicKey,
    retryDigest(root, new Uint8Array()),
  ]
  expect(new Set(keys.map(String)).size).toBe(keys.length)
})

test("the reporter's voice is known by its signature, and no other voice is", () => {
  const reporter = voice(root)
  const message = bytesOf("I don't want to go on.")
  const signature = reporter.sign(message)
  verifyVoice(reporter.publicKey, message, signature)
  for (const [publicKey, text, signed] of [
    [voice(otherRoot).publicKey, message, signature],
    [reporter.publicKey, bytesOf("I want to go on."), signature],
    [reporter.publicKey, message, signature.with(3, (signature[3] ?? 0) ^ 1)],
    [reporter.publicKey, message, new Uint8Array(64)],
    [reporter.publicKey, message, new Uint8Array()],
    [new Uint8Array(32), message, signature],
    [new Uint8Array(31), message, signature],
  ] as const) {
    expect(() => verifyVoice(publicKey, text, signed)).toThrow(NotThisVoice)
  }
})

property.prop({ one: fc.string(), other: fc.string() })(
  "a repeat has the digest of the first time, and another text another",
  ({ one, other }) => {
    const same = String(retryDigest(root, bytesOf(one))) === String(retryDigest(root, bytesOf(other)))
    expect(same).toBe(one === other)
    expect(retryDigest(otherRoot, bytesOf(one))).not.toEqual(retryDigest(root, bytesOf(one)))
  },
)
