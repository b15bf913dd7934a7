import type { Database } from "@candour/database/connect.ts"
import { addFilePiece, type OwnFile } from "@candour/database/sealed-files.ts"
import { PIECE_BYTES } from "@candour/domain/piece.ts"
import { sealedFromStorage } from "@candour/sealing/sealed.ts"
import { MemoryLocker } from "@tus/server"

/**
 * Files that are received in the same moment, at most: each holds one piece and its copy on the way to the database.
 * Forms without script have places of their own: they take long, and must not keep everybody else out.
 */
const MOST_AT_ONCE = { parts: 24, forms: 12 }

/** Of these, one mailbox's at most: a browser sends one part after another, but a lost connection may still hold one. */
const MOST_OF_ONE = { parts: 4, forms: 1 }

/** How many times faster than usual a sender must be while more than half of the places are taken. */
const HASTE = 16

type Kind = keyof typeof MOST_AT_ONCE

/** Everybody's files on their way in: how many there may be, and that nobody writes the same one twice. */
export interface Uploads {
  locker: MemoryLocker
  /**
   * A place for files of the mailbox that has this address.
   *
   * @returns what gives the place back; undefined where there is none
   */
  take(kind: Kind, address: Uint8Array): (() => void) | undefined
  /** How many times the usual pace a sender has to keep now: places that are scarce are not for who is slow on purpose. */
  haste(kind: Kind): number
}

/** See {@link Uploads}; one for each process. */
export function createUploads(most: Record<Kind, number> = MOST_AT_ONCE): Uploads {
  const underWay: Record<Kind, string[]> = { parts: [], forms: [] }
  return {
    locker: new MemoryLocker(),
    take(kind, address) {
      const taken = underWay[kind]
      const mailbox = Buffer.from(address).toString("base64")
      const own = taken.filter((each) => each === mailbox).length
      if (taken.length >= most[kind] || own >= MOST_OF_ONE[kind]) return undefined
      taken.push(mailbox)
      return () => void taken.splice(taken.indexOf(mailbox), 1)
    },
    haste: (kind) => (underWay[kind].length * 2 > most[kind] ? HASTE : 1),
  }
}

/** The file was never begun, or was called off meanwhile; or another request adds to it. */
export class FileGone extends Error {
  override name = "FileGone"
}

/** What is known of a file before some of it is stored. */
interface Begun {
  /** Bytes that are stored already: whole pieces. */
  stored: number
  /** How many it will have; undefined: it ends with its stream. */
  bytes: number | undefined
}

/**
 * Stores sealed bytes as pieces, as they come. One piece is held in memory and none on disk; the next bytes are asked
 * for when the one before is in the database.
 *
 * @returns how many bytes are stored then; what came of a piece that isn't whole is dropped, to be sent again
 * @throws NotSealed - the file doesn't begin as a sealed one does
 * @throws FileGone, DatabaseAway
 */
export async function storePieces(
  database: Database,
  own: OwnFile,
  { stored: before, bytes }: Begun,
  chunks: AsyncIterable<Uint8Array>,
): Promise<number> {
  const piece = new Uint8Array(PIECE_BYTES)
  let [stored, held] = [before, 0]
  const store = async (last: boolean) => {
    const part = piece.subarray(0, held)
    if (stored === 0) sealedFromStorage(part)
    const now = await addFilePiece(database, own, { number: stored / PIECE_BYTES, piece: part, last })
    if (now !== stored + held) throw new FileGone("this file is no longer ours to add to")
    stored = now
    held = 0
  }
  for await (const chunk of chunks) {
    for (let rest = chunk; rest.length > 0; ) {
      if (held === PIECE_BYTES) await store(false)
      const part = rest.subarray(0, PIECE_BYTES - held)
      piece.set(part, held)
      held += part.length
      rest = rest.subarray(part.length)
      if (held === PIECE_BYTES && bytes !== undefined) await store(stored + held === bytes)
    }
  }
  if (held > 0 && (bytes === undefined || stored + held === bytes)) await store(true)
  return stored
}
