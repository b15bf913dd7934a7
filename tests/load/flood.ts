/**
 * What a reporter waits behind a flood of 200 posts a second without script, with the gate and without it: one reporter
 * without script, who presses again after 15 s as the page asks, and one with script.
 * Usage: node tests/load/flood.ts. Prints figures; asserts nothing. Loopback only; takes about five minutes.
 */
import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { Agent, request } from "node:http"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { newReceipt } from "@candour/sealing/receipt.ts"
import { solve } from "../../apps/intake/src/floods/solve.ts"

const POSTS_A_SECOND = 200
const FLOOD_SECONDS = 45
const RETRY_SECONDS = 15
const SCRIPT_EVERY_SECONDS = 2
const WRITES_SECONDS = 5

interface Answer {
  status: number
  text: string
}

/** Without a connection in between that is kept too long: a server under flood closes some. */
const agent = new Agent({ keepAlive: true, maxSockets: 2_000 })

const ask = (port: number, path: string, fields?: Record<string, string>): Promise<Answer> =>
  new Promise((resolve) => {
    const asked = request(
      {
        agent,
        host: "127.0.0.1",
        port,
        path,
        method: fields ? "POST" : "GET",
        ...(fields && { headers: { "content-type": "application/x-www-form-urlencoded" } }),
      },
      async (answer) => {
        let text = ""
        for await (const part of answer) text += part
        resolve({ status: answer.statusCode ?? 0, text })
      },
    )
    asked.on("error", () => resolve({ status: 0, text: "" }))
    asked.end(fields && new URLSearchParams(fields).toString())
  })

/** How a flood makes its posts: one form over and over; a fresh form each; a fresh form each that waits, too. */
type Flood = "one form" | "fresh forms" | "fresh forms that wait"

const form = async (port: number) => ({
  challenge: (await ask(port, "/form")).text,
  digits: newReceipt(),
  id: crypto.randomUUID(),
})

async function runFlood(port: number, flood: Flood, until: number, taken: { posts: number; in: number }) {
  const same = await form(port)
  const post = async () => {
    const fields = flood === "one form" ? same : await form(port)
    const answer = await ask(port, "/tell", fields)
    taken.posts += 1
    if (answer.status === 200) taken.in += 1
    if (flood !== "fresh forms that wait" || answer.status !== 503) return
    await pause(RETRY_SECONDS * 1_000)
    if ((await ask(port, "/tell", { ...fields, challenge: answer.text })).status === 200) taken.in += 1
  }
  const began = Date.now()
  for (let sent = 0; Date.now() < until; sent++) {
    void post()
    await pause(Math.max(0, began + ((sent + 1) * 1_000) / POSTS_A_SECOND - Date.now()))
  }
}

/** Seconds until a reporter without script is let in, and how often they press; undefined where the flood ends first. */
async function withoutScript(port: number, until: number) {
  const began = Date.now()
  let fields = await form(port)
  for (let presses = 1; Date.now() < until; presses++) {
    const answer = await ask(port, "/tell", fields)
    if (answer.status === 200) return { seconds: (Date.now() - began) / 1_000, presses }
    fields = { ...fields, challenge: answer.text || fields.challenge }
    await pause(RETRY_SECONDS * 1_000)
  }
  return undefined
}

/** Milliseconds from pressing send to the answer, for reporters with script who write for five seconds. */
async function withScript(
  port: number,
  until: number,
): Promise<{ waits: number[]; refused: number; solved: number[] }> {
  const all = { waits: [] as number[], refused: 0, solved: [] as number[] }
  while (Date.now() < until - WRITES_SECONDS * 1_000) {
    const { challenge, id } = await form(port)
    const began = performance.now()
    const proving = solve(challenge).then((proof) => {
      all.solved.push(performance.now() - began)
      return proof
    })
    await pause(WRITES_SECONDS * 1_000)
    const pressed = performance.now()
    const answer = await ask(port, "/sealed", { challenge, proof: (await proving) ?? "", id })
    all.waits.push(performance.now() - pressed)
    if (answer.status !== 200) all.refused += 1
    await pause(SCRIPT_EVERY_SECONDS * 1_000)
  }
  return all
}

const middle = (numbers: readonly number[]) => numbers.toSorted((one, other) => one - other)[numbers.length >> 1] ?? 0

async function measure(gated: boolean, flood: Flood) {
  const server: ChildProcess = spawn(
    process.execPath,
    [join(import.meta.dirname, "flood-server.ts"), gated ? "gate" : "open"],
    { stdio: ["ignore", "pipe", "inherit", "ipc"] },
  )
  const [line] = await once(server.stdout as NonNullable<typeof server.stdout>, "data")
  const port = Number(String(line))
  const until = Date.now() + FLOOD_SECONDS * 1_000
  const taken = { posts: 0, in: 0 }
  const flooding = runFlood(port, flood, until, taken)
  await pause(5_000)
  const [reporters, script] = await Promise.all([
    Promise.all([0, 2, 4, 6, 8].map((later) => pause(later * 1_000).then(() => withoutScript(port, until)))),
    withScript(port, until),
  ])
  await flooding
  server.disconnect()
  const got = reporters.filter((each) => each !== undefined)
  console.log(
    `\n${gated ? "with the gate" : "without it"}, a flood of ${flood}, ${taken.posts} posts, ${taken.in} let in`,
  )
  console.log(
    `  without script: ${got.length} of ${reporters.length} let in, after ${got.map(({ seconds, presses }) => `${seconds.toFixed(1)} s (${presses})`).join(", ")}`,
  )
  console.log(
    `  with script: ${script.refused} of ${script.waits.length} refused; send to answer ${middle(script.waits).toFixed(0)} ms, at most ${Math.max(...script.waits).toFixed(0)} ms; solved in ${middle(script.solved).toFixed(0)} ms`,
  )
}

for (const flood of ["one form", "fresh forms", "fresh forms that wait"] as const) {
  await measure(false, flood)
  await measure(true, flood)
}
process.exit(0)
