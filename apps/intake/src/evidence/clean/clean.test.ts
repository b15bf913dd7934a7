import { PDFDocument, PDFName, PDFString } from "@cantoo/pdf-lib"
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate"
import {
  ALL_FORMATS,
  BlobSource,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  Input,
  Mp4OutputFormat,
  Output,
} from "mediabunny"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type InChromium, openInChromium } from "../../testing/in-chromium.ts"
import { cleanName } from "./clean-file.ts"
import { withoutSegments } from "./jpeg-segments.ts"
import { kindOfFile } from "./kind-of-file.ts"
import { cleanMedia } from "./media/clean-media.ts"
import { cleanOffice } from "./office/clean-office.ts"
import { cleanPdf } from "./pdf/clean-pdf.ts"

declare const tested: typeof import("./clean-file.ts")

/** What must be in no cleaned file, in no spelling. */
const CANARY = "Canary-Siân-51.4816"
const contains = async (content: Blob, words = CANARY): Promise<boolean> => {
  const bytes = Buffer.from(await content.arrayBuffer())
  return [words, words.replace("â", "\u00e2")].some((each) =>
    [
      Buffer.from(each),
      Buffer.from(each, "latin1"),
      Buffer.from(each, "utf16le"),
      Buffer.from(each, "utf16le").swap16(),
    ].some((spelled) => bytes.includes(spelled)),
  )
}
const fileOf = (bytes: Uint8Array, name: string, type = "") =>
  new File([bytes as Uint8Array<ArrayBuffer>], name, { type })

/** Exif as a phone writes it: who made it, with what, when and where, in TIFF's big-endian form. */
function exifSegment(): Uint8Array {
  const words = Buffer.from(`${CANARY}\0`, "latin1")
  const entry = (tag: number, type: number, count: number, value: number) => {
    const bytes = Buffer.alloc(12)
    bytes.writeUInt16BE(tag, 0)
    bytes.writeUInt16BE(type, 2)
    bytes.writeUInt32BE(count, 4)
    bytes.writeUInt32BE(value, 8)
    return bytes
  }
  const at = 8 + 2 + 4 * 12 + 4
  const directory = Buffer.concat([
    Buffer.from([0, 4]),
    entry(0x010f, 2, words.length, at),
    entry(0x0132, 2, words.length, at),
    entry(0x013b, 2, words.length, at),
    entry(0x8825, 4, 1, at),
    Buffer.alloc(4),
  ])
  const tiff = Buffer.concat([Buffer.from("MM\0*\0\0\0\x08", "latin1"), directory, words])
  const body = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff])
  const head = Buffer.alloc(4)
  head.writeUInt16BE(0xffe1, 0)
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}
const withExif = (jpeg: Uint8Array) => Buffer.concat([jpeg.subarray(0, 2), exifSegment(), jpeg.subarray(2)])

let at: InChromium
let jpeg: Uint8Array
beforeAll(async () => {
  at = await openInChromium(["./clean-file.ts"], import.meta.dirname)
  const base64 = await at.page.evaluate(() => {
    const canvas = document.createElement("canvas")
    canvas.width = 40
    canvas.height = 20
    const drawing = canvas.getContext("2d")
    if (drawing) drawing.fillStyle = "red"
    drawing?.fillRect(0, 0, 20, 20)
    return canvas.toDataURL("image/jpeg").split(",")[1] ?? ""
  })
  jpeg = Buffer.from(base64, "base64")
})
afterAll(() => at.close())

test("a photo is drawn anew: what is seen stays, and neither place, camera, time nor author", async () => {
  const base64 = withExif(jpeg).toString("base64")
  const clean = await at.page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
    const scripts = { pdf: "", office: "", media: "" }
    const { file, ...rest } = await tested.cleanFile(new File([bytes], "IMG_20260301_2215.jpg"), scripts)
    const picture = await createImageBitmap(file)
    return {
      ...rest,
      name: file.name,
      type: file.type,
      size: [picture.width, picture.height],
      modified: file.lastModified,
      bytes: btoa(String.fromCharCode(...new Uint8Array(await file.arrayBuffer()))),
    }
  }, base64)
  expect(clean).toMatchObject({ cleaned: "yes", remains: "picture", name: "picture.jpg", type: "image/jpeg" })
  expect(clean.size).toEqual([40, 20])
  expect(clean.modified).toBe(0)
  expect([...clean.removed].sort()).toEqual(["author", "camera", "other", "place", "time"])
  expect(await contains(new Blob([withExif(jpeg)]))).toBe(true)
  expect(await contains(new Blob([Buffer.from(clean.bytes, "base64")]))).toBe(false)
})

test("what no browser can read is sent as it is, and said to be not cleaned", async () => {
  const answers = await at.page.evaluate(async () => {
    const scripts = { pdf: "/nothing.js", office: "/nothing.js", media: "/nothing.js" }
    const files = [
      new File(["\x89PNG that is none"], "a.png"),
      new File(["%PDF-1.7"], "b.pdf"),
      new File(["words"], "c.txt"),
    ]
    return Promise.all(
      files.map(async (file) => {
        const { cleaned, removed, remains, file: sent } = await tested.cleanFile(file, scripts)
        return [sent === file, cleaned, removed.length, remains]
      }),
    )
  })
  expect(answers).toEqual(Array.from({ length: 3 }, () => [true, "no", 0, "all"]))
})

test("a picture inside another file loses its segments and keeps its pixels bit for bit", () => {
  expect(Buffer.compare(withoutSegments(withExif(jpeg)), jpeg)).toBe(0)
  const other = Buffer.from("no picture")
  expect(withoutSegments(other)).toBe(other)
})

test("a PDF keeps its pages and loses author, dates, attachments and earlier versions", async () => {
  const pdf = await PDFDocument.create()
  const page = pdf.addPage([300, 300])
  page.drawImage(await pdf.embedJpg(withExif(jpeg)))
  page.node.set(PDFName.of("LastModified"), PDFString.of(CANARY))
  const note = pdf.context.obj({ Type: "Annot", Subtype: "Text", Rect: [0, 0, 9, 9], T: PDFString.of(CANARY) })
  page.node.set(PDFName.of("Annots"), pdf.context.obj([pdf.context.register(note)]))
  pdf.setAuthor(CANARY)
  pdf.setProducer(CANARY)
  pdf.context.register(pdf.context.obj({ Old: PDFString.of(CANARY) })) // no page leads there
  await pdf.attach(Buffer.from(CANARY), `${CANARY}.txt`)
  const bytes = await pdf.save({ useObjectStreams: false })
  expect(await contains(new Blob([bytes as Uint8Array<ArrayBuffer>]))).toBe(true)

  const { content, cleaned, removed } = await cleanPdf(fileOf(bytes, "a.pdf"))
  expect(cleaned).toBe("part")
  expect(removed).toEqual(expect.arrayContaining(["author", "attachments", "camera", "comments", "time"]))
  const opened = await PDFDocument.load(await content.arrayBuffer(), { updateMetadata: false })
  expect([opened.getPageCount(), opened.getAuthor(), opened.getProducer()]).toEqual([1, undefined, undefined])
  const plain = await opened.save({ useObjectStreams: false })
  expect(await contains(new Blob([plain as Uint8Array<ArrayBuffer>]))).toBe(false)
})

test("a file that is pinned to a page of a PDF, or to what is on it, goes with the others", async () => {
  const pdf = await PDFDocument.create()
  const page = pdf.addPage([300, 300])
  const embedded = pdf.context.register(pdf.context.stream(CANARY))
  const file = pdf.context.register(pdf.context.obj({ Type: "Filespec", F: PDFString.of(CANARY), EF: { F: embedded } }))
  const pinned = { Type: "Annot", Subtype: "FileAttachment", Rect: [0, 0, 9, 9], FS: file }
  const linked = { Type: "Annot", Subtype: "Link", Rect: [0, 0, 9, 9], AF: [file] }
  page.node.set(PDFName.of("Annots"), pdf.context.obj([pinned, linked]))
  page.node.set(PDFName.of("AF"), pdf.context.obj([file]))
  const bytes = await pdf.save({ useObjectStreams: false })
  expect(await contains(new Blob([bytes as Uint8Array<ArrayBuffer>]))).toBe(true)
  const { content, removed } = await cleanPdf(fileOf(bytes, "a.pdf"))
  expect(removed).toContain("attachments")
  const opened = await PDFDocument.load(await content.arrayBuffer(), { updateMetadata: false })
  const plain = await opened.save({ useObjectStreams: false })
  expect(await contains(new Blob([plain as Uint8Array<ArrayBuffer>]))).toBe(false)
})

test("a Word file keeps its words and changes, and loses who made them, when and where", async () => {
  const document = `<w:document><w:p w:rsidR="00AB12"><w:ins w:id="1" w:author="${CANARY}" w:date="2026-03-01T22:15:00Z"><w:t>He came by at night.</w:t></w:ins></w:p></w:document>`
  const bytes = zipSync({
    "[Content_Types].xml": strToU8('<Types><Override PartName="/docProps/thumbnail.jpeg"/></Types>'),
    "_rels/.rels": strToU8(
      '<Relationships><Relationship Id="r1" Target="docProps/thumbnail.jpeg"/><Relationship Id="r2" Target="word/document.xml"/></Relationships>',
    ),
    "docProps/core.xml": strToU8(`<cp:coreProperties><dc:creator>${CANARY}</dc:creator></cp:coreProperties>`),
    "docProps/app.xml": strToU8(`<Properties><Company>${CANARY}</Company></Properties>`),
    "docProps/thumbnail.jpeg": withExif(jpeg),
    "word/document.xml": strToU8(document),
    "word/comments.xml": strToU8(`<w:comment w:author="${CANARY}" w:initials="${CANARY}">So.</w:comment>`),
    "word/settings.xml": strToU8('<w:settings><w:rsids><w:rsid w:val="00AB12"/></w:rsids></w:settings>'),
    "word/media/image1.jpg": withExif(jpeg),
  })
  const { content, removed } = await cleanOffice(fileOf(bytes, "a.docx"))
  const parts = unzipSync(new Uint8Array(await content.arrayBuffer()))
  expect(Object.keys(parts)).not.toContain("docProps/thumbnail.jpeg")
  expect(strFromU8(parts["_rels/.rels"] ?? new Uint8Array())).toBe(
    '<Relationships><Relationship Id="r2" Target="word/document.xml"/></Relationships>',
  )
  expect(strFromU8(parts["word/document.xml"] ?? new Uint8Array())).toBe(
    '<w:document><w:p><w:ins w:id="1" w:author=""><w:t>He came by at night.</w:t></w:ins></w:p></w:document>',
  )
  for (const part of Object.values(parts))
    expect(await contains(new Blob([part as Uint8Array<ArrayBuffer>]))).toBe(false)
  expect(Buffer.compare(parts["word/media/image1.jpg"] ?? Buffer.of(), jpeg)).toBe(0)
  expect(removed).toEqual(expect.arrayContaining(["author", "program", "thumbnail", "comments", "time", "camera"]))
})

test("spreadsheets, slides and OpenDocument lose their people, paths and pictures of the first page", async () => {
  const cleanedParts = async (parts: Record<string, string>, name: string) => {
    const bytes = zipSync(Object.fromEntries(Object.entries(parts).map(([path, words]) => [path, strToU8(words)])))
    const clean = unzipSync(new Uint8Array(await (await cleanOffice(fileOf(bytes, name))).content.arrayBuffer()))
    return Object.values(clean)
      .map((part) => strFromU8(part))
      .join("\n")
  }
  const sheet = await cleanedParts(
    {
      "[Content_Types].xml": "<Types/>",
      "xl/workbook.xml": `<workbook><x15ac:absPath url="C:\\Users\\${CANARY}\\"/><sheet name="One"/></workbook>`,
      "xl/comments1.xml": `<authors><author>${CANARY}</author></authors>`,
      "xl/persons/person.xml": `<person displayName="${CANARY}" id="{1}" userId="${CANARY}" providerId="AD"/>`,
    },
    "a.xlsx",
  )
  const slides = await cleanedParts(
    {
      "[Content_Types].xml": "<Types/>",
      "ppt/commentAuthors.xml": `<p:cmAuthor id="0" name="${CANARY}" initials="${CANARY}"/>`,
    },
    "a.pptx",
  )
  const text = await cleanedParts(
    {
      mimetype: "application/vnd.oasis.opendocument.text",
      "content.xml": `<office:annotation><dc:creator>${CANARY}</dc:creator><dc:date>2026-03-01</dc:date><text:p>So.</text:p></office:annotation>`,
      "meta.xml": `<meta:initial-creator>${CANARY}</meta:initial-creator>`,
      "Thumbnails/thumbnail.png": CANARY,
      "META-INF/manifest.xml":
        '<manifest:file-entry manifest:full-path="Thumbnails/thumbnail.png" manifest:media-type="image/png"/>',
    },
    "a.odt",
  )
  for (const words of [sheet, slides, text]) expect(words).not.toContain(CANARY)
  expect(sheet).toContain('<sheet name="One"/>')
  expect(text).toContain("<text:p>So.</text:p>")
  expect(text).not.toMatch(/thumbnail|2026-03-01/)
})

test("comments of Word, Excel and PowerPoint lose when they were made", async () => {
  const when = "2026-03-01T22:15:00"
  const parts = {
    "[Content_Types].xml": "<Types/>",
    "word/commentsExtensible.xml": `<w16cex:commentExtensible w16cex:durableId="1" w16cex:dateUtc="${when}Z"/>`,
    "xl/threadedComments/threadedComment1.xml": `<threadedComment ref="A1" dT="${when}.00" personId="{1}" id="{2}"><text>So.</text></threadedComment>`,
    "ppt/comments/comment1.xml": `<p:cm authorId="0" dt="${when}" idx="1"><p:text>So.</p:text></p:cm>`,
    "ppt/comments/modernComment1.xml": `<p188:cm id="{1}" authorId="{2}" created="${when}.000"><p188:reply id="{3}" created="${when}.100"/></p188:cm>`,
  }
  const bytes = zipSync(Object.fromEntries(Object.entries(parts).map(([path, words]) => [path, strToU8(words)])))
  const { content, removed } = await cleanOffice(fileOf(bytes, "a.docx"))
  const clean = Object.values(unzipSync(new Uint8Array(await content.arrayBuffer()))).map((part) => strFromU8(part))
  expect(clean.join()).not.toContain("2026-03-01")
  expect(clean.join()).toContain("<text>So.</text>")
  expect(removed).toEqual(["time"])
})

test("sound in an MP4 keeps its packets bit for bit, and loses its tags", async () => {
  const target = new BufferTarget()
  const output = new Output({ format: new Mp4OutputFormat(), target })
  const source = new EncodedAudioPacketSource("aac")
  output.addAudioTrack(source)
  output.setMetadataTags({ title: CANARY, artist: CANARY, comment: CANARY, date: new Date("2026-03-01") })
  await output.start()
  const config = {
    codec: "mp4a.40.2",
    sampleRate: 44_100,
    numberOfChannels: 1,
    description: new Uint8Array([0x12, 0x08]),
  }
  for (let number = 0; number < 20; number += 1) {
    const packet = new EncodedPacket(new Uint8Array(50).fill(number), "key", number * 0.023, 0.023)
    await source.add(packet, { decoderConfig: config })
  }
  await output.finalize()
  const bytes = new Uint8Array(target.buffer ?? new ArrayBuffer())
  expect(await contains(new Blob([bytes]))).toBe(true)

  const { content, cleaned, removed } = await cleanMedia(fileOf(bytes, "REC001.m4a", "audio/mp4"))
  expect(cleaned).toBe("part")
  expect(removed).toEqual(expect.arrayContaining(["title", "author", "comments", "time", "place"]))
  expect(await contains(content)).toBe(false)
  const read = new Input({ source: new BlobSource(content), formats: ALL_FORMATS })
  expect(await read.getMetadataTags()).toEqual({})
  const clean = Buffer.from(await content.arrayBuffer())
  for (const name of ["mvhd", "tkhd", "mdhd"]) {
    const at = clean.indexOf(name) + 8 // after the name: version and flags
    expect([name, clean.readUInt32BE(at), clean.readUInt32BE(at + 4)]).toEqual([name, 0, 0])
  }
})

test("a WAV keeps its sound and loses its list of who recorded it and when", async () => {
  const chunk = (name: string, body: Buffer) => {
    const head = Buffer.alloc(8)
    head.write(name, "latin1")
    head.writeUInt32LE(body.length, 4)
    return Buffer.concat([head, body, Buffer.alloc(body.length % 2)])
  }
  const format = Buffer.alloc(16)
  format.writeUInt16LE(1, 0)
  format.writeUInt16LE(1, 2)
  format.writeUInt32LE(8_000, 4)
  format.writeUInt32LE(16_000, 8)
  format.writeUInt16LE(2, 12)
  format.writeUInt16LE(16, 14)
  const sound = Buffer.from(new Uint8Array(4_000).map((_, place) => place % 97))
  const body = Buffer.concat([
    Buffer.from("WAVE"),
    chunk("fmt ", format),
    chunk("LIST", Buffer.concat([Buffer.from("INFO"), chunk("IART", Buffer.from(CANARY))])),
    chunk("bext", Buffer.from(CANARY.padEnd(602))),
    chunk("data", sound),
  ])
  const wav = chunk("RIFF", body)
  const { content } = await cleanMedia(fileOf(wav, "a.wav", "audio/wav"))
  expect(await contains(content)).toBe(false)
  expect(Buffer.from(await content.arrayBuffer()).includes(sound)).toBe(true)
})

test("what can't be taken over whole is not cleaned", async () => {
  await expect(cleanMedia(fileOf(Buffer.from("RIFF....WAVE"), "a.wav"))).rejects.toThrow()
  await expect(cleanPdf(fileOf(Buffer.from("%PDF-1.7 cut off"), "a.pdf"))).rejects.toThrow()
  await expect(cleanOffice(fileOf(zipSync({ "a.txt": strToU8("So.") }), "a.docx"))).rejects.toThrow("no office file")
})

test("a file's kind is known by what it is, not by what it is called", async () => {
  const kind = (start: string, name = "a.jpg") => kindOfFile(fileOf(Buffer.from(start, "latin1"), name))
  expect(await kind("\xff\xd8\xff\xe0")).toBe("image")
  expect(await kind("\0\0\0\x18ftypheic")).toBe("image")
  expect(await kind("\0\0\0\x18ftypqt  ")).toBe("media")
  expect(await kind("\x1aE\xdf\xa3")).toBe("media")
  expect(await kind("%PDF-1.7")).toBe("pdf")
  expect(await kind("PK\x03\x04", "a.docx")).toBe("office")
  expect(await kind("PK\x03\x04", "a.zip")).toBe("other")
  expect(await kind("MZ", "a.jpg")).toBe("other")
  expect(await kind("")).toBe("other")
})

test("a name that a device made says again what was taken out, so it goes; one that a person gave stays", () => {
  expect(cleanName("PXL_20260301_221500.heic", "image", "image/jpeg")).toBe("picture.jpg")
  expect(cleanName("WhatsApp Video 2026-03-01.mp4", "media", "video/mp4")).toBe("recording.mp4")
  expect(cleanName("his car.jpeg", "image", "image/jpeg")).toBe("his car.jpg")
  expect(cleanName("letter 20260301.pdf", "pdf", "application/pdf")).toBe("letter 20260301.pdf")
})
