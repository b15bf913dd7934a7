import { expect, test } from "vitest"
import { isSignedBy, isSigningKey, signDecision } from "./decision.ts"
import { newPersonKey, publicPersonKey } from "./person-key.ts"

const decision = {
  tenant: "kent",
  report: "a2b1c0de-0000-4000-8000-000000000001",
  number: 5,
  kind: "outcome",
  detail: { person: 1, outcome: "dismissed" },
  words: new Uint8Array([1, 2, 3]),
}

test("a decision's signature holds whatever order its codes come in, and for nothing else", async () => {
  const key = await newPersonKey()
  const { verifying } = await publicPersonKey(key)
  const signature = signDecision(key, decision)
  expect(isSignedBy(verifying, { ...decision, detail: { outcome: "dismissed", person: 1 } }, signature)).toBe(true)
  for (const change of [
    { tenant: "essex" },
    { report: "a2b1c0de-0000-4000-8000-000000000002" },
    { number: 6 },
    { kind: "closed" },
    { detail: { person: 1, outcome: "no-case" } },
    { words: new Uint8Array([1, 2, 4]) },
    { words: undefined },
  ])
    expect(isSignedBy(verifying, { ...decision, ...change }, signature)).toBe(false)
})

test("somebody else's key, or no key at all, verifies nothing", async () => {
  const signature = signDecision(await newPersonKey(), decision)
  const other = await publicPersonKey(await newPersonKey())
  expect(isSignedBy(other.verifying, decision, signature)).toBe(false)
  expect(isSignedBy(new Uint8Array(3), decision, signature)).toBe(false)
})

test("a key of small order, under which nothing needs a signature, is no key", async () => {
  const nobody = new Uint8Array(32)
  nobody[0] = 1
  const nothing = new Uint8Array(64)
  nothing[0] = 1
  expect(isSignedBy(nobody, decision, nothing)).toBe(false)
  expect(isSigningKey(nobody)).toBe(false)
  expect(isSigningKey((await publicPersonKey(await newPersonKey())).verifying)).toBe(true)
})
