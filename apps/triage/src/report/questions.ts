import type { Answers } from "@candour/sealing/report-body.ts"
import { en } from "@candour/web/questions.ts"

const { labels, ongoing, howKnown } = en

/** The questions of the tell page, in its order, as an officer reads them. */
const QUESTIONS: readonly (readonly [label: string, answer: (answers: Answers) => string | undefined])[] = [
  [labels.account, ({ account }) => account],
  [labels.name, ({ who }) => who?.name],
  [labels.rank, ({ who }) => who?.rank],
  [labels.station, ({ who }) => who?.station],
  [labels.looks, ({ who }) => who?.looks],
  [labels.when, ({ when }) => when],
  [ongoing.legend, (answers) => inWords(ongoing.answers, answers.ongoing)],
  [labels.where, ({ where }) => where],
  [howKnown.legend, (answers) => inWords(howKnown.answers, answers.howKnown)],
  [labels.whoElseKnows, ({ whoElseKnows }) => whoElseKnows],
  [labels.evidence, ({ evidence }) => evidence],
  [labels.riskToOthers, ({ riskToOthers }) => riskToOthers],
  [labels.toldBefore, ({ toldBefore }) => toldBefore],
  [labels.easier, ({ easier }) => easier],
]

/** Answers that were chosen are kept as codes. */
const inWords = (words: Record<string, string>, answer: string | undefined) =>
  answer === undefined ? undefined : (words[answer] ?? answer)

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
