/** Browser: brings a list up to date and leaves what is unchanged where it is: moved, an open frame loads anew. */

/** One element of a list: made where there is none of its key yet, and else told that the list was brought up to date. */
export interface Part {
  /** What the element shows: of another key, it is another element. */
  key: string
  make(): HTMLElement
  update?(element: HTMLElement): void
}

/** Makes the children of `place` those of `parts`, in their order. */
export function keepSame(place: HTMLElement, parts: readonly Part[]): void {
  const wanted = new Set(parts.map(({ key }) => key))
  for (const child of [...place.children] as HTMLElement[])
    if (child.dataset.key === undefined || !wanted.has(child.dataset.key)) child.remove()
  let next = place.firstElementChild as HTMLElement | null
  for (const { key, make, update } of parts) {
    const kept = ([...place.children] as HTMLElement[]).find((child) => child.dataset.key === key)
    if (kept !== undefined && kept === next) next = kept.nextElementSibling as HTMLElement | null
    const element = kept ?? make()
    element.dataset.key = key
    if (kept === undefined) place.insertBefore(element, next)
    else update?.(element)
  }
}
