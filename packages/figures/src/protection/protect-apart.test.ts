import { expect, test } from "vitest"
import { apart } from "./protect-apart.ts"

const script = (text: string) => new URL(`data:text/javascript,${encodeURIComponent(text)}`)

test("a thread that takes too long, or ends without an answer, is an answer that can't be made", async () => {
  const endless = script("setInterval(() => {}, 1000)")
  await expect(apart("protect", endless, 0.2)([], [])).rejects.toThrow(RangeError)
  await expect(apart("protect", script("process.exit()"), 20)([], [])).rejects.toThrow("ended before it answered")
})
