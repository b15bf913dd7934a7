import type { Messages } from "@candour/web/language.ts"

/** The free number of the hotline, whichever line it is rung by. Source: domain rules §1. */
const NUMBER = "0800 085 0000"

/** The words of the first page (pages §5, First page). */
export const en = {
  title: "Start",
  heading: "Tell us about someone in the police",
  danger: {
    question: "In danger now?",
    ring: "Ring 999. If you can’t speak, ring from a mobile and press 55 when asked.",
    deaf: ["Deaf: text ", "register", " to 999 first, or use the 999 BSL app."] as [string, string, string],
    afraid: "Afraid because they’re police?",
    others: [
      "Tell the operator, or ring Refuge 0808 2000 247 (women, England) or Live Fear Free 0808 80 10 800 (Wales).",
      "They aren’t the police.",
    ],
    more: "More people who can help",
  },
  promise: "You don’t have to say who you are. You don’t need proof. A few words are enough.",
  reader: "Only a team that looks into police wrongdoing reads it. You see which before you write, and can change it.",
  safe: {
    heading: "Stay safe",
    device: "Use a phone or computer nobody else looks at, never a police or work one.",
    leave: "The button above, or Shift 3 times, shows the weather. It doesn’t clear your history.",
    lost: "Anything not sent is lost.",
    more: "More on staying safe",
  },
  start: "Start",
  digits: "I have 20 digits: read an answer",
  talk: ["Rather talk? Ring ", NUMBER, ", free."] as [string, string, string],
  notForUs: "For crimes by other people, or rude or slow police: who can help",
  figures: "Figures: how many told us, and what became of it",
}

/** Welsh is a draft: have it read. */
export const startMessages: Messages<typeof en> = {
  en,
  cy: {
    title: "Dechrau",
    heading: "Dywedwch wrthym am rywun yn yr heddlu",
    danger: {
      question: "Mewn perygl nawr?",
      ring: "Ffoniwch 999. Os na allwch siarad, ffoniwch o ffôn symudol a phwyswch 55 pan ofynnir i chi.",
      deaf: ["Byddar: anfonwch ", "register", " at 999 yn gyntaf, neu defnyddiwch ap 999 BSL."],
      afraid: "Yn ofni am mai’r heddlu ydyn nhw?",
      others: [
        "Dywedwch hynny wrth y sawl sy’n ateb, neu ffoniwch Byw Heb Ofn 0808 80 10 800 (Cymru) neu Refuge 0808 2000 247 (menywod, Lloegr).",
        "Nid yr heddlu ydyn nhw.",
      ],
      more: "Rhagor o bobl all helpu",
    },
    promise: "Does dim rhaid dweud pwy ydych chi. Does dim angen prawf. Mae ychydig eiriau’n ddigon.",
    reader:
      "Dim ond tîm sy’n ymchwilio i gamymddwyn yr heddlu sy’n ei ddarllen. Cewch weld pa un cyn ysgrifennu, a gallwch ei newid.",
    safe: {
      heading: "Cadw’n ddiogel",
      device: "Defnyddiwch ffôn neu gyfrifiadur nad oes neb arall yn edrych arno, byth un yr heddlu na’ch gwaith.",
      leave: "Mae’r botwm uchod, neu Shift 3 gwaith, yn dangos y tywydd. Nid yw’n clirio eich hanes.",
      lost: "Collir popeth heb ei anfon.",
      more: "Rhagor am gadw’n ddiogel",
    },
    start: "Dechrau",
    digits: "Mae gen i 20 digid: darllen ateb",
    talk: ["Gwell gennych siarad? Ffoniwch ", NUMBER, ", am ddim."],
    notForUs: "Troseddau gan bobl eraill, neu heddlu anghwrtais neu araf: pwy all helpu",
    figures: "Ffigurau: faint a ddywedodd wrthym, a beth ddaeth o hynny",
  },
}
