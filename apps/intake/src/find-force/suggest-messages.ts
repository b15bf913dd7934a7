import type { Messages } from "@candour/web/language.ts"

/** What the box says while somebody types, and the question it asks: read by the script alone. */
const en = {
  assistiveHint:
    "When suggestions are there, use the up and down arrows to go through them and Enter to choose one. On a touch screen, explore by touch or swipe.",
  tooShort: (letters: number) => `Type ${letters} letters or more for suggestions.`,
  noResults: "No suggestions.",
  selected: (line: string, at: number, of: number) => `${line}, ${at} of ${of}, is highlighted.`,
  results: (count: number) => (count === 1 ? "There is 1 suggestion." : `There are ${count} suggestions.`),
  elsewhere: (body: string) => `${body} (others look into this one)`,
  which: "Which of these is it?",
  whichOne: "Is it this one?",
  whichSeveral: "Which of these is it? You can choose more than one.",
  understood: (names: string) => `We read what you typed as ${names}.`,
}

/** Welsh is a draft: have it read. */
export const suggestMessages: Messages<typeof en> = {
  en,
  cy: {
    assistiveHint:
      "Pan fydd awgrymiadau, defnyddiwch y saethau i fyny ac i lawr i fynd drwyddynt ac Enter i ddewis un. Ar sgrin gyffwrdd, archwiliwch drwy gyffwrdd neu lithro.",
    tooShort: (letters) => `Teipiwch ${letters} llythyren neu fwy i gael awgrymiadau.`,
    noResults: "Dim awgrymiadau.",
    selected: (line, at, of) => `Mae ${line}, ${at} o ${of}, wedi’i amlygu.`,
    results: (count) => (count === 1 ? "Mae 1 awgrym." : `Mae ${count} awgrym.`),
    elsewhere: (body) => `${body} (eraill sy’n ymchwilio i hwn)`,
    which: "Pa un o’r rhain ydyw?",
    whichOne: "Ai hwn ydyw?",
    whichSeveral: "Pa rai o’r rhain ydyw? Gallwch ddewis mwy nag un.",
    understood: (names) => `Darllenon ni’r hyn a deipioch chi fel ${names}.`,
  },
}
