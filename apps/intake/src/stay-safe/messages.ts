import type { Day } from "@candour/domain/day.ts"
import { formatDay, type Messages } from "@candour/web/language.ts"

const en = {
  title: "Safety",
  heading: "Stay safe",
  danger: "In danger now? Ring 999. If you can’t speak, ring from a mobile and press 55 when asked.",
  text: "What a phone or computer may show to others, and what you can do instead. You know best what is safe for you.",
  instead: "What you can do:",
  source: (source: string, day: Day) => `From: ${source}. Read on ${formatDay(day, "en")}.`,
  people: "People who can help",
}

/** The words of the page about staying safe, beside its advice. Welsh is a draft: have it read. */
export const messages: Messages<typeof en> = {
  en,
  cy: {
    title: "Diogelwch",
    heading: "Cadw’n ddiogel",
    danger:
      "Mewn perygl nawr? Ffoniwch 999. Os na allwch siarad, ffoniwch o ffôn symudol a phwyswch 55 pan ofynnir i chi.",
    text: "Beth all ffôn neu gyfrifiadur ei ddangos i eraill, a beth allwch chi ei wneud yn lle hynny. Chi sy’n gwybod orau beth sy’n ddiogel i chi.",
    instead: "Beth allwch chi ei wneud:",
    source: (source, day) => `O: ${source}. Darllenwyd ar ${formatDay(day, "cy")}.`,
    people: "Pobl all helpu",
  },
}
