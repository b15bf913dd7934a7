import { Damaged } from "./refused.ts"

/** Bytes as base64url without padding (RFC 4648 §5): what a hidden field, an attribute or session storage can hold. */
export const toBase64url = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "")

/**
 * The bytes of what {@link toBase64url} wrote; also reads the OPAQUE library's strings.
 *
 * @throws Damaged - anything that isn't base64url without padding
 */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) throw new Damaged("this is not base64url")
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0))
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
