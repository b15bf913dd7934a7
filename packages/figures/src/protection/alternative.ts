/** What another table that looks the same in print has more or less of: unknown by place, by how much, never 0. */
export type Alternative = ReadonlyMap<number, number>

/** One end of a feasibility interval: some alternative has `amount` more (or less, if negative) of `unknown`. */
export interface Reach {
  unknown: number
  amount: number
}
