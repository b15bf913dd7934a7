import { dayOf } from "@candour/domain/day.ts"
import { beforeEach, expect, test } from "vitest"
import { createGate, type Gate, type GateKind } from "./gate.ts"
import { solve } from "./solve.ts"

const NOON = Date.parse("2026-03-01T12:00:00Z")
const DAY = 86_400_000
const SECRET = "a secret of the test, long enough"

let now: number
let gate: Gate
const clock = { now: () => new Date(now) }
/** As many tries as there may be, so that a test sees how hard it is. */
const most = (_: number, below: number) => below - 1

beforeEach(() => {
  now = NOON
  gate = createGate({ clock, random: most, secret: SECRET })
})

const proven = async (from: Gate = gate) => {
  const challenge = await from.challenge()
  return { challenge, proof: await solve(challenge) }
}
const unproven = async (id?: string) => ({ challenge: await gate.challenge(), id })
/** What is answered to so many fresh forms without proof, at one moment. */
const flood = async (posts: number, kind: GateKind = "tell") => {
  const answers: string[] = []
  for (let post = 0; post < posts; post++) answers.push(await gate.admit(kind, await unproven(`r${post}`)))
  return answers
}
const waitingOf = (answers: string[]) => answers.filter((answer) => answer === "wait").length
const triesOf = (challenge: string) =>
  solve(challenge).then((proof) => JSON.parse(Buffer.from(proof ?? "", "base64url").toString()).counter)

test("a solved challenge is let in, and so is a form without proof in quiet times", async () => {
  expect(await gate.admit("sealed", await proven())).toBe("in")
  expect(await gate.admit("tell", await unproven())).toBe("in")
})

test("what isn't whole and ours comes back", async () => {
  const { challenge, proof } = await proven()
  const other = createGate({ clock, secret: "another secret, of another house" })
  const changed = (text: string) => Buffer.from(text, "base64url").toString().replace("2026-03-01", "2026-03-02")
  for (const post of [
    {},
    { challenge: "" },
    { challenge: "x".repeat(5_000) },
    { challenge: "e30" },
    { challenge: Buffer.from(changed(challenge)).toString("base64url") },
    { challenge, proof: "e30" },
    { challenge, proof: (await proven()).proof },
    await proven(other),
  ])
    expect(await gate.admit("tell", post)).toBe("again")
  expect(await gate.admit("tell", { challenge, proof })).toBe("in")
})

test("another process with the same secret takes the form, and one without a secret gives it anew", async () => {
  const form = await proven()
  expect(await createGate({ clock, secret: SECRET }).admit("tell", form)).toBe("in")
  expect(await createGate({ clock }).admit("tell", form)).toBe("again")
})

test("a challenge serves one report: a press and its repeats, and nobody else's", async () => {
  const form = await proven()
  for (const _ of [1, 2, 3, 4, 5]) expect(await gate.admit("sealed", { ...form, id: "mine" })).toBe("in")
  expect(await gate.admit("sealed", { ...form, id: "mine" })).toBe("again")
  expect(await gate.admit("sealed", { ...form, id: "other" })).toBe("again")
})

test("of a thousand copies of one form five are let in, and it takes nothing of the budget after", async () => {
  const form = await unproven("r")
  const answers = await Promise.all(Array.from({ length: 1_000 }, () => gate.admit("tell", form)))
  expect(answers.filter((answer) => answer === "in")).toHaveLength(5)
  expect(waitingOf(answers)).toBe(0)
  expect(await gate.admit("tell", await unproven())).toBe("in")
})

test("a form that was open for more than two days comes back, and its new one is let in", async () => {
  const forms = [await proven(), await proven()]
  now = NOON + 2 * DAY
  expect(await gate.admit("tell", forms[0] ?? {})).toBe("in")
  now = NOON + 3 * DAY
  expect(await gate.admit("tell", forms[1] ?? {})).toBe("again")
  expect(await gate.admit("tell", { challenge: await gate.challenge("again") })).toBe("in")
})

test("a challenge holds the day it was made and no finer time, unless its form was asked to wait", async () => {
  const dataOf = (challenge: string) => JSON.parse(Buffer.from(challenge, "base64url").toString()).parameters.data
  expect(dataOf(await gate.challenge())).toEqual({ day: "2026-03-01" })
  expect(dataOf(await gate.challenge("again"))).toEqual({ day: "2026-03-01" })
  expect(dataOf(await gate.challenge("wait"))).toEqual({ day: "2026-03-01", waited: Math.floor(NOON / 10_000) })
})

test("a flood without proof is let in by its budget, and never keeps out who has proof", async () => {
  const answers = await flood(100)
  expect(waitingOf(answers)).toBe(80)
  for (const _ of [1, 2, 3]) {
    expect(await gate.admit("tell", await unproven())).toBe("wait")
    expect(await gate.admit("tell", await proven())).toBe("in")
    expect(await gate.admit("sealed", await proven())).toBe("in")
  }
})

test("a flood of one kind leaves the other kinds their budgets", async () => {
  await flood(100, "tell")
  expect(await gate.admit("sealed", await unproven())).toBe("in")
})

test("who was asked to wait and did is let in while the flood goes on", async () => {
  await flood(100)
  expect(await gate.admit("tell", await unproven())).toBe("wait")
  const waiting = { challenge: await gate.challenge("wait") }
  expect(await gate.admit("tell", waiting)).toBe("wait")
  now += 15_000
  await flood(200)
  expect(await gate.admit("tell", await unproven())).toBe("wait")
  expect(await gate.admit("tell", waiting)).toBe("in")
})

test("after a flood the budget fills again", async () => {
  expect(waitingOf(await flood(60))).toBe(40)
  now += 4_000
  expect(waitingOf(await flood(60))).toBe(40)
})

test("it is nearly nothing in quiet times, rises with the load, and falls again a minute later", async () => {
  expect(await triesOf(await gate.challenge())).toBe(15)
  for (let post = 0; post < 600; post++) await gate.admit("tell", {})
  expect(await triesOf(await gate.challenge())).toBe(159)
  now += 61_000
  expect(await triesOf(await gate.challenge())).toBe(15)
})

test("however large a flood is, a challenge stays within what a slow phone can do", async () => {
  for (let post = 0; post < 20_000; post++) await gate.admit("tell", {})
  expect(await triesOf(await gate.challenge())).toBe(1_999)
})

test("a box that should stay empty is asked about once, and then the report is taken", async () => {
  const form = await proven()
  expect(await gate.admit("tell", { ...form, filled: "Dover" })).toBe("again")
  const anew = { challenge: await gate.challenge("again"), filled: "Dover", asked: "yes" }
  expect(await gate.admit("tell", anew)).toBe("in")
})

test("a filled box takes from the budget even with proof", async () => {
  await flood(100)
  expect(await gate.admit("tell", { ...(await proven()), filled: "Dover", asked: "yes" })).toBe("wait")
})

test("the day is London's", async () => {
  now = Date.parse("2026-06-30T23:30:00Z")
  const challenge = await gate.challenge()
  expect(JSON.parse(Buffer.from(challenge, "base64url").toString()).parameters.data.day).toBe(dayOf(clock.now()))
})
