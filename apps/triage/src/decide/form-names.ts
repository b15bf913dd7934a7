/** Names a field of one form, so that ids stay apart on the page: server and script know the same rule. */
export const fieldName = (kind: string, target: number | undefined, field: string): string =>
  `${kind}${target === undefined ? "" : `-${target}`}-${field}`

/**
 * The number of a form that is about something with an id, such as a file or another report: the same whenever the page
 * is made, so that what was typed finds its field again.
 *
 * @param id - a UUID
 */
export const formNumber = (id: string): number => Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16)
