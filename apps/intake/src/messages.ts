import type { Messages } from "@candour/web/language.ts"

/** Words that several pages of this app share. */
export const en = {
  notSent: "We didn’t get that. Nothing is lost. Try again.",
  sending: "Sending …",
  next: "Next",
  unknown: "I don’t know",
  people: "People who can help",
  whatWeCanSee: "What we can see",
  forces: "Every police force",
  accessibility: "Accessibility",
  otherLanguage: "Cymraeg",
  language: "Language",
}

/** Welsh is a draft: have it read. */
export const messages: Messages<typeof en> = {
  en,
  cy: {
    notSent: "Chawsom ni mo hynny. Does dim wedi’i golli. Rhowch gynnig arall arni.",
    sending: "Yn anfon …",
    next: "Nesaf",
    unknown: "Dydw i ddim yn gwybod",
    people: "Pobl all helpu",
    whatWeCanSee: "Beth allwn ni ei weld",
    forces: "Pob heddlu",
    accessibility: "Hygyrchedd",
    otherLanguage: "English",
    language: "Iaith",
  },
}
