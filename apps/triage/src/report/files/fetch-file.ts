/** Browser: fetches a file's sealed pieces and opens them here. */
import { PIECE_BYTES } from "@candour/domain/piece.ts"
import { fromBase64url } from "@candour/sealing/encoding.ts"
import type { FileEntry } from "@candour/sealing/file-entry.ts"
import { secretFrom } from "@candour/sealing/sealed.ts"
import { openFile, sealedFileBytes } from "@candour/sealing/sealed-file.ts"
import { Refused } from "../../ask.ts"
import type { Problem } from "../../json.ts"
import { en } from "./messages.ts"

/**
 * The content of a file, whole and as it was sent.
 *
 * @param report - the report's id
 * @param onProgress - told how much of it is here, from 0 to 1
 * @throws Refused - with the sentence for the person
 */
export async function fetchFile(
  report: string,
  entry: FileEntry,
  onProgress: (part: number) => void = () => {},
): Promise<Blob> {
  try {
    const pieces = fetchedPieces(report, entry, onProgress)
    const content = await openFile(secretFrom(fromBase64url(entry.key)), { report, file: entry.id }, pieces, {
      bytes: entry.bytes,
      digest: fromBase64url(entry.digest),
    })
    // As bytes of no kind: a browser that is led to open it would otherwise show a page that the reporter made.
    return new Blob(await allOf(content), { type: "application/octet-stream" })
  } catch (error) {
    const refused = refusalIn(error)
    throw refused ?? new Refused({ problem: "damaged", sentence: en.problem.damaged })
  }
}

/** What the server said, under what opening made of the broken stream. */
function refusalIn(error: unknown): Refused | undefined {
  for (let each = error; each instanceof Error; each = each.cause) if (each instanceof Refused) return each
  return undefined
}

function fetchedPieces(report: string, entry: FileEntry, onProgress: (part: number) => void) {
  const count = Math.ceil(sealedFileBytes(entry.bytes) / PIECE_BYTES)
  let number = 0
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (number === count) return controller.close()
        controller.enqueue(await fetchPiece(`/report/${report}/files/${entry.id}/${number}`))
        number += 1
        onProgress(number / count)
      },
    },
    { highWaterMark: 0 },
  )
}

async function fetchPiece(path: string): Promise<Uint8Array> {
  const refused = (problem: string, sentence: string, cause?: unknown) =>
    Object.assign(new Refused({ problem, sentence }), { cause })
  const answer = await fetch(path).catch((cause) => {
    throw refused("away", en.problem.away, cause)
  })
  if (answer.status === 404) throw refused("not-here", en.problem.notHere)
  if (answer.status === 409) throw new Refused((await answer.json()) as Problem)
  if (!answer.ok) throw refused("away", en.problem.away)
  return new Uint8Array(await answer.arrayBuffer())
}

async function allOf(content: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>[]> {
  const reader = content.getReader()
  const chunks: Uint8Array<ArrayBuffer>[] = []
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return chunks
    chunks.push(value as Uint8Array<ArrayBuffer>)
  }
}
