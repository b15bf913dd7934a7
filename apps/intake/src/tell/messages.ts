import type { Category } from "@candour/domain/category.ts"
import type { Danger, MayReply } from "@candour/domain/contact.ts"
import type { TextField } from "./told-fields.ts"

const labels: Record<TextField, string> = {
  account: "What happened?",
  name: "Name or nickname",
  rank: "Rank, number or job",
  station: "Station, team or car",
  looks: "What they look like",
  when: "When?",
  where: "Where?",
  whoElseKnows: "Who else knows? Could they guess it was you?",
  evidence: "What shows it?",
  riskToOthers: "Is a child or anyone else at risk?",
  toldBefore: "Have you told anyone before? What came of it?",
  easier: "Would anything make this easier?",
}

const danger: Record<Danger, string> = {
  now: "Yes, now",
  soon: "Yes, not this minute",
  no: "No",
  unknown: "I don’t know",
}

const mayReply: Record<MayReply, string> = {
  yes: "Yes",
  careful: "Yes, but it isn’t safe to write details",
  no: "No",
}

/** As on the page and, without its Welsh, in domain rules §2. */
const categories: Record<Category, string> = {
  favours: "Giving information or influence for money or favours",
  advantage: "Using their position for personal advantage, financial or otherwise",
  sexual: "Crossing professional boundaries or abusing position for sexual purposes",
  partner: "Abusing or controlling a partner or someone they have a relationship with",
  discrimination: "Racist, homophobic, misogynistic or disablist conduct",
  other: "Something else that is serious",
  unsure: "I’m not sure",
}

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
  labels,
  accountHint:
    "In your own words. You don’t need proof. We don’t ask who you are; if you want the team to know, write it here.",
  danger: {
    legend: "Is anyone in danger?",
    hint: "This doesn’t call anyone. If it’s now, ring 999 too.",
    answers: danger,
  },
  stopHere: "You can stop here, and add more later.",
  sendNow: "Send now",
  who: "Who is it about?",
  whenHint: "A day, or roughly.",
  ongoing: {
    legend: "Still going on?",
    answers: { yes: "Yes", no: "No", unknown: "I don’t know" },
  },
  howKnown: {
    legend: "How do you know?",
    answers: {
      saw: "I saw or heard it, or it happened to me",
      told: "Someone told me",
      found: "I found something",
      unsaid: "I’d rather not say",
    },
  },
  evidenceHint: "Keep it. Don’t send from a shared phone.",
  about: {
    legend: "What is it about? Tick any",
    hint: "These boxes, the danger answer and today’s date are counted, not locked like your words.",
    answers: categories,
  },
  mayReply: {
    legend: "May the team write to you here?",
    hint: "You come back with 20 digits.",
    answers: mayReply,
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
