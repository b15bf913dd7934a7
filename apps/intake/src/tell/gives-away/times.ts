import { type Rule, words } from "./rule.ts"

interface TimeWords {
  days: string
  months: string
  clock: string
  /** What may stand between clock and day. */
  between: string
}

/** A clock time beside its day, in either order: only who was there could know both. */
export function timesWith({ days, months, clock, between }: TimeWords): Rule[] {
  const date =
    String.raw`(?:the )?\d{1,2}(?:st|nd|rd|th|ain|fed|eg)?(?: of| o)? (?:${months})(?: \d{4})?|` +
    String.raw`(?:${months}) \d{1,2}(?:st|nd|rd|th)?|\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})`
  const day = `(?:(?:${days}),? (?:the )?(?:${date})|${days}|${date})`
  const around = `(?:,?\\s{1,3}(?:${between})){0,4},?\\s{1,3}`
  return [
    { kind: "time", pattern: words(`(?:(?:at|about|around|am|tua|tuag) )?(?:${clock})${around}${day}`) },
    { kind: "time", pattern: words(`${day}${around}(?:${clock})`) },
  ]
}
