import type { RemovedCode } from "@candour/sealing/file-entry.ts"
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from "@cantoo/pdf-lib"
import type { CleanContent } from "../cleaner.ts"
import { withoutSegments } from "../jpeg-segments.ts"

/** Entries of any dictionary that say who made it, when or with what or are files (ISO 32000-2: 14.3, 14.5, 12.5.2, 12.8, 14.13). */
const HIDING: Record<string, RemovedCode> = {
  Metadata: "other",
  PieceInfo: "program",
  LastModified: "time",
  CreationDate: "time",
  Thumb: "thumbnail",
  AF: "attachments",
}

/** Of an annotation only: elsewhere `M` and `T` are other things. */
const OF_ANNOTATION: Record<string, RemovedCode> = { M: "time", T: "comments" }

/** Of a file that is pinned to a page: elsewhere `FS` is a link's or a form's. */
const OF_PINNED_FILE: Record<string, RemovedCode> = { ...OF_ANNOTATION, FS: "attachments" }

/**
 * Takes out of a PDF its author, dates, programs, thumbnails, attached files and earlier versions. What its pages show
 * stays, pictures included; these lose what they say of themselves.
 *
 * @throws where it can't be read, or is locked by a password
 */
export async function cleanPdf(file: File): Promise<CleanContent> {
  const pdf = await PDFDocument.load(await file.arrayBuffer(), { updateMetadata: false })
  const { context } = pdf
  const removed = new Set<RemovedCode>()
  if (context.trailerInfo.Info) {
    removed.add("author")
    const info = context.trailerInfo.Info
    if (info instanceof PDFRef) context.delete(info)
    context.trailerInfo.Info = undefined
  }
  context.trailerInfo.ID = undefined
  dropAttachments(pdf, removed)
  for (const [ref, object] of context.enumerateIndirectObjects()) cleanObject(context, ref, object, removed)
  dropUnreachable(context)
  const bytes = await pdf.save({ addDefaultPage: false, updateFieldAppearances: false })
  const content = new Blob([bytes as Uint8Array<ArrayBuffer>], { type: "application/pdf" })
  return { content, cleaned: "part", removed: [...removed] }
}

function dropAttachments({ catalog, context }: PDFDocument, removed: Set<RemovedCode>): void {
  const names = context.lookup(catalog.get(PDFName.of("Names")))
  const key = PDFName.of("EmbeddedFiles")
  if (!(names instanceof PDFDict) || names.get(key) === undefined) return
  names.delete(key)
  removed.add("attachments")
}

function cleanObject(context: PDFContext, ref: PDFRef, object: PDFObject, removed: Set<RemovedCode>): void {
  for (const dict of dictsIn(object)) {
    const subtype = dict.get(PDFName.of("Subtype"))
    const isAnnotation = subtype !== undefined && dict.get(PDFName.of("Rect")) !== undefined
    const ofAnnotation = subtype === PDFName.of("FileAttachment") ? OF_PINNED_FILE : OF_ANNOTATION
    // The label of a form's field is its `T`, too, and its values are found by it.
    const isField = dict.get(PDFName.of("FT")) !== undefined || dict.get(PDFName.of("Parent")) !== undefined
    const hiding = isAnnotation && !isField ? { ...HIDING, ...ofAnnotation } : HIDING
    for (const [key, code] of Object.entries(hiding)) {
      if (dict.get(PDFName.of(key)) === undefined) continue
      dict.delete(PDFName.of(key))
      removed.add(code)
    }
  }
  if (object instanceof PDFRawStream && isJpeg(object)) {
    const clean = withoutSegments(object.getContents())
    if (clean.length === object.getContents().length) return
    context.assign(ref, PDFRawStream.of(object.dict, clean))
    removed.add("camera")
  }
}

function* dictsIn(object: PDFObject): Generator<PDFDict> {
  if (object instanceof PDFStream) yield* dictsIn(object.dict)
  else if (object instanceof PDFArray) for (const each of object.asArray()) yield* dictsIn(each)
  else if (object instanceof PDFDict) {
    yield object
    for (const value of object.values()) yield* dictsIn(value)
  }
}

const isJpeg = ({ dict }: PDFRawStream): boolean => String(dict.get(PDFName.of("Filter"))).includes("DCTDecode")

/** What no page leads to is what earlier versions left behind: the library would write it all the same. */
function dropUnreachable(context: PDFContext): void {
  const reached = new Set<PDFRef>()
  const waiting: (PDFObject | undefined)[] = [context.trailerInfo.Root, context.trailerInfo.Encrypt]
  while (waiting.length > 0) {
    const object = waiting.pop()
    if (object instanceof PDFRef) {
      if (reached.has(object)) continue
      reached.add(object)
      waiting.push(context.lookup(object))
    } else if (object instanceof PDFStream) waiting.push(object.dict)
    else if (object instanceof PDFDict) waiting.push(...object.values())
    else if (object instanceof PDFArray) waiting.push(...object.asArray())
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref)
}
