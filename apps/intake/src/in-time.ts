/** The database didn't answer in time: it may be at work on this alone, so it says nothing of other reports. */
export class AnswerLate extends Error {
  override name = "AnswerLate"
}

/** Milliseconds for the database to answer; a reporter waits no longer, and the spool takes the report. */
const ANSWER_WITHIN = 4_000

/** `work`, or AnswerLate when it takes too long: it may still be done, which a repeat from the spool allows for. */
export async function inTime<Result>(work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new AnswerLate("The database did not answer in time.")), ANSWER_WITHIN)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
