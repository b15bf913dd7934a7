/** The quasigroup of order 10 of Damm's thesis (2004): totally anti-symmetric, with zeros on the diagonal. */
const DAMM = [
  "0317598642",
  "7092154863",
  "4206871359",
  "1750983426",
  "6123045978",
  "3674209581",
  "5869720134",
  "8945362017",
  "9438617205",
  "2581436790",
]

/**
 * Damm's check digit of `digits` (`0` to `9` only), 0 to 9. Put behind them, every wrong digit and every swap of two
 * neighbours is noticed, and nine of ten other slips.
 */
export const checkDigit = (digits: string): number =>
  Array.from(digits).reduce((interim, digit) => Number(DAMM[interim]?.[Number(digit)]), 0)
