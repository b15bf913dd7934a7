import { expect, test } from "vitest"
import { newInboxKey } from "./inbox-key.ts"
import { nearnessKeyOf, openNearness, sealNearness } from "./nearness.ts"
import { NotForThisKey, NotThisPlace } from "./refused.ts"

const of = { tenant: "kent", person: "0d9c1c4e-6f0e-4a52-9d59-6a1a3f9a7c11" }
const other = { ...of, person: "5a1f8f4a-10c2-4c3e-8f54-0c9b6d1a2b33" }

test("a lead opens what another lead said of a colleague, and it is nobody else's", async () => {
  const [kent, essex] = [await newInboxKey("kent"), await newInboxKey("essex")]
  const key = nearnessKeyOf(kent, of.person)
  const sealed = await sealNearness(key, of, "Marsh")
  expect(await openNearness(key, of, sealed)).toBe("Marsh")
  await expect(openNearness(key, other, sealed)).rejects.toThrow(NotThisPlace)
  await expect(openNearness(nearnessKeyOf(kent, other.person), of, sealed)).rejects.toThrow(NotForThisKey)
  await expect(openNearness(nearnessKeyOf(essex, of.person), of, sealed)).rejects.toThrow(NotForThisKey)
})
