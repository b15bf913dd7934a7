import { beforeEach, expect, test } from "vitest"
import { createGate, type Gate, type GateAnswer, type GatePost } from "./gate.ts"
import { createProof, type GateFieldValues, solve, throughGate } from "./solve.ts"

const DAY = 86_400_000

let now: number
let gate: Gate
/** What the server answered, in turn. */
let answers: GateAnswer[]
let waited: number[]

beforeEach(() => {
  now = Date.parse("2026-03-01T12:00:00Z")
  gate = createGate({ clock: { now: () => new Date(now) } })
  answers = []
  waited = []
})

const server =
  (id: string, changes: GatePost = {}) =>
  async (fields: GateFieldValues) => {
    const answer = await gate.admit("sealed", { ...fields, ...changes, id })
    answers.push(answer)
    return answer === "in" ? { answer } : { answer, challenge: await gate.challenge(answer) }
  }
const wait = async (milliseconds: number) => {
  waited.push(milliseconds)
  now += milliseconds
}

test("what is posted with a proof is let in at once", async () => {
  const proof = createProof(await gate.challenge())
  expect(await throughGate(proof, server("r"), wait)).toEqual({ answer: "in" })
  expect(answers).toEqual(["in"])
})

test("a form that is too old, or was used for another report, is let in with a new challenge and without waiting", async () => {
  const proof = createProof(await gate.challenge())
  now += 5 * DAY
  await throughGate(proof, server("r"), wait)
  await throughGate(proof, server("another"), wait)
  expect(answers).toEqual(["again", "in", "again", "in"])
  expect(waited).toEqual([])
})

test("a retry of the same report is let in with the proof it has", async () => {
  const proof = createProof(await gate.challenge())
  for (const _ of [1, 2]) await throughGate(proof, server("r"), wait)
  expect(answers).toEqual(["in", "in"])
})

test("a browser that can't solve waits its turn, and comes before a flood that doesn't wait", async () => {
  const flood = async (name: string) => {
    for (let post = 0; post < 300; post++)
      await gate.admit("sealed", { challenge: await gate.challenge(), id: `${name}${post}` })
  }
  let challenge = await gate.challenge()
  const cannot = {
    fields: async () => ({ challenge }),
    renew(anew: string) {
      challenge = anew
    },
  }
  await flood("before")
  await throughGate(cannot, server("r"), async (milliseconds) => {
    await wait(milliseconds)
    await flood("meanwhile")
  })
  expect(answers).toEqual(["wait", "in"])
  expect(waited).toEqual([15_000])
})

test("what is never let in ends, so that the page can say so", async () => {
  const never = async () => ({ answer: "again", challenge: await gate.challenge() })
  await expect(throughGate(createProof(await gate.challenge()), never, wait)).rejects.toThrow("not let in")
})

test("after the last time that it isn't let in nobody waits to hear so", async () => {
  const never = async () => ({ answer: "wait", challenge: "" })
  await expect(throughGate(createProof(""), never, wait)).rejects.toThrow("not let in")
  expect(waited).toEqual([15_000, 15_000, 15_000])
})

test("a challenge that is none has no proof", async () => {
  expect(await solve("")).toBeUndefined()
  expect(await solve("e30")).toBeUndefined()
})
