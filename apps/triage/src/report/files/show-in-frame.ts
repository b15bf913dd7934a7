/** Browser: shows a file in a closed frame, where nothing of it reaches this page, its keys or a network. */
import { answered, type Handed } from "../../viewer/handing.ts"
import { element } from "../element.ts"

/** Milliseconds that a frame has to load and to decode: a long film's metadata takes some. */
const PATIENCE = 30_000

/**
 * Hands `content` over to a new frame in `place`; from then on the frame alone has those bytes.
 *
 * @param type - as the sender's browser said
 * @param title - the frame's, for screen readers
 * @returns whether the frame could show it; where it couldn't, `place` is empty
 */
export async function showInFrame(place: HTMLElement, content: Blob, type: string, title: string): Promise<boolean> {
  const frame = element("iframe", "candour-viewer") as HTMLIFrameElement
  frame.title = title
  frame.setAttribute("sandbox", "allow-scripts")
  frame.src = "/viewer"
  const bytes = await content.arrayBuffer()
  const shown = await new Promise<boolean>((resolve) => {
    const answer = ({ source, data }: MessageEvent) => {
      if (source !== frame.contentWindow) return
      done(answered.safeParse(data).data?.shown ?? false)
    }
    const timer = setTimeout(() => done(false), PATIENCE)
    function done(is: boolean) {
      clearTimeout(timer)
      removeEventListener("message", answer)
      resolve(is)
    }
    addEventListener("message", answer)
    // Its origin is opaque, which no address names; the page's policy lets no other site into the frame.
    frame.addEventListener(
      "load",
      () => frame.contentWindow?.postMessage({ type, bytes } satisfies Handed, "*", [bytes]),
      { once: true },
    )
    place.replaceChildren(frame)
  })
  if (!shown) place.replaceChildren()
  return shown
}
