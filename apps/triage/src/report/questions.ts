import type { Answers } from "@candour/sealing/report-body.ts"

/** The questions of the tell page, in its order, as an officer reads them. */
const QUESTIONS: readonly (readonly [label: string, answer: (answers: Answers) => string | undefined])[] = [
  ["What happened?", ({ account }) => account],
  ["Name or nickname", ({ who }) => who?.name],
  ["Rank, number or job", ({ who }) => who?.rank],
  ["Station, team or car", ({ who }) => who?.station],
  ["What they look like", ({ who }) => who?.looks],
  ["When?", ({ when }) => when],
  ["Still going on?", ({ ongoing }) => inWords(ongoing)],
  ["Where?", ({ where }) => where],
  ["How do you know?", ({ howKnown }) => inWords(howKnown)],
  ["Who else knows? Could they guess it was you?", ({ whoElseKnows }) => whoElseKnows],
  ["What shows it?", ({ evidence }) => evidence],
  ["Is a child or anyone else at risk?", ({ riskToOthers }) => riskToOthers],
  ["Have you told anyone before? What came of it?", ({ toldBefore }) => toldBefore],
  ["Would anything make this easier?", ({ easier }) => easier],
]

/** Answers that were chosen are kept as codes. */
const CODES: Record<string, string> = {
  yes: "Yes",
  no: "No",
  unknown: "I don’t know",
  saw: "I saw or heard it, or it happened to me",
  told: "Someone told me",
  found: "I found something",
  unsaid: "I’d rather not say",
}
const inWords = (answer: string | undefined) => (answer === undefined ? undefined : (CODES[answer] ?? answer))

/** What a report says: each answered question, and the labels of those that were not. */
export function saidIn(answers: Answers): { answered: { label: string; answer: string }[]; open: string[] } {
  const answered: { label: string; answer: string }[] = []
  const open: string[] = []
  for (const [label, answerOf] of QUESTIONS) {
    const answer = answerOf(answers)?.trim()
    if (answer) answered.push({ label, answer })
    else open.push(label)
  }
  return { answered, open }
}
