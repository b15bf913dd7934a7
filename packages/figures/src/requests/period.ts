import type { Day } from "@candour/domain/day.ts"

/** The last day of a year, a quarter or a month: of `2024`, `2024-Q1` or `2024-01`. */
export function periodEnd(period: string): Day {
  const lastMonth = period.includes("Q")
    ? Number(period.slice(-1)) * 3
    : period.length === 4
      ? 12
      : Number(period.slice(5, 7))
  return new Date(Date.UTC(Number(period.slice(0, 4)), lastMonth, 0)).toISOString().slice(0, 10) as Day
}
