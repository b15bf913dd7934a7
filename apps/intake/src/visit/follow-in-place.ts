/**
 * Follows a link to another of our pages in the same entry of the history, so that a visit is one line of it (pages
 * §2.8). A link opened in a tab of its own, or one that the page's own script follows, is left to the browser.
 */
export function followInPlace(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null
  if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented) return
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
  if (link.origin !== location.origin || link.target || link.getAttribute("href")?.startsWith("#")) return
  event.preventDefault()
  location.replace(link.href)
}
