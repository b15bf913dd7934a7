/** Names a field of one form, so that ids stay apart on the page: server and script know the same rule. */
export const fieldName = (kind: string, target: number | undefined, field: string): string =>
  `${kind}${target === undefined ? "" : `-${target}`}-${field}`
