import type { CallEnd } from "@candour/domain/contact.ts"
import type { TextField } from "@candour/sealing/told-fields.ts"
import { plural } from "@candour/web/language.ts"

const ends: Record<CallEnd, string> = {
  "hung-up": "Hung up",
  silent: "Silent",
  "wrong-number": "Wrong number",
  emergency: "Emergency: rings 999",
  crime: "Crime by somebody else",
  service: "Rude or slow police, a poor investigation",
  grievance: "Their own work",
  military: "Military police, prison or border staff",
  scotland: "Police in Scotland",
  "northern-ireland": "Police in Northern Ireland",
  data: "What the police hold about them",
  other: "Something else that isn’t for us",
}

/** The parts of a call, in the order in which a caller tells things (domain rules §11). */
export const PARTS = [
  "safe",
  "language",
  "promise",
  "account",
  "who",
  "where",
  "when",
  "howKnown",
  "whoElseKnows",
  "evidence",
  "riskToOthers",
  "toldBefore",
  "mayReply",
  "readBack",
] as const
export type Part = (typeof PARTS)[number]

const parts: Record<Part, string> = {
  safe: "Safe to talk",
  language: "Language",
  promise: "What you can promise",
  account: "What happened",
  who: "Who it’s about",
  where: "Which force, who reads it",
  when: "When",
  howKnown: "How they know",
  whoElseKnows: "Who else knows",
  evidence: "What shows it",
  riskToOthers: "Others at risk",
  toldBefore: "Told before",
  mayReply: "Writing to them",
  readBack: "Read back and send",
}

/** What a call handler is told beside a box; the caller's question is its label. */
const hints: Partial<Record<TextField, string>> = {
  account: "Their own words. Don’t interrupt, and don’t ask why. Leave out who they are.",
  whoElseKnows: "Write what only the caller could know, so that the team is careful with it.",
}

/** What the call handler reads for themselves. What is said to the caller is in scripts.ts. */
export const en = {
  title: "Phone",
  heading: "Take a call",
  start: {
    text: "Press it as the telephone rings: the call is counted from then on, whatever becomes of it. Nothing about the caller is kept.",
    button: "A call comes in",
  },
  /** What this call handler must do; an empty page says it too. */
  never: "Never write the caller’s number, name or address. There is no box for them.",
  say: "Say",
  parts,
  hints,
  stage: {
    part: (number: number, of: number, name: string) => `Part ${number} of ${of}: ${name}`,
    ending: "The caller is gone",
    receipt: "Sent. Read the digits out",
    sent: "Sent",
    notSent: "Not sent yet",
  },
  counted: { yes: "Counted", notYet: "Not counted yet: no connection. It counts as soon as there is one." },
  hungUp: "Caller hung up",
  end: "End the call",
  send: "Send",
  again: "Try again",
  notSaid: "Words not to say",
  dontSay: "Don’t say",
  doSay: "Say",
  supervisor: "A threat to life, and you know a place: tell the supervisor, who rings 999. Tell the caller first.",
  said: "I’ve said it",
  promiseHint: "Say only what is true of the telephone in front of you: leave out the number if you see one.",
  callerLanguage: "The caller’s language",
  languages: { en: "English", cy: "Cymraeg" },
  find: {
    label: "Force, town or postcode",
    hint: "Looked up for you, and not kept.",
    button: "Find",
    force: "Force",
    unknown: "Not known: the national desk finds out",
    found: (name: string) => `${name}. Check it with the caller.`,
    several: "More than one is called so. Which?",
    elsewhere: (body: string, who: string) => `${body} isn’t one of ours. Who looks into it: ${who}`,
    nothing: "Type a force, a town or a postcode.",
    notFound: "Nothing is called so. Try the nearest town or a postcode, or choose the force from the list.",
  },
  reader: {
    legend: "Who should read it?",
    answers: {
      team: "The force’s team",
      "standards-unit": "National desk: the person works in that team",
      "chief-officer": "National desk: the person runs the force",
      desk: "National desk: the caller would rather, no reason needed",
    },
  },
  receiptWanted: {
    legend: "Does the caller want the 20 digits?",
    answers: { yes: "Yes", no: "No, the caller leaves without them" },
    hint: "Without them the team can’t write to the caller.",
  },
  categoriesHint: "Tick what you heard. These boxes, the danger answer and today’s date are counted, not locked.",
  number: "That looks like a telephone number. Don’t write the caller’s number: take it out.",
  problem: {
    noAccount: "Write what happened. A few words are enough.",
    tooLong: (letters: number) =>
      `${plural("en", letters, { one: "1 letter", other: `${letters} letters` })} too long. Shorten it.`,
    noKeys: "No desk has a key, so nobody could read it. What you typed is kept. Tell the supervisor.",
    uncertain:
      "Connection lost, and we can’t tell whether it arrived. What you typed is kept. Press Try again: it’s one report, however often you press.",
    sending: "The report is on its way. Wait for the answer, a minute at most; then end the call.",
    tryFirst: "It isn’t sure yet whether the report arrived. Press Try again first.",
    conflict:
      "The service has something else under this call’s number, so this wasn’t stored. What you typed is kept. Press Send again: it gets a number of its own.",
    outdated:
      "The desk’s lock has changed since, so this wasn’t stored. What you typed is kept. Press Send again: it is sealed for the new one.",
    ended: "This call ended otherwise before. Load the page again for the next one.",
    refused: "The service couldn’t take it as it is. What you typed is kept: change it and press Send again.",
  },
  ending: {
    heading: "How does the call end?",
    text: "One press: it’s kept as a code beside the count. Nothing else of the call is kept.",
    told: "Send what was told, without digits",
    back: "Back to the call",
    ends,
  },
  receipt: {
    heading: "Read the 20 digits out",
    how: "Read each group, wait, let them say it back. Tick it when they have it right.",
    group: (number: number) => `Group ${number}`,
    saidBack: "said back",
    whole: "The whole once more",
    wholeSaid: "Read once more",
    last: "Then say",
    gone: "After “End the call” nobody here can see them, or read what was told.",
  },
  sent: "The report is with the team",
  over: {
    counted: "The last call was counted. Nothing of it is on this page.",
    sent: "The last call’s report was sent.",
  },
  keys: {
    button: "Keys",
    heading: "Keys",
    close: "Close",
  },
}
