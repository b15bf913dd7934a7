/** The free number of the hotline, whichever line it is rung by. Source: domain rules §1. */
const NUMBER = "0800 085 0000"

/** The words of the first page (pages §5, First page). */
export const en = {
  title: "Start",
  heading: "Tell us about someone in the police",
  danger: {
    question: "In danger now?",
    ring: "Ring 999. If you can’t speak, ring from a mobile and press 55 when asked.",
    deaf: ["Deaf: text ", "register", " to 999 first, or use the 999 BSL app."] as const,
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
  },
  start: "Start",
  digits: "I have 20 digits: see where it stands",
  talk: ["Rather talk? Ring ", NUMBER, ", free."] as const,
  notForUs: "For crimes by other people, or rude or slow police: who can help",
}
