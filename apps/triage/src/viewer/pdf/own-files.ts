/** What the PDF library would fetch by its name: the fonts that every reader has, and how pictures of scans are packed. */
import dingbats from "pdfjs-dist/standard_fonts/FoxitDingbats.pfb"
import fixed from "pdfjs-dist/standard_fonts/FoxitFixed.pfb"
import fixedBold from "pdfjs-dist/standard_fonts/FoxitFixedBold.pfb"
import fixedBoldItalic from "pdfjs-dist/standard_fonts/FoxitFixedBoldItalic.pfb"
import fixedItalic from "pdfjs-dist/standard_fonts/FoxitFixedItalic.pfb"
import serif from "pdfjs-dist/standard_fonts/FoxitSerif.pfb"
import serifBold from "pdfjs-dist/standard_fonts/FoxitSerifBold.pfb"
import serifBoldItalic from "pdfjs-dist/standard_fonts/FoxitSerifBoldItalic.pfb"
import serifItalic from "pdfjs-dist/standard_fonts/FoxitSerifItalic.pfb"
import symbol from "pdfjs-dist/standard_fonts/FoxitSymbol.pfb"
import sansBold from "pdfjs-dist/standard_fonts/LiberationSans-Bold.ttf"
import sansBoldItalic from "pdfjs-dist/standard_fonts/LiberationSans-BoldItalic.ttf"
import sansItalic from "pdfjs-dist/standard_fonts/LiberationSans-Italic.ttf"
import sans from "pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf"
import jbig2 from "pdfjs-dist/wasm/jbig2.wasm"
import openjpeg from "pdfjs-dist/wasm/openjpeg.wasm"

const FILES: Readonly<Record<string, Uint8Array>> = {
  "FoxitDingbats.pfb": dingbats,
  "FoxitFixed.pfb": fixed,
  "FoxitFixedBold.pfb": fixedBold,
  "FoxitFixedBoldItalic.pfb": fixedBoldItalic,
  "FoxitFixedItalic.pfb": fixedItalic,
  "FoxitSerif.pfb": serif,
  "FoxitSerifBold.pfb": serifBold,
  "FoxitSerifBoldItalic.pfb": serifBoldItalic,
  "FoxitSerifItalic.pfb": serifItalic,
  "FoxitSymbol.pfb": symbol,
  "LiberationSans-Bold.ttf": sansBold,
  "LiberationSans-BoldItalic.ttf": sansBoldItalic,
  "LiberationSans-Italic.ttf": sansItalic,
  "LiberationSans-Regular.ttf": sans,
  "jbig2.wasm": jbig2,
  "openjpeg.wasm": openjpeg,
}

/** Gives the library its files out of this script. What isn't here, such as Chinese without fonts, is left undrawn. */
export class OwnFiles {
  async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    const bytes = FILES[filename]
    if (bytes === undefined) throw new Error(`${filename} isn't in this script.`)
    return bytes.slice() // the library hands it on, and keeps no copy
  }
}
