import type { TextField } from "@candour/sealing/told-fields.ts"
import { en as questions } from "@candour/web/questions.ts"

/** The words of the tell page (pages §5). */
export const en = {
  title: "Your message",
  heading: "Tell us what happened",
  goesTo: (team: string, because: string) => `Goes to ${team}, because ${because}.`,
  change: "Change where it goes",
  locked: {
    script: "Your words are locked before they leave this phone.",
    noScript: "Your words are locked when they arrive, before anything is kept.",
  },
  labels: questions.labels satisfies Record<TextField, string>,
  accountHint:
    "In your own words. You don’t need proof. We don’t ask who you are; if you want the team to know, write it here.",
  danger: {
    ...questions.danger,
    hint: "This doesn’t call anyone. If it’s now, ring 999 too.",
  },
  stopHere: "You can stop here, and add more later.",
  sendNow: "Send now",
  who: questions.who,
  whenHint: questions.whenHint,
  ongoing: questions.ongoing,
  howKnown: questions.howKnown,
  evidenceHint: "Keep it. Don’t send from a shared phone.",
  about: {
    ...questions.about,
    hint: "These boxes, the danger answer and today’s date are counted, not locked like your words.",
  },
  mayReply: {
    ...questions.mayReply,
    hint: "You come back with 20 digits.",
  },
  last: "Have you written something only you could know?",
  send: "Send",
  problem: {
    noAccount: "Write what happened. A few words are enough.",
    tooLong: (letters: number) => `${letters} letters too long. Send a part and add the rest with your 20 digits.`,
    conflict:
      "Something with the number of this page is with us already: perhaps an earlier version of what is here. Everything you typed is still here. Press Send again to send this one too: it gets a number of its own.",
    busy: "Many people are writing to us this minute, so this wasn’t sent yet. Everything you typed is still here. Wait a moment and press Send again.",
    anew: "The team’s lock has changed since you opened this page, so nothing was sent. Everything you typed is still here. See above the first box where it goes, and press Send again.",
  },
  noKeys: {
    heading: "We can’t take your report this minute",
    text: "It’s on our side. Nothing was sent. Try again in a few minutes, or ring us.",
  },
}
