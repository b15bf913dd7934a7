/** The key that was tried opens nothing here: another person's, another force's, or the sealed bytes were never for it. */
export class NotForThisKey extends Error {
  override name = "NotForThisKey"
}

/** Sealed by somebody who had the key, but for another place: another tenant, report, part, number or order. */
export class NotThisPlace extends Error {
  override name = "NotThisPlace"
}

/** What was sealed has been cut, lengthened or altered since. */
export class Damaged extends Error {
  override name = "Damaged"
}

/** Written in a format newer (or older) than this code reads. The bytes are whole: a newer release opens them. */
export class UnknownVersion extends Error {
  override name = "UnknownVersion"
}

/** Bytes that were never sealed by this package, such as plain text on its way into a column for sealed text. */
export class NotSealed extends Error {
  override name = "NotSealed"
}

/** A message that this voice did not sign: somebody else wrote it, or altered it. */
export class NotThisVoice extends Error {
  override name = "NotThisVoice"
}
