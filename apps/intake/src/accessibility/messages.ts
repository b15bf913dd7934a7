/** The accessibility statement (PSBAR 2018), as far as it is true today. */
export const en = {
  title: "Accessibility",
  heading: "Accessibility",
  intro: "We want everyone to be able to tell us. These pages are made so that you can:",
  can: [
    "use them with a keyboard alone, and with a screen reader",
    "make the letters four times as large, or read on a narrow screen, without losing anything",
    "use your own colours and high contrast",
    "switch scripts off: everything needed still works",
    "take as long as you like: nothing times out",
  ],
  status: {
    heading: "How far we are",
    text: "We aim at level AA of the Web Content Accessibility Guidelines 2.2. Each page is checked by a program before it is released, and looked at by people. It hasn’t been audited by anyone else yet.",
  },
  not: {
    heading: "What doesn’t work yet",
    text: [
      "The pages are in English only; Welsh is being written.",
      "There is no version in British Sign Language and none in Easy Read.",
    ],
  },
  tell: {
    heading: "Something doesn’t work for you?",
    text: "Ring 0800 085 0000, free, or 18001 0800 085 0000 by Relay UK. Someone there takes your report for you. If we don’t put it right, the Equality Advisory and Support Service can help.",
  },
}
