/** Never resolved: an address is this app's own where it stays on this origin. */
const OWN = "http://own.invalid"

/**
 * Where a sign-in may lead: a page of this app and nowhere else. A browser drops tabs and newlines from an address and
 * takes a backslash for a slash, so that only its own reading of `next` counts, not the letters. Asked by the server
 * that writes the page, and again by the script that follows it.
 *
 * @returns the page's path and what was chosen on it; the first page where `next` leads elsewhere
 */
export function ownPage(next: string | undefined): string {
  if (next === undefined || !URL.canParse(next, OWN)) return "/"
  const { origin, pathname, search } = new URL(next, OWN)
  return origin === OWN && !pathname.startsWith("//") ? pathname + search : "/"
}
