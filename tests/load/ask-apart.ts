/**
 * Asks for one page again and again, in a process that holds nothing else: the memory of a benchmark that has just filled
 * a database is large, and what it takes to tidy it up would count as the server's time.
 */
import { type ChildProcess, fork } from "node:child_process"
import { Agent, get } from "node:http"
import { fileURLToPath } from "node:url"

interface Asked {
  url: string
  cookie: string
  times: number
}

/** Milliseconds of each of `times` askings, over one connection and compressed, and the bytes as they are sent. */
export interface Taken {
  milliseconds: number[]
  bytes: number
}

const IN_CHILD = "ask"

/** A process that asks; `stop` ends it. */
export function startAsking(): { ask: (asked: Asked) => Promise<Taken>; stop: () => void } {
  const child: ChildProcess = fork(fileURLToPath(import.meta.url), [IN_CHILD])
  return {
    ask: (asked) =>
      new Promise((resolve, refuse) => {
        child.once("message", (answer) => {
          if (typeof answer === "string") refuse(new Error(answer))
          else resolve(answer as Taken)
        })
        child.send(asked)
      }),
    stop: () => child.disconnect(),
  }
}

const agent = new Agent({ keepAlive: true })

const once = ({ url, cookie }: Asked): Promise<number> =>
  new Promise((resolve, refuse) => {
    get(url, { agent, headers: { cookie, "accept-encoding": "gzip, deflate, br" } }, (answer) => {
      let bytes = 0
      answer.on("data", (piece: Buffer) => {
        bytes += piece.length
      })
      answer.on("end", () => {
        if (answer.statusCode === 200) resolve(bytes)
        else refuse(new Error(`${url} was answered with ${answer.statusCode}.`))
      })
    }).on("error", refuse)
  })

if (process.argv[2] === IN_CHILD)
  process.on("message", async (asked: Asked) => {
    const milliseconds: number[] = []
    let bytes = 0
    try {
      for (let time = 0; time < asked.times; time += 1) {
        const begun = performance.now()
        bytes = await once(asked)
        milliseconds.push(performance.now() - begun)
      }
      process.send?.({ milliseconds, bytes } satisfies Taken)
    } catch (error) {
      process.send?.(String(error))
    }
  })
