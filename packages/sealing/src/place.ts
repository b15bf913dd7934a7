import type { Tenant } from "@candour/domain/tenant.ts"
import { bytesOf } from "./encoding.ts"
import { Damaged, NotThisPlace, UnknownVersion } from "./refused.ts"

/** Plaintext of a part is padded to a multiple of this many bytes, so that its size tells little. */
export const PART_STEP_BYTES = 4096

/** The same for a title (at most 80 characters): fifty stand on a page of the queue, and 4 kB each would be slow. */
export const TITLE_STEP_BYTES = 512

/** The same for one key inside a wrap, a grant or a person's sealed key: all of a kind have one size. */
export const KEY_STEP_BYTES = 512

const FORMAT_VERSION = 1
const LENGTH_BYTES = 4

/** Where one sealed part of a report belongs (keys.md, below the table). Found anywhere else, it is refused. */
export type Place = {
  /** the tenant the report was sealed for first; a transfer does not change it */
  readonly tenant: Tenant
  /** the report's id: a UUID in lower case, as PostgreSQL writes it */
  readonly report: string
  /** what it is: `body`, `event`, `note`, `title`, `message` */
  readonly part: string
  /** which of these, from 0: an integer below 2^32 */
  readonly number: number
  /** 32 bytes: `digestOf` the sealed part before this one; left out for the first */
  readonly previous?: Uint8Array
}

/** A place of any kind as bytes: no two different places give the same. */
export type PlaceBytes = Uint8Array<ArrayBuffer> & { readonly placed: true }

/** The place of a report's part as bytes. */
export const bytesOfPlace = ({ tenant, report, part, number, previous }: Place): PlaceBytes =>
  placeOf("part", tenant, report, part, number, previous ?? new Uint8Array())

/**
 * A place from its `kind` and fields, each behind its length, so that `("ab", "c")` and `("a", "bc")` differ.
 *
 * @throws RangeError - a number that is no integer from 0 to 2^32 - 1
 */
export const placeOf = (kind: string, ...fields: readonly (string | number | Uint8Array)[]): PlaceBytes =>
  joined([kind, ...fields].map(bytesOfField)) as PlaceBytes

/** `fields` one after the other, each behind its length of 4 bytes, big-endian. */
export function joined(fields: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(fields.reduce((sum, field) => sum + LENGTH_BYTES + field.length, 0))
  let at = 0
  for (const field of fields) {
    bytes.set(uint32(field.length), at)
    bytes.set(field, at + LENGTH_BYTES)
    at += LENGTH_BYTES + field.length
  }
  return bytes
}

/**
 * The plaintext that is sealed: version (1 byte), place and content each behind its length (4 bytes, big-endian),
 * then zeros up to a multiple of `step` bytes.
 */
export function putInPlace(place: PlaceBytes, content: Uint8Array, step: number): Uint8Array<ArrayBuffer> {
  const fields = joined([place, content])
  const plaintext = new Uint8Array(Math.ceil((1 + fields.length) / step) * step)
  plaintext[0] = FORMAT_VERSION
  plaintext.set(fields, 1)
  return plaintext
}

/**
 * The content of an opened plaintext, if it is where it belongs.
 *
 * @throws UnknownVersion - the first byte is no version that this code reads
 * @throws NotThisPlace - it was sealed for another place
 * @throws Damaged - a length points outside of the plaintext
 */
export function takeFromPlace(place: PlaceBytes, plaintext: Uint8Array): Uint8Array<ArrayBuffer> {
  if (plaintext[0] !== FORMAT_VERSION) throw new UnknownVersion(`sealed format ${plaintext[0]} is not known here`)
  const found = fieldAt(plaintext, 1)
  if (found.length !== place.length || found.some((byte, at) => byte !== place[at])) {
    throw new NotThisPlace("this was sealed for another place")
  }
  return fieldAt(plaintext, 1 + LENGTH_BYTES + found.length)
}

function fieldAt(bytes: Uint8Array, at: number): Uint8Array<ArrayBuffer> {
  const start = at + LENGTH_BYTES
  const end = start <= bytes.length ? start + new DataView(bytes.buffer, bytes.byteOffset).getUint32(at) : Infinity
  if (end > bytes.length) throw new Damaged("a length points outside of the plaintext")
  return bytes.slice(start, end) as Uint8Array<ArrayBuffer>
}

function bytesOfField(field: string | number | Uint8Array): Uint8Array {
  if (typeof field === "string") return bytesOf(field)
  return typeof field === "number" ? uint32(field) : field
}

function uint32(value: number): Uint8Array {
  if (!Number.isInteger(value) || value < 0 || value > 0xffffffff) throw new RangeError(`${value} is no uint32`)
  const bytes = new Uint8Array(LENGTH_BYTES)
  new DataView(bytes.buffer).setUint32(0, value)
  return bytes
}
