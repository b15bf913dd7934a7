import { Decrypter } from "age-encryption"
import { expect, test } from "vitest"
import { sealBundle } from "./bundle.ts"
import { bytesOf, textOf } from "./encoding.ts"

test("a bundle opens by its own passphrase, in any age, and by no other bundle's", async () => {
  const { bundle, passphrase } = await sealBundle(bytesOf("All of it."))
  expect(passphrase).toMatch(/^([0-9A-Z]{4}-){5}[0-9A-Z]{4}$/)
  const age = new Decrypter()
  age.addPassphrase(passphrase)
  expect(textOf(await age.decrypt(bundle))).toBe("All of it.")
  const other = new Decrypter()
  other.addPassphrase((await sealBundle(bytesOf("Another."))).passphrase)
  await expect(other.decrypt(bundle)).rejects.toThrow()
})
