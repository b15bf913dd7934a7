import { setTimeout as pause } from "node:timers/promises"
import { expect, test } from "vitest"
import { notTooSlow, TooSlow } from "./not-too-slow.ts"

async function* drip(count: number, bytes: number, milliseconds: number) {
  for (let number = 0; number < count; number += 1) {
    await pause(milliseconds)
    yield new Uint8Array(bytes)
  }
}
const all = async (chunks: AsyncIterable<Uint8Array>) => {
  let bytes = 0
  for await (const chunk of chunks) bytes += chunk.length
  return bytes
}
const pace = { bytes: 100, milliseconds: 150 }

test("who keeps pace is listened to for as long as it takes", async () => {
  expect(await all(notTooSlow(drip(12, 60, 30), undefined, pace))).toBe(720)
})

test("who brings a byte now and then, or nothing, loses the place", async () => {
  await expect(all(notTooSlow(drip(40, 1, 20), undefined, pace))).rejects.toThrow(TooSlow)
  await expect(all(notTooSlow(drip(1, 1, 60_000), undefined, pace))).rejects.toThrow(TooSlow)
})

test("a slow reader is not the sender's fault", async () => {
  let bytes = 0
  for await (const chunk of notTooSlow(drip(4, 10, 1), undefined, pace)) {
    bytes += chunk.length
    await pause(100)
  }
  expect(bytes).toBe(40)
})

test("while places are scarce, a pace that was enough before loses the place", async () => {
  await expect(all(notTooSlow(drip(12, 60, 30), () => 16, pace))).rejects.toThrow(TooSlow)
})
