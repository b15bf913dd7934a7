/**
 * Shows a PDF in the closed frame: its pages as pictures, each with its text. Loaded there alone, and once somebody opens
 * one. No script, form, link or note of the file does anything, and its fonts are drawn by the library as shapes.
 */
import { AnnotationMode, getDocument, type PDFDocumentProxy, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs"
import "pdfjs-dist/legacy/build/pdf.worker.mjs"
import { en } from "../messages.ts"
import { OwnFiles } from "./own-files.ts"

/** Pages that are shown at most: each is a picture that the browser keeps. */
const MOST_PAGES = 60
/** Pixels of one page at most, about a sheet at 150 dots an inch. */
const MOST_PAGE_PIXELS = 2_500_000
/** Pixels of one picture in it at most; a larger one is left out, since it could fill the memory. */
const MOST_PICTURE_PIXELS = 64_000_000
/** Letters of one page's text at most. */
const MOST_LETTERS = 100_000

/** How the frame's own script reaches this one: neither is a module, since its origin is opaque. */
export type ShowPdf = (place: HTMLElement, bytes: ArrayBuffer) => Promise<boolean>
declare global {
  interface Window {
    showPdf?: ShowPdf
  }
}

/** @returns whether it is a PDF that can be read; its pages follow one after another */
window.showPdf = async (place, bytes) => {
  const loading = getDocument({
    data: new Uint8Array(bytes),
    BinaryDataFactory: OwnFiles,
    disableFontFace: true,
    disableWorkerRendering: true,
    enableXfa: false,
    maxImageSize: MOST_PICTURE_PIXELS,
    useSystemFonts: false,
    useWorkerFetch: false,
    verbosity: 0,
  })
  const pdf = await loading.promise // refuses what is damaged or locked with a password
  const first = await pdf.getPage(1)
  place.replaceChildren()
  if (pdf.numPages > MOST_PAGES) say(place, en.pdf.most(MOST_PAGES, pdf.numPages))
  void showPages(place, pdf, first)
  return true
}

async function showPages(place: HTMLElement, pdf: PDFDocumentProxy, first: PDFPageProxy): Promise<void> {
  const count = Math.min(pdf.numPages, MOST_PAGES)
  for (let number = 1; number <= count; number += 1) {
    const section = document.createElement("section")
    section.ariaLabel = en.pdf.page(number, pdf.numPages)
    place.append(section)
    try {
      const page = number === 1 ? first : await pdf.getPage(number)
      section.append(await pictureOf(page, number, pdf.numPages))
      showText(section, await textOf(page), number)
      page.cleanup()
    } catch {
      say(section, en.pdf.notDrawn(number))
    }
  }
  say(place, en.pdf.end(pdf.numPages, count))
}

async function pictureOf(page: PDFPageProxy, number: number, of: number): Promise<HTMLImageElement> {
  const { width, height } = page.getViewport({ scale: 1 })
  const scale = Math.min(2, Math.sqrt(MOST_PAGE_PIXELS / (width * height)))
  const viewport = page.getViewport({ scale })
  const canvas = document.createElement("canvas")
  canvas.width = Math.max(1, Math.floor(viewport.width))
  canvas.height = Math.max(1, Math.floor(viewport.height))
  await page.render({ canvas, viewport, annotationMode: AnnotationMode.DISABLE }).promise
  const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve))
  canvas.width = 0 // gives its memory back at once
  if (drawn === null) throw new Error("not drawn")
  const image = new Image()
  image.alt = en.pdf.picture(number, of)
  image.src = URL.createObjectURL(drawn)
  return image
}

async function textOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent()
  const text = items.map((item) => ("str" in item ? `${item.str}${item.hasEOL ? "\n" : ""}` : "")).join("")
  return text.trim().slice(0, MOST_LETTERS)
}

function showText(section: HTMLElement, text: string, number: number): void {
  if (text === "") {
    say(section, en.pdf.noText(number))
    return
  }
  const details = document.createElement("details")
  const summary = document.createElement("summary")
  summary.textContent = en.pdf.text(number)
  const words = document.createElement("p")
  words.className = "words"
  words.textContent = text
  details.append(summary, words)
  section.append(details)
}

function say(place: HTMLElement, sentence: string): void {
  const said = document.createElement("p")
  said.textContent = sentence
  place.append(said)
}
