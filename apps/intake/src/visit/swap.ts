/** What a page's own script may offer to the script of all pages. */
export interface Part {
  /** Called when the page's main part is there, first or swapped in. */
  show?(): void
  /** Keeps, for the page that comes in its place, what isn't typed in the form. */
  carry?(form: HTMLFormElement): void
  /**
   * Sends a form that is marked `data-part-sends`, or answers the fields that may be posted in its place.
   * Where it throws, nothing was taken, and the form stays as it is.
   *
   * @param submitter - the button that was pressed, if one was
   */
  send?(form: HTMLFormElement, submitter: HTMLElement | null): Promise<FormData | undefined>
}

/** The script of the page's main part, once it has loaded. */
export async function loadPart(): Promise<Part | undefined> {
  const address = document.querySelector<HTMLElement>("main")?.dataset.script
  if (!address) return undefined
  const part: Part = await import(address)
  part.show?.()
  return part
}

interface HtmlPolicy {
  createHTML(html: string): string
}
declare global {
  interface Window {
    trustedTypes?: { createPolicy(name: string, rules: HtmlPolicy): HtmlPolicy }
  }
}

/** Pages come from our own server, escaped there: the only markup that ever becomes part of a page. */
const ownPages: HtmlPolicy = window.trustedTypes?.createPolicy("own-pages", { createHTML: (html) => html }) ?? {
  createHTML: (html) => html,
}

/**
 * Shows the page `html` in place of this one, in the same entry of the history.
 *
 * @param path - what the address then says; loading it again leads to the first page, so nothing is sent twice
 */
export function swap(html: string, path: string): void {
  const page = new DOMParser().parseFromString(ownPages.createHTML(html), "text/html")
  document.title = page.title
  document.documentElement.lang = page.documentElement.lang
  for (const link of page.querySelectorAll("link[rel=modulepreload]")) document.head.append(link)
  document.body.replaceWith(page.body)
  history.replaceState(null, "", path)
  scrollTo(0, 0)
  readFrom(
    document.querySelector("#error-summary") ??
      document.querySelector("main [data-said]") ??
      document.querySelector("h1"),
  )
}

/** Moves the reader of a screen reader, and the next Tab, to where a new page begins. */
export function readFrom(element: Element | null): void {
  if (!(element instanceof HTMLElement)) return
  element.tabIndex = -1
  element.focus({ preventScroll: element.tagName === "H1" })
}
