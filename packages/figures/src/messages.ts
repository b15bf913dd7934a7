import type { Known } from "./figures.ts"

/** Words that every page of figures has, in both apps: what they are as at, and the form that asks for it. */
export const en = {
  title: "Figures",
  asAt: (day: string, known: Known) => `As at ${day}, as known ${known}.`,
  form: {
    asAt: "As at",
    asAtHint: "For example, 15 1 2024",
    known: "Known",
    knownChoices: [
      { value: "then", label: "Then", hint: "What had been recorded by that day" },
      { value: "now", label: "Now", hint: "What had happened by that day, recorded since or not" },
    ] satisfies { value: Known; label: string; hint: string }[],
    from: "What happened from (optional)",
    fromHint: "Left empty, from the first contact on",
    to: "To (optional)",
    toHint: "Left empty, up to the day that the figures are as at",
    show: "Show",
  },
  problem: {
    day: "Enter a real date, like 15 1 2024.",
    future: "That day hasn’t come yet.",
    known: "Choose whether as known then or now.",
    order: "The last day lies before the first. Change one of them.",
    afterAsAt: "The last day lies after the day that the figures are as at. Change one of them.",
  },
}
