/** Browser and server: five groups of four, as one reads and writes them. */
export const groupsOf = (digits: string): string[] => digits.match(/.{1,4}/g) ?? []

/** Digits for a screen reader: one by one, with a pause after each four. */
export const spoken = (digits: string): string =>
  groupsOf(digits)
    .map((group) => [...group].join(" "))
    .join(", ")
