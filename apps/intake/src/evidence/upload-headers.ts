import { PIECE_BYTES } from "@candour/domain/piece.ts"

/** Where files are sent to, by the tus protocol (tus.io, version 1.0.0). The address of a file ends with its id. */
export const FILES_PATH = "/evidence/files"

/**
 * Whose file it is. In headers, never in the address, which anybody on the way may write down: the mailbox's address
 * (32 bytes, base64url) is what a receipt opens.
 */
export const UPLOAD_HEADERS = { address: "candour-mailbox", report: "candour-report", file: "candour-file" } as const

/** Bytes of one request at most: whole pieces, so that none is dropped at its end. */
export const CHUNK_BYTES = 4 * PIECE_BYTES

/** Why no file was begun, as the server answers it: an HTTP status with its name. */
export const REFUSALS = { unknown: 404, full: 403, conflict: 422, "not-yet": 503, busy: 503, "no-room": 507 } as const
