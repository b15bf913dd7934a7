const format = new Intl.NumberFormat("en-GB")
const signed = new Intl.NumberFormat("en-GB", { signDisplay: "exceptZero" })

/** A count as it is printed: `2,400`. */
export const formatCount = (count: number): string => format.format(count).replace("-", "−")

/** A difference as it is printed: `+1`, `−2`, `0`. */
export const formatChange = (change: number): string => signed.format(change).replace("-", "−")
