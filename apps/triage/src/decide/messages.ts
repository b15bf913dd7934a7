import type { referralGround } from "@candour/domain/event.ts"
import type { Sign } from "@candour/domain/sign.ts"
import type { Refusal } from "@candour/domain/succession.ts"
import { plural } from "@candour/web/language.ts"
import { problemWords } from "@candour/web/problem-words.ts"
import type { z } from "zod"
import { en as links } from "../link/messages.ts"

type Ground = z.infer<typeof referralGround>

const grounds: Record<Ground, string> = {
  dsi: "Did someone die, or get a fracture, deep cut, organ damage or loss of a bodily function, in arrest, custody or through police contact?",
  assault: "A serious assault: actual bodily harm or worse?",
  "sexual-offence": "A serious sexual offence?",
  corruption:
    "Serious corruption: harming justice; payment, benefit or favour; confidential information for a benefit; corrupt informant handling; taking seized drugs, guns or goods; an attempt?",
  apsp: "Abuse of position for a sexual purpose or an improper emotional relationship?",
  discrimination: "A crime or disciplinary matter, and aggravated by discrimination?",
  "relevant-offence": "A sentence fixed by law, or could an adult first offender get seven years?",
  "same-incident": "From the same incident as one of these?",
  chief: "About a chief officer, and can’t be ruled out from the report alone?",
}

const shortGrounds: Record<Ground, string> = {
  dsi: "death or serious injury",
  assault: "serious assault",
  "sexual-offence": "serious sexual offence",
  corruption: "serious corruption",
  apsp: "abuse of position for a sexual purpose",
  discrimination: "aggravated by discrimination",
  "relevant-offence": "relevant offence",
  "same-incident": "same incident",
  chief: "chief officer",
}

const signs: Record<Sign, string> = {
  exposure: "Indecent exposure or voyeurism",
  rape: "Rape, or an attempt at it",
  firearms: "A person concerned carries firearms, or has them at hand",
  victims: "A person concerned works with victims, children or vulnerable people",
  "met-on-duty": "A person concerned met them through police work: as a victim, witness, suspect or child",
  rudeness: "Rudeness or bullying by itself",
  "chat-group": "A group of colleagues, or a chat group",
}

const refusals: Record<Refusal, string> = {
  "not-held": "This report isn’t at your desk any more.",
  "wrong-stage": "The report has come to another stage, where this doesn’t follow. Load the page again to see it.",
  "wrong-role": "Only a lead can decide this.",
  "system-only": "Only the service records this.",
  "not-opened": "Open the report first: whoever decides has read it.",
  "no-such-draft": "That draft doesn’t wait any more: it was made or returned.",
  "already-assessed": "It has been assessed already. Correct that assessment before you make another.",
  "not-assessed": "Its assessment was corrected. Assess it again first.",
  "second-person": "A second person must do this: you did the step before it alone.",
  "no-such-person": "The assessment counts fewer people concerned.",
  "already-decided": "That person has an outcome already. Correct it first.",
  "outcomes-missing": "Closing needs an outcome for each person concerned.",
  "message-missing": "Closing needs a last message to the reporter.",
  "draft-waiting": "A drafted intelligence report waits for its check. It must be made or returned first.",
  "not-correctable": "That event can’t be corrected, or has been already.",
  "outcomes-stand": "Somebody whom it counts has an outcome. Correct the outcomes first, then the assessment.",
  "no-dispute": "The reporter doesn’t say that it isn’t over, or that has been answered already.",
  "needs-lead":
    "Two messages have gone out. Ask a lead to look at the conversation: more than that can make a source of somebody.",
  "no-such-task": "That task is done already.",
  "no-such-ask": "Nobody asks for that export any more.",
  "nothing-to-accept": "This report wasn’t handed here by that desk, or was accepted already.",
  "already-paused": "Its clocks stand still already.",
  "not-paused": "Its clocks are running.",
  restricted: "This report is restricted to named people, and you aren’t one of them.",
  "already-restricted": "It is restricted already. Lift that before you name others.",
  "not-restricted": "It isn’t restricted.",
  "too-near":
    "You can’t open this report: you may be too near to somebody it is about. The lead has been told. A lead can let you in, or give it to somebody else.",
  "colleague-near":
    "That colleague is too near to somebody this report is about. Choose somebody else, or let them in first.",
  "not-stopped": "That person wasn’t stopped, or has been let in already.",
}

/** What the database refuses beyond the rules of one report. */
const linkRefusals: Record<string, string> = {
  "no-such-report": links.problem.notFound,
  "already-linked": "These two are linked already.",
  "not-linked": "These two aren’t linked any more.",
}

/** Words of the decisions on a report's page. */
export const en = {
  title: "Next decision",
  more: "More",
  conversation: "To the reporter",
  optionalWords: "In words (optional)",
  openFirst: "Open the report to decide about it.",
  reads: {
    title: "What you may do here",
    text: "You are an auditor: you open this report, read what was said, its messages and its history, and change nothing. Each opening is recorded under your name. Its officers and leads decide.",
  },
  reason: "Reason, in words",
  sealed: "Sealed: only your desk can read it.",
  reporterWasFirst: "The reporter wrote meanwhile. Read it in the messages before you send this: yours is kept below.",
  wasFirst: (name: string, at: string) => `${name} decided this at ${at}. Yours is kept below.`,
  stale: "What you see here is older: open the report in another tab, then send this again.",
  refusals,
  linkRefusals,
  otherRefusal: "The rules don’t allow this now. Load the page again to see why.",
  badSignature: "Your signature doesn’t fit your key. Sign out, sign in again and decide once more.",
  notColleague: "Choose somebody who works at this desk.",
  recorded: "Recorded.",
  choose: "Choose one",
  problem: {
    title: problemWords.en.problem,
    choose: "Choose one.",
    words: "Write it in words.",
    tooLong: (letters: number) =>
      `${plural("en", letters, { one: "1 letter", other: `${letters} letters` })} too long. Shorten it.`,
    count: "Write a number from 0 to 99.",
    day: "Choose a day.",
    twoPeople: "Name two people at least, so that it isn’t lost with one of them.",
    answerAll: "Answer each question: No, Yes or Unsure.",
    conditions: "With conditions needs both an action code and a sanitising code.",
  },
  take: { button: "Take this report" },
  assign: { title: "Assign", to: "Who should hold it?", button: "Assign" },
  flag: { title: "Somebody is in danger", words: "What shows it?", button: "Flag danger" },
  danger: {
    title: "Danger: what did you do?",
    legend: "What did you do?",
    did: {
      "rang-999": "Rang 999",
      "told-duty-officer": "Told the duty officer",
      safeguarding: "Safeguarding",
      "no-danger": "No danger found",
    },
    button: "Record what you did",
  },
  assess: {
    title: "Assess",
    threat: "Main threat",
    others: "Other threats",
    othersFold: "Add other threats",
    severity: "How serious, if proved?",
    severityHint: "What it would be if it were true. Never how strong the evidence is.",
    persons: "How many people concerned?",
    personsHint: "Officers, staff and volunteers that the report is about. Each will need an outcome.",
    signs: "Does it say any of this?",
    signsHint: "Tick all that it says, proved or not: a lead sees patterns by them.",
    sign: signs,
    also: "Danger",
    conflictLegend: "Conflict of interest",
    danger: "Somebody is in danger, whatever the reporter answered",
    conflict: "Somebody of this unit has a conflict of interest",
    conflictHint: "Family, friendship, the same team, or they worked on it before. Then hand it to another desk.",
    button: "Record the assessment",
  },
  grounds: {
    legend: "Must it go to the IOPC?",
    hint: "Take what was said as true. Unsure counts as yes; one yes is enough.",
    long: grounds,
    short: shortGrounds,
    answers: { no: "No", yes: "Yes", unsure: "Unsure" },
    noToOthers: "No to all the others",
    answeredNo: (count: number) =>
      count === 0
        ? "Each question has its answer already."
        : plural("en", count, {
            one: "No to 1 question. You can still change it.",
            other: `No to ${count} questions. You can still change each.`,
          }),
  },
  intelligence: {
    title: "Draft an intelligence report",
    text: "Clean text",
    textHint:
      "Take out all that says who told us: name, kin, job, address, “I”, their phrases, hours and places only they could know. Say “one evening in spring”.",
    source: "Source",
    sources: { 1: "1 Reliable", 2: "2 Untested", 3: "3 Not reliable" },
    information: "Information",
    informations: {
      A: "A Known directly to the source",
      B: "B Known indirectly, but corroborated",
      C: "C Known indirectly",
      D: "D Not known",
      E: "E Suspected to be false",
    },
    handling: "Handling",
    handlings: { C: "C Sharing permitted with conditions", P: "P Sharing permitted" },
    action: "Action code",
    actions: {
      A1: "A1 May be combined; ask us before acting",
      A2: "A2 Covert action only; protect the source",
      A3: "A3 Overt action as we say",
    },
    sanitising: "Sanitising code",
    sanitisings: { S1: "S1 Recipient may sanitise and share", S2: "S2 Only after asking us" },
    noCode: "None",
    original: "As it was told",
    couldShow: (words: string) => `This could show who told us: “${words}”.`,
    because: {
      person: "The reporter speaks.",
      kin: "Says who somebody is to somebody.",
      contact: "Says that, or how, it was reported.",
      reach: "Leads to a person or a place.",
      hour: "An hour or a day that few would know. Widen it.",
      phrase: "Their own phrase. Say it in other words.",
      name: "A name that they wrote.",
    },
    for: "For lead purposes only: never shown to the person, quoted or relied on alone.",
    button: "Hand to a second person",
  },
  check: {
    title: (number: number) => `Check the draft of event ${number}`,
    waits: (number: number) => `Your draft of event ${number} waits for a second person.`,
    text: "The draft",
    ask: "Does anything in it show who told us? Is the grading right?",
    make: "Make the intelligence report",
    return: "Return it",
    returnTitle: (number: number) => `Return the draft of event ${number}`,
    returnWords: "What must change?",
  },
  investigate: {
    title: "Needs further investigation",
    number: "Case number of your own system",
    button: "Record",
  },
  outcome: {
    title: (person: number) => `Outcome for person ${person}`,
    which: "Outcome",
    group: { proven: "Proven", notProven: "Not proven", notDetermined: "Not determined" },
    button: "Record the outcome",
  },
  message: {
    title: "Write to the reporter",
    words: "Message",
    hint: "Don’t ask them to find out or get anything. Name nobody. Only their 20 digits, and your desk, open it.",
    careful: "It isn’t safe to write details to this reporter.",
    welsh: "This reporter writes in Welsh.",
    template: "Begin with",
    ownWords: "My own words",
    allowMore: "Allow officers two more messages",
    warning: {
      asks: (words: string) =>
        `“${words}” may ask them to find out or get something. Whoever does that for you may become a source (RIPA 2000 s.26).`,
      names: (words: string) => `“${words}” names somebody. Whoever reads over their shoulder would know.`,
      reference: (words: string) => `“${words}” looks like a number of the force’s own. Leave it out.`,
    },
    button: "Send the message",
  },
  withdrawn: {
    title: "The reporter wants no more of it",
    text: "It stays open: what was told may still be true, and where a partner is abused or position used for sex, only a lead ends it.",
    button: "Record it",
  },
  iopc: {
    title: "Refer it to the IOPC",
    must: "The assessment found a ground: it must go, at latest by the end of the next day.",
    may: "No ground was found. A force may still refer what is grave or exceptional.",
    refer: "Does it go to the IOPC?",
    yes: "Yes",
    no: "No",
    grounds: "Grounds",
    button: "Record the decision",
    answeredTitle: "The IOPC’s answer",
    mode: "How is it dealt with?",
    answeredButton: "Record the answer",
  },
  setAside: {
    title: "Set aside: not for this hotline",
    text: "It ends at once, counted by its reason. Nobody concerned gets an outcome.",
    why: "What is it about?",
    button: "Set it aside",
  },
  notes: {
    title: "Notes and tasks",
    note: "Add a note",
    nature: "Is it a fact or an opinion?",
    natureHint: "The law asks that the two are told apart (DPA 2018 s.38).",
    fact: "Fact",
    opinion: "Opinion",
    words: "Note",
    noteButton: "Keep the note",
    task: "Give somebody a task",
    what: "What is to be done?",
    for: "Who does it?",
    due: "By which day?",
    taskButton: "Give the task",
    done: "It is done",
  },
  clocks: {
    title: "Clocks",
    acknowledge: "Acknowledge to the reporter",
    milestone: "A milestone of the investigation",
    which: "What happened?",
    milestoneButton: "Record it",
    review: "Review",
    keepOpen: "Why it stays open",
    reviewButton: "Record the review",
    pause: "Stop the clocks",
    pauseText: "Danger, acknowledgement, acceptance and the IOPC’s day go on.",
    why: "Why do they stand still?",
    pauseButton: "Stop them",
    resume: "Let the clocks run again",
  },
  close: { title: "Close", button: "Close the report" },
  dispute: {
    title: "The reporter says that it isn’t over",
    text: "Read what they wrote above. Write back to them, or reopen the report; here you record what you decided, for your own desk.",
    words: "What you decided, and why",
    button: "Record the answer",
  },
  release: {
    title: "Let the reporter see the stage",
    text: (stage: string) =>
      `Until now they see that it was opened. This shows them “${stage}”, until the stage changes. Think of who may look over their shoulder, and of tipping off.`,
    button: "Show it to the reporter",
  },
  reopen: { title: "Reopen", button: "Reopen the report" },
  correct: {
    title: "Correct a wrong decision",
    which: "Which event is wrong?",
    hint: "It stays in the history and stops counting. Then decide anew. An assessment comes after its outcomes: correct those first.",
    button: "Record the correction",
  },
}
