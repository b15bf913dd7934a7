/**
 * The closed frame: takes one file from the page around it, shows it, and answers whether it could. It has no origin, so
 * it reaches neither keys nor session; its policy lets it reach no network.
 */
import { type Answered, type Handed, handed } from "./handing.ts"
import { en } from "./messages.ts"
import type { ShowPdf } from "./pdf/browser.ts"
import { type ShownAs, shownAs } from "./shown-as.ts"

const place = document.getElementById("shown") as HTMLElement

let taken = false
addEventListener("message", ({ source, origin, data }) => {
  // `location.origin` is the address's own, which the frame no longer has as its origin.
  if (taken || source !== parent || parent === window || origin !== location.origin) return
  const file = handed.safeParse(data).data
  if (file === undefined) return
  taken = true
  void show(file)
    .catch(() => false)
    .then((shown) => {
      if (!shown) place.replaceChildren()
      parent.postMessage({ shown } satisfies Answered, origin)
    })
})

/** @returns whether it could be decoded */
async function show({ type, bytes }: Handed): Promise<boolean> {
  const as = shownAs(type, bytes.byteLength)
  if (as === undefined) return false
  if (as === "text") {
    const text = document.createElement("pre")
    text.tabIndex = 0
    text.ariaLabel = en.text
    text.setAttribute("role", "region")
    text.textContent = new TextDecoder().decode(bytes)
    place.replaceChildren(text)
    return true
  }
  if (as === "pdf") return (await pdfScript())(place, bytes)
  return shows(as, URL.createObjectURL(new Blob([bytes], { type })))
}

/** The script that draws a PDF, a megabyte: fetched with the first one. */
async function pdfScript(): Promise<ShowPdf> {
  const script = document.createElement("script")
  await new Promise((resolve, refuse) => {
    script.addEventListener("load", resolve)
    script.addEventListener("error", refuse)
    script.src = place.dataset.pdfScript ?? ""
    document.head.append(script)
  })
  if (window.showPdf === undefined) throw new Error("The script didn't start.")
  return window.showPdf
}

function shows(as: Exclude<ShownAs, "text" | "pdf">, url: string): Promise<boolean> {
  if (as === "image") {
    const image = new Image()
    image.alt = en.image
    image.src = url
    place.replaceChildren(image)
    return image.decode().then(() => true)
  }
  const player = document.createElement(as === "film" ? "video" : "audio")
  player.controls = true
  player.preload = "metadata"
  player.ariaLabel = en[as]
  const decodes = new Promise<boolean>((resolve) => {
    player.addEventListener("loadedmetadata", () => resolve(true), { once: true })
    player.addEventListener("error", () => resolve(false), { once: true })
  })
  player.src = url
  place.replaceChildren(player)
  return decodes
}
