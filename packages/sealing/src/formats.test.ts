import { createHash, createHmac, createPrivateKey, createPublicKey, hkdfSync, scryptSync } from "node:crypto"
import { readFileSync } from "node:fs"
import { identityToRecipient } from "age-encryption"
import { expect, test } from "vitest"
import { derive } from "./derivation.ts"
import { bytesOf, textOf } from "./encoding.ts"
import { openGrant } from "./inbox-key.ts"
import { openReport } from "./open-report.ts"
import { openPersonKey } from "./person-key.ts"
import { bytesOfPlace, putInPlace } from "./place.ts"
import {
  mailboxAddress,
  mailboxHash,
  type Receipt,
  type ReceiptRoot,
  receiptRoot,
  referralThreadKey,
  retryDigest,
  threadKey,
  voice,
} from "./receipt.ts"
import { openUnder } from "./report-key.ts"
import { sealReport, sealWithReferrals } from "./seal-report.ts"
import { type Secret, sealedFromStorage, secretFrom } from "./sealed.ts"
import { openForSession } from "./session-key.ts"

// What was sealed or derived once must open and derive for as long as it is kept. If a test here fails, don't change
// what it expects: add a version beside this one.

const hex = (bytes: Uint8Array | ArrayBuffer): string => Buffer.from(bytes as Uint8Array).toString("hex")
const filled = (length: number, byte: number): Uint8Array => new Uint8Array(length).fill(byte)
const kept = (name: string) => sealedFromStorage(readFileSync(new URL(`../formats/v1/${name}.age`, import.meta.url)))

const receipt = "12345678901234567891" as Receipt
const report = "6f1c0d5e-0000-4000-8000-000000000001"
const title = { tenant: "kent", report, part: "title", number: 1, previous: filled(32, 1) }
const key = secretFrom(filled(32, 7)) as Secret<"report"> & Secret<"session">
const identity = "AGE-SECRET-KEY-PQ-1PYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYS38V9GX"
const recipient = await identityToRecipient(identity)
const officer = { tenant: "kent", person: "an-officer" }
const personKey = { identity, signing: filled(32, 5) }
const root = await receiptRoot(receipt)

test("what derives from a receipt stays", () => {
  expect(hex(root)).toBe("e3606f8e2d965c04b6406122eaee93c2293264090cf8fc3d1b79ef1938d6251e")
  expect(hex(mailboxAddress(root))).toBe("e66edee64b3ad17f2c3b9d84cca62bd223df6bd7d355ac401a41274dc9dcd8a8")
  expect(hex(mailboxHash(mailboxAddress(root)))).toBe(
    "660a04367792510acf2c44312be042bc622b0dcb3bc62603c0a658c976c01d98",
  )
  expect(hex(threadKey(root, report))).toBe("bf853cf88630b71fef5de264800b3fd1d8f280d0442af0e73f2463ba0f33b52a")
  expect(hex(voice(root).publicKey)).toBe("6a8c67c4e4c5aaac70cb7401b01366c5f7aa161b410850424d7fe1c243bfc38b")
  expect(hex(retryDigest(root, bytesOf("content")))).toBe(
    "f41a33ee54846073b63b2db2a7925d932621aaaec047a1d049a57ba2e01e5210",
  )
  expect(hex(derive(filled(64, 7), "personKeySeal"))).toBe(
    "bdbd00db6874362bf39c5ba02ad4eda92305aa376f54a2aaf5ca4c4c66405e5b",
  )
})

test("Node's own cryptography derives the same from a receipt", () => {
  const ours = (from: Uint8Array, info: string) => hex(hkdfSync("sha256", from, "", info, 32))
  const nodeRoot = scryptSync(receipt, "candour receipt v1", 32, { N: 2 ** 14, r: 8, p: 1 })
  expect(hex(nodeRoot)).toBe(hex(root))
  expect(ours(nodeRoot, "candour mailbox address v1")).toBe(hex(mailboxAddress(root)))
  expect(createHash("sha256").update(mailboxAddress(root)).digest("hex")).toBe(hex(mailboxHash(mailboxAddress(root))))
  expect(ours(nodeRoot, `candour thread key v1 ${report}`)).toBe(hex(threadKey(root, report)))
  const digestKey = Buffer.from(ours(nodeRoot, "candour retry digest v1"), "hex")
  expect(createHmac("sha256", digestKey).update("content").digest("hex")).toBe(
    hex(retryDigest(root, bytesOf("content"))),
  )
})

test("Node's own Ed25519 makes the same voice of its seed", () => {
  const seed = Buffer.from(hkdfSync("sha256", root, "", "candour voice v1", 32))
  const der = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), seed])
  const publicKey = createPublicKey(createPrivateKey({ key: der, format: "der", type: "pkcs8" }))
  expect(publicKey.export({ format: "der", type: "spki" }).subarray(-32).toString("hex")).toBe(
    hex(voice(root as ReceiptRoot).publicKey),
  )
})

test("the plaintext of a part stays: version, place, content, zeros", () => {
  const place = [
    "00000004 70617274", // "part"
    "00000004 6b656e74", // "kent"
    `00000024 ${hex(bytesOf(report))}`,
    "00000005 7469746c65", // "title"
    "00000004 00000001", // number 1
    `00000020 ${"01".repeat(32)}`, // the digest of the part before
  ]
  const plaintext = `01 0000006d ${place.join("")} 00000007 ${hex(bytesOf("a title"))}`.replaceAll(" ", "")
  expect(hex(putInPlace(bytesOfPlace(title), bytesOf("a title"), 64))).toBe(plaintext.padEnd(256, "0"))
})

test("what was sealed under version 1 opens", async () => {
  expect(textOf(await openUnder(key, title, kept("title")))).toBe("a title")
  expect(await openPersonKey(filled(64, 7), officer, kept("person-key"))).toEqual(personKey)
  expect(await openForSession(key, officer, kept("session"))).toEqual(personKey)
  const inbox = { tenant: "kent", generation: 1, recipient }
  expect(await openGrant(identity, officer.person, inbox, kept("grant"))).toEqual({ ...inbox, identity })
})

const answers = { account: "He looked up my new address.", who: { name: "a name" } }

test("a report that was sealed under version 1 opens", async () => {
  const { body } = await openReport(identity, { tenant: "kent", report }, kept("wrap"), kept("body"))
  expect(body).toEqual({
    version: 1,
    language: "en",
    mayReply: "yes",
    answers,
    thread: Buffer.from(threadKey(root, report)).toString("base64url"),
    voice: Buffer.from(voice(root).publicKey).toString("base64url"),
  })
})

test("the digest of a report stays, or a retry across two releases would be a conflict", async () => {
  const told = { id: report, tenant: "kent", recipient, receipt, language: "en", mayReply: "yes", answers } as const
  const { digest } = await sealReport({ ...told, counted: bytesOf("counted") })
  expect(hex(digest)).toBe("bdf0ccd17816f92bfa7fb5ef62c23b72d84d205f7a097a46b7f627ac143e1d44")
})

const referral = "6f1c0d5e-0000-4000-8000-000000000002"

test("the thread of a referral stays, and Node's own cryptography derives the same", () => {
  const thread = threadKey(root, report)
  const ours = hkdfSync("sha256", thread, "", `candour referral thread key v1 ${referral}`, 32)
  expect(hex(referralThreadKey(thread, referral))).toBe(hex(ours))
  expect(hex(ours)).toBe("2386ecf0954bf6925e9e0b9eef7d07cb4e58dcf313ed02f2f6320d82d016182a")
})

test("the digests of a report and its referral stay, too", async () => {
  const told = { id: report, tenant: "kent", recipient, receipt, language: "en", mayReply: "yes", answers } as const
  const sealed = await sealWithReferrals({ ...told, counted: bytesOf("counted") }, [
    { id: referral, tenant: "essex", recipient, counted: bytesOf("counted too") },
  ])
  expect(hex(sealed.report.digest)).toBe("4d55f7cb9350de84150e54231347a06365dcdc466de73ba7b2bfe3c9ae938f36")
  expect(sealed.referrals.map(({ digest }) => hex(digest))).toEqual([
    "c5d71b2b6bd291106fa2332a76c6ff941d425b8fb7f6bc26213e514bf48a9af8",
  ])
})
