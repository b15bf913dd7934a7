import type { Page } from "@playwright/test"

/** A PDF of two pages, the first with `words`, which would run a script, call an address and be filled in if it could. */
export function madePdf(words: string): Buffer {
  const stream = (text: string) => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (this.submitForm('http://127.0.0.1:1/')) >> >>",
    "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents 5 0 R /Annots [7 0 R] /Resources << /Font << /F1 8 0 R >> >> >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents 6 0 R >>",
    stream(`BT /F1 18 Tf 20 340 Td (${words}) Tj ET`),
    stream("1 0 0 rg 50 50 200 300 re f"),
    "<< /Type /Annot /Subtype /Link /Rect [0 0 300 400] /A << /S /URI /URI (http://127.0.0.1:1/) >> >>",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ]
  let text = "%PDF-1.7\n"
  const places = objects.map((object, index) => {
    const place = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(place).padStart(10, "0")} 00000 n \n`
  })
  const start = text.length
  const count = objects.length + 1
  text += `xref\n0 ${count}\n0000000000 65535 f \n${places.join("")}`
  text += `trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(text, "latin1")
}

/** A recording of two seconds: a tone at 8,000 samples a second, one byte each. */
export function madeWav(): Buffer {
  const samples = Buffer.from(Uint8Array.from({ length: 16_000 }, (_, at) => 128 + Math.round(60 * Math.sin(at / 3))))
  const head = Buffer.alloc(44)
  head.write("RIFF", 0)
  head.writeUInt32LE(36 + samples.length, 4)
  head.write("WAVEfmt ", 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20) // plain samples
  head.writeUInt16LE(1, 22) // one channel
  head.writeUInt32LE(8_000, 24)
  head.writeUInt32LE(8_000, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write("data", 36)
  head.writeUInt32LE(samples.length, 40)
  return Buffer.concat([head, samples])
}

/** A film of two seconds, recorded by the browser of `page` from a canvas that changes. */
export async function madeFilm(page: Page): Promise<Buffer> {
  const film = await page.evaluate(async () => {
    const canvas = document.createElement("canvas")
    const draw = canvas.getContext("2d")
    const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: "video/webm" })
    const parts: Blob[] = []
    recorder.addEventListener("dataavailable", ({ data }) => parts.push(data))
    recorder.start()
    for (let at = 0; at < 50; at += 1) {
      draw?.fillRect(at * 3, at, 20, 20)
      await new Promise((resolve) => setTimeout(resolve, 40))
    }
    const ended = new Promise((resolve) => recorder.addEventListener("stop", resolve))
    recorder.stop()
    await ended
    return [...new Uint8Array(await new Blob(parts).arrayBuffer())]
  })
  return Buffer.from(film)
}
