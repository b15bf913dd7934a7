import { Encrypter } from "age-encryption"

/** Crockford's base32, as a reference has it: no letter is taken for another. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
const GROUPS = 6
const GROUP_LETTERS = 4

/** 24 letters of 5 random bits: 120 bits, which no stretching improves, so age's is left at its least. */
const newBundlePassphrase = (): string =>
  Array.from({ length: GROUPS }, () =>
    [...crypto.getRandomValues(new Uint8Array(GROUP_LETTERS))].map((byte) => ALPHABET[byte % 32]).join(""),
  ).join("-")

/**
 * Seals a file for whoever is told its passphrase: `age -d` opens it, with nothing of Candour's around it. A passphrase is
 * made for each bundle, and is kept nowhere.
 */
export async function sealBundle(
  content: Uint8Array,
): Promise<{ bundle: Uint8Array<ArrayBuffer>; passphrase: string }> {
  const passphrase = newBundlePassphrase()
  const age = new Encrypter()
  age.setPassphrase(passphrase)
  age.setScryptWorkFactor(1)
  return { bundle: (await age.encrypt(content)) as Uint8Array<ArrayBuffer>, passphrase }
}
