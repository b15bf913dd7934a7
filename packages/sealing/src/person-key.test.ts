import { expect, test } from "vitest"
import { newPersonKey, openPersonKey, publicPersonKey, sealPersonKey } from "./person-key.ts"
import { Damaged, NotForThisKey, NotThisPlace } from "./refused.ts"
import { type Secret, secretFrom } from "./sealed.ts"
import { newSessionKey, openForSession, sealForSession } from "./session-key.ts"

const exportKey = crypto.getRandomValues(new Uint8Array(64))
const whose = { tenant: "kent", person: crypto.randomUUID() }
const key = await newPersonKey()
const sessionKey = newSessionKey()

test("signing in opens the person's key, and another secret does not", async () => {
  const sealed = await sealPersonKey(exportKey, key, whose)
  const opened = await openPersonKey(exportKey, whose, sealed)
  expect(opened).toEqual(key)
  expect(await publicPersonKey(opened)).toEqual(await publicPersonKey(key))
  const wrong = exportKey.with(0, (exportKey[0] ?? 0) ^ 1)
  await expect(openPersonKey(wrong, whose, sealed)).rejects.toThrow(NotForThisKey)
})

test("a session's key opens the person's key, and another session's does not", async () => {
  const sealed = await sealForSession(sessionKey, key, whose)
  expect(await openForSession(sessionKey, whose, sealed)).toEqual(key)
  await expect(openForSession(newSessionKey(), whose, sealed)).rejects.toThrow(NotForThisKey)
})

test("a key that was put with another person or desk is refused", async () => {
  const sealed = await sealPersonKey(exportKey, key, whose)
  const inSession = await sealForSession(sessionKey, key, whose)
  for (const other of [
    { ...whose, tenant: "essex" },
    { ...whose, person: crypto.randomUUID() },
  ]) {
    await expect(openPersonKey(exportKey, other, sealed)).rejects.toThrow(NotThisPlace)
    await expect(openForSession(sessionKey, other, inSession)).rejects.toThrow(NotThisPlace)
  }
})

test("two people have two keys, of one size when sealed", async () => {
  const other = await newPersonKey()
  expect(other.identity).not.toBe(key.identity)
  expect(other.signing).not.toEqual(key.signing)
  const sizes = await Promise.all([key, other].map(async (one) => (await sealPersonKey(exportKey, one, whose)).length))
  expect(sizes[0]).toBe(sizes[1])
})

test("a session's key that comes cut from the server is refused", () => {
  expect(() => secretFrom<"session">(new Uint8Array(31)) satisfies Secret).toThrow(Damaged)
})
