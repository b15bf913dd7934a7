import { expect, test } from "vitest"
import { bytesOf } from "./encoding.ts"
import { newInboxKey } from "./inbox-key.ts"
import { NotSealed } from "./refused.ts"
import { newReportKey, sealUnder } from "./report-key.ts"
import { isRecipient, sealedFromStorage } from "./sealed.ts"
import { wrapKey } from "./wrap.ts"

const report = crypto.randomUUID()
const key = newReportKey()
const { recipient } = await newInboxKey("kent")
const kinds = [
  ["under a secret", await sealUnder(key, { tenant: "kent", report, part: "body", number: 0 }, bytesOf("So."))],
  ["to a recipient", await wrapKey(recipient, { tenant: "kent", report }, key)],
] as const

test.each(kinds)("what was sealed %s is sealed, and no cut-off piece of it", (_, sealed) => {
  expect(sealedFromStorage(sealed)).toBe(sealed)
  const header = new TextDecoder("latin1").decode(sealed).search(/--- .{43}\n/) + 48
  for (const bytes of [header + 31, header, header - 48, 60])
    expect(() => sealedFromStorage(sealed.subarray(0, bytes)), String(bytes)).toThrow(NotSealed)
})

test.each([
  "age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 1\nHe looked up my new address, and then he came by at night.",
  "age-encryption.org/v1\n-> mlkem768x25519 AAAA\nHe looked up my new address.\n--- and then he came by.",
])("plain words behind a first line of age are not sealed: %j", (words) => {
  expect(() => sealedFromStorage(bytesOf(words))).toThrow(NotSealed)
})

test("a recipient is one that can be sealed to, not one that looks like it", async () => {
  expect(await isRecipient(recipient)).toBe(true)
  expect(await isRecipient(`age1pq1${"q".repeat(recipient.length - 7)}`)).toBe(false)
  expect(await isRecipient("age1pq1")).toBe(false)
  const x25519 = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"
  expect(await isRecipient(x25519)).toBe(false)
})
