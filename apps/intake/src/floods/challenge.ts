import { type Day, dayOf } from "@candour/domain/day.ts"
import { createChallenge, type solveChallenge, verifySolution } from "altcha-lib"
import { deriveKey } from "altcha-lib/algorithms/pbkdf2"
import { z } from "zod"

/** Iterations of PBKDF2 for one try: about 0.2 ms here. Slow by itself, so that a try costs a phone what it costs a flood. */
const ITERATIONS = 500

/** Characters of a challenge or a proof, at most; ours have some 600. */
const MOST_CHARACTERS = 2_000

/** Milliseconds of one step of the time a form waited: no finer time is in it. */
const STEP = 10_000

type Made = Parameters<typeof solveChallenge>[0]["challenge"]

const challengeForm = z.strictObject({
  parameters: z.strictObject({
    algorithm: z.literal("PBKDF2/SHA-256"),
    nonce: z.string().regex(/^[0-9a-f]{32}$/),
    salt: z.string().regex(/^[0-9a-f]{32}$/),
    cost: z.literal(ITERATIONS),
    keyLength: z.literal(32),
    keyPrefix: z.string().regex(/^[0-9a-f]{32}$/),
    keySignature: z.string().regex(/^[0-9a-f]{64}$/),
    data: z.strictObject({ day: z.iso.date(), waited: z.int().optional() }),
  }),
  signature: z.string().regex(/^[0-9a-f]{64}$/),
})

const proofForm = z.strictObject({
  counter: z.int().min(0).max(0xffffffff),
  derivedKey: z.string().regex(/^[0-9a-f]{64}$/),
  time: z.number().optional(),
})

/** What a form's challenge says, once its signature is found to be ours. */
export interface ReadChallenge {
  /** 32 hexadecimal digits, made for this form alone. */
  nonce: string
  /** The day the form was made. */
  day: Day
  /** The form was asked to wait, and has waited. */
  waited: boolean
  proof: "none" | "right" | "wrong"
}

interface Making {
  secret: string
  now: Date
  /** Of the tries until it is solved. */
  tries: number
  /** Marks a form that was asked to wait. */
  waits: boolean
}

const secrets = (secret: string) => ({
  hmacSignatureSecret: `challenge ${secret}`,
  hmacKeySignatureSecret: `key ${secret}`,
})

const stepOf = (now: Date) => Math.floor(now.getTime() / STEP)

const toText = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url")

function fromText(text: string | undefined): unknown {
  if (!text || text.length > MOST_CHARACTERS) return undefined
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString())
  } catch {
    return undefined
  }
}

/**
 * A challenge for one form, as text for a hidden field. The server keeps nothing of it: it is signed, and says the day
 * it was made and no finer time; only a form that was asked to wait says since when, to ten seconds.
 */
export async function makeChallenge({ secret, now, tries, waits }: Making): Promise<string> {
  const made = await createChallenge({
    algorithm: "PBKDF2/SHA-256",
    cost: ITERATIONS,
    counter: tries,
    deriveKey,
    data: { day: dayOf(now), ...(waits && { waited: stepOf(now) }) },
    ...secrets(secret),
  })
  return toText(made)
}

/** Reads a form's challenge and proof; undefined where the challenge isn't ours, whole and unchanged. */
export async function readChallenge(
  secret: string,
  now: Date,
  challenge: string | undefined,
  proof: string | undefined,
): Promise<ReadChallenge | undefined> {
  const made = challengeForm.safeParse(fromText(challenge))
  if (!made.success) return undefined
  const solution = proofForm.safeParse(fromText(proof))
  const { invalidSignature, verified } = await verifySolution({
    challenge: made.data as Made,
    // The library says of the signature only beside a solution: this one is nobody's.
    solution: solution.data ?? { counter: 0, derivedKey: "00" },
    deriveKey,
    ...secrets(secret),
  })
  if (invalidSignature) return undefined
  const { nonce, data } = made.data.parameters
  return {
    nonce,
    day: data.day as Day,
    waited: data.waited !== undefined && stepOf(now) > data.waited,
    proof: proof ? (verified ? "right" : "wrong") : "none",
  }
}
