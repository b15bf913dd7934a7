/** A text as the rules read it, and where each of its signs stands in the text as it was written. */
export interface PlainText {
  /** Without accents, with straight apostrophes and plain spaces; capitals and line breaks stay. */
  plain: string
  /** The index in the written text of the sign at `index` of `plain`; for its end, the written text's end. */
  written(index: number): number
}

const ASCII = 0x7f

const STRAIGHT: Readonly<Record<string, string>> = {
  "’": "'",
  "‘": "'",
  ʼ: "'",
  "`": "'",
  "\u00a0": " ",
  "\u202f": " ",
  "\u2009": " ",
  "‐": "-",
  "‑": "-",
  "–": "-",
}

/** Few people type the roof of “gŵr” on a phone, and phones bend apostrophes: rules see neither. */
export function plainText(text: string): PlainText {
  const at: number[] = []
  let plain = ""
  let index = 0
  for (const sign of text) {
    const code = sign.charCodeAt(0)
    const simple = code <= ASCII ? (STRAIGHT[sign] ?? sign) : unaccented(sign)
    for (let unit = 0; unit < simple.length; unit++) at.push(index)
    plain += simple
    index += sign.length
  }
  return { plain, written: (place) => at[place] ?? text.length }
}

const unaccented = (sign: string) => STRAIGHT[sign] ?? sign.normalize("NFD").replace(/\p{M}/gu, "")
