import { Damaged } from "./refused.ts"

/** Bytes that become letters at once: one by one, a page of sealed titles took longer to write than to look up. */
const PIECE = 8_192

/** Bytes as base64url without padding (RFC 4648 §5): what a hidden field, an attribute or session storage can hold. */
export function toBase64url(bytes: Uint8Array): string {
  let text = ""
  for (let from = 0; from < bytes.length; from += PIECE)
    // Spread would walk the bytes one by one: seven times as long.
    text += Reflect.apply(String.fromCharCode, undefined, bytes.subarray(from, from + PIECE))
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")
}

/**
 * The bytes of what {@link toBase64url} wrote; also reads the OPAQUE library's strings.
 *
 * @throws Damaged - anything that isn't base64url without padding
 */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) throw new Damaged("this is not base64url")
  const letters = atob(text.replaceAll("-", "+").replaceAll("_", "/"))
  const bytes = new Uint8Array(letters.length)
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at)
  return bytes
}

/** UTF-8 bytes of `text`. */
export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

/**
 * The text of UTF-8 `bytes`, a leading U+FEFF included.
 *
 * @throws Damaged - the bytes are not UTF-8
 */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (cause) {
    throw new Damaged("this is not UTF-8 text", { cause })
  }
}
