import type { RoutingReason } from "@candour/domain/contact.ts"
import type { ExportFormat, Milestone, Nearness, Paper, PauseReason } from "@candour/domain/event.ts"
import type { NotForUs } from "@candour/domain/not-for-us.ts"
import type { Finding } from "@candour/domain/outcome.ts"

const routed: Record<RoutingReason, string> = {
  found: "Came here because the reporter’s words led to this force",
  chosen: "Came here because the reporter chose this force",
  unknown: "Came to the national desk because nobody could tell which force",
  "reporter-chose-desk": "Came to the national desk because the reporter chose it",
  "standards-unit": "Came to the national desk because it’s about somebody in a standards unit",
  "chief-officer": "Came to the national desk because it’s about a chief officer",
  diverted: "Came to the national desk because that force’s new reports were taken there just then",
  "desk-not-open": "Came to the national desk because that force’s desk wasn’t open",
}

const finding: Record<Finding, string> = {
  proven: "proven",
  notProven: "not proven",
  notDetermined: "not determined",
}

const stopped: Record<Nearness, string> = {
  unit: "Was stopped from opening it: works in the unit of a person concerned",
  line: "Was stopped from opening it: in the line of command of a person concerned",
  surname: "Was stopped from opening it: has the surname of a person concerned",
}

const milestones: Record<Milestone, string> = {
  "notice-served": "Notice served on the person",
  interviewed: "Person interviewed",
  "evidence-secured": "Evidence secured",
  "case-to-answer": "Case to answer",
  "meeting-set": "Meeting set",
  "hearing-set": "Hearing set",
  "hearing-ended": "Hearing ended",
  "outcome-reported": "Report of the hearing’s outcome sent",
  "outcome-notified": "Reporter told of the outcome and the right of review",
  explained: "Written explanation sent to the IOPC and the local policing body",
  moved: "A person concerned leaves, rejoins or changes force",
}

const paused: Record<PauseReason, string> = {
  court: "criminal proceedings",
  iopc: "the IOPC has it",
  "other-investigation": "another investigation comes first",
  reporter: "the reporter’s answer is needed",
  "other-body": "another body’s answer is needed",
}

const papers: Record<Paper, string> = {
  report: "the report",
  intelligence: "an intelligence report",
  history: "the history",
  "iopc-referral": "the IOPC referral",
  disclosure: "the disclosure line",
  "decision-log": "the decision log",
}

const formats: Record<ExportFormat, string> = {
  csv: "as CSV",
  json: "as JSON",
  bundle: "as a sealed bundle",
}

const iopcModes = {
  independent: "independent investigation",
  directed: "directed investigation",
  local: "local investigation",
  returned: "returned to the force",
}

const setAside: Record<NotForUs, string> = {
  emergency: "an emergency",
  crime: "a crime by somebody who isn’t police",
  service: "rude or slow service",
  grievance: "a dispute of staff with their employer",
  military: "another body with powers",
  scotland: "Scotland",
  "northern-ireland": "Northern Ireland",
  data: "what the police hold about somebody",
}

/** Words of a report's page (pages §5, Report page). */
export const en = {
  moved: "Moved away",
  clocks: {
    title: "What is due",
    none: "No clock runs.",
    paused: "stands still",
    met: "met",
    missed: "missed",
    over: (count: number) => (count === 1 ? "1 that has ended" : `${count} that have ended`),
    dangerMet: "Danger: somebody acted in time.",
    dangerMissed: "Danger: nobody acted within the hour.",
    task: (number: number) => `Task of event ${number}`,
    explainAgain: "The next written explanation to the IOPC and the local policing body, if it’s open six months on",
    name: {
      acknowledge: "Acknowledge",
      accept: "Accept or give back",
      assess: "Assess",
      iopc: "Refer to the IOPC",
      dispute: "Answer that it isn’t over",
      update: "Write to the reporter",
      review: "Review",
      explain: "Written explanation to the IOPC and the local policing body, if it’s open after a year",
      "outcome-report": "Report of the hearing’s outcome",
    },
  },
  paused,
  setAside,
  iopcModes,
  facts: "About this report",
  fact: {
    danger: "Danger",
    due: "Due",
    holder: "Holder",
    received: "Received",
    categories: "Ticked",
    channel: "Channel",
    language: "Language",
    mayReply: "May we write?",
    routedTo: "Routed to",
  },
  dangerActed: (danger: string) => `${danger}. Somebody has acted`,
  dangerFlagged: "Flagged by this desk",
  channels: { online: "Online", phone: "By phone" },
  languages: { en: "English", cy: "Welsh" },
  mayReply: { yes: "Yes", careful: "Yes, but not safe to write details", no: "No" },
  inDanger: "Somebody is said to be in danger, and nobody has acted.",
  dangerSince: (moment: string) => `It came about ${moment}.`,
  dangerSayBelow: "Say below what you did.",
  said: {
    title: "What was said",
    notOpen: "Not opened on this page yet. Opening is recorded, with your name and the time, and your lead sees it.",
    held: (name: string) => `${name} holds this report. Why are you opening it?`,
    reason: {
      assign: "To take it over",
      cover: "To cover for the holder",
      review: "To review or check it",
      other: "Other",
    },
    chooseReason: "Say why you’re opening it.",
    open: "Open the report",
    notAnswered: (questions: string) => `Not answered: ${questions}`,
    couldBeGuessed: "Could be guessed",
    careful: "Not safe to write details to the reporter.",
    noReply: "The reporter doesn’t want to be written to.",
    welsh: "The reporter writes in Welsh: answer in Welsh.",
    cannotOpen: "Your keys don’t open this report. Tell your lead; nothing is lost.",
    noAccess:
      "The access that you were given doesn’t open this desk’s reports. Ask a colleague to give it to you again, under People; nothing is lost.",
    wrongKeyCame:
      "The key that came with this report doesn’t open it. The desk that it came from must send it again: ask them, with this report’s reference. Nothing is lost.",
    needsScript: "Opening a report needs JavaScript, because it’s unlocked in your browser. The queue works without.",
  },
  thread: {
    title: "Messages",
    none: "Nothing has been written yet.",
    fromReporter: "From the reporter",
    fromTeam: "From this desk",
    mayReply: {
      yes: "May be written to now.",
      careful: "May be written to, without details.",
      no: "Doesn’t want to be written to any more.",
    },
    notOver: "Says that it isn’t over.",
    removed: "The reporter has removed it from their own page.",
    notTheirs: "This was not signed by the reporter. Somebody else put it here: don’t act on it, and tell your lead.",
    otherMayReply: (signed: string) =>
      `“May we write?” says something else beside this than the reporter does: “${signed}”. Go by the reporter, and load the page again. If it stays so, tell your lead.`,
    cannotOpen: "This message can’t be opened with this report’s keys. Tell your lead.",
  },
  disputed: "The reporter says that this isn’t over. A lead has to answer.",
  stub: {
    title: (desk: string) => `This report moved to ${desk}`,
    text: "What was said went with it, and can’t be opened here any more. This desk’s own history stays.",
  },
  history: {
    title: "History",
    number: (number: number) => `Event ${number}`,
    by: (name: string) => `by ${name}`,
    bySystem: "by the service",
    corrected: "Corrected later: doesn’t count",
    sealedWords: "Has words, shown once the report is open.",
    wentAway: "Has words. The report’s key went with it, so they can’t be opened here any more.",
    cannotOpen: "These words can’t be opened with this report’s key.",
    signed: "Signature checked",
    notSigned: "Not signed.",
    signatureWrong:
      "The signature doesn’t fit this person’s present key. Either the key was replaced after a lost passphrase, or this event was changed. Tell your lead.",
  },
  event: {
    contacted: "The contact was counted",
    callEnded: "The call ended without a report",
    reported: (categories: string) => `Reported. Ticked: ${categories}`,
    noCategory: "nothing",
    routed,
    opened: {
      own: "Opened",
      assign: "Opened, to take it over",
      cover: "Opened, to cover for the holder",
      review: "Opened, to review or check it",
      other: "Opened, for another reason",
    },
    taken: "Took the report",
    assigned: (name: string) => `Assigned to ${name}`,
    dangerFlagged: "Flagged danger",
    dangerActed: (did: string) => `Acted on danger: ${did}`,
    acknowledged: "Acknowledged",
    messaged: "Wrote to the reporter",
    wrote: "The reporter wrote",
    disputed: "The reporter says that it isn’t over",
    disputeAnswered: "Answered that it isn’t over",
    stageReleased: (stage: string) => `Let the reporter see: ${stage}`,
    assessed: (threats: string) => `Assessed: ${threats}`,
    severity: (name: string) => `If proved: ${name}`,
    noGrounds: "No ground for referral to the IOPC",
    grounds: (names: string) => `Must be referred to the IOPC: ${names}`,
    drafted: (grading: string) => `Drafted an intelligence report, graded ${grading}`,
    made: (draft: number, threats: string) =>
      `Checked the draft of event ${draft} and made the intelligence report: ${threats}`,
    returned: (draft: number) => `Returned the draft of event ${draft}`,
    iopcDecided: (refer: boolean) => (refer ? "Decided to refer to the IOPC" : "Decided not to refer to the IOPC"),
    iopcAnswered: (mode: keyof typeof iopcModes) => `The IOPC answered: ${iopcModes[mode]}`,
    investigating: "Needs further investigation",
    reviewed: "Reviewed",
    outcome: (person: number, name: string, counts: string) => `Outcome for person ${person}: ${name} (${counts})`,
    finding,
    closed: "Closed",
    reopened: "Reopened",
    transferred: (desk: string) => `Handed to ${desk}`,
    arrived: (desk: string) => `Arrived from ${desk}`,
    arrivedAsCopy: (desk: string) => `A copy: the reporter also told ${desk}`,
    referred: (desk: string) => `Referred a copy to ${desk}`,
    toldToo: (desk: string) => `The reporter also told ${desk}, which has a copy of its own`,
    corrected: (number: number) => `Corrected event ${number}`,
    indexed: "Read by a browser for a search",
    stopped,
    letIn: (name: string) => `Let ${name} in, who was stopped`,
    signs: (names: string) => `It says: ${names}`,
    danger: "Somebody is in danger",
    conflict: "Somebody of this unit has a conflict of interest",
    concerned: (person: number) => `Described person ${person}`,
    matched: (person: number, reference: string, same: boolean) =>
      same
        ? `Person ${person} is the same person as in ${reference}`
        : `Person ${person} is not the person in ${reference}`,
    linked: (reference: string, why: string) => `Linked to ${reference}: ${why}`,
    unlinked: (reference: string) => `No longer linked to ${reference}`,
    noted: { fact: "Note: a fact", opinion: "Note: an opinion" },
    tasked: (name: string, day: string) => `Task for ${name}, due ${day}`,
    taskDone: (task: number) => `Did the task of event ${task}`,
    messageAllowed: "Allowed more messages to the reporter",
    withdrawn: "The reporter wants no more of it",
    milestones,
    paused: (why: PauseReason) => `Clocks stand still: ${paused[why]}`,
    resumed: "Clocks run again",
    setAside: (why: NotForUs) => `Set aside, not for this hotline: ${setAside[why]}`,
    returnedTo: (desk: string) => `Returned to ${desk}`,
    accepted: "Accepted",
    restricted: (names: string) => `Restricted to ${names}`,
    unrestricted: "No longer restricted",
    quarantined: "Quarantined a file as unlawful",
    quarantineLifted: "Lifted the quarantine of a file",
    printed: (paper: Paper) => `Printed ${papers[paper]}`,
    exportAsked: (format: ExportFormat) => `Asked to export it ${formats[format]}`,
    exportAllowed: (asked: number) => `Allowed the export of event ${asked}`,
    exported: (asked: number) => `Exported, as asked in event ${asked}`,
  },
}
