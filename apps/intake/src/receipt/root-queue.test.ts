import { newReceipt, type Receipt, type ReceiptRoot, receiptRoot } from "@candour/sealing/receipt.ts"
import { newSecret } from "@candour/sealing/sealed.ts"
import { expect, test } from "vitest"
import { createRootQueue, rootInThread, TooManyWait } from "./root-queue.ts"

test("a root made in a thread has the same bytes as the browser's", async () => {
  for (const digits of [newReceipt(), "00000000000000000000" as Receipt]) {
    expect(await rootInThread(digits)).toEqual(await receiptRoot(digits))
  }
})

test("while roots are made, everybody else is answered", async () => {
  let turns = 0
  const counting = setInterval(() => turns++, 1)
  await Promise.all(Array.from({ length: 4 }, () => rootInThread(newReceipt())))
  clearInterval(counting)
  expect(turns).toBeGreaterThan(10)
})

/** A queue whose derivations end when the test says so. */
function slowQueue() {
  const begun: { digits: Receipt; end: () => void }[] = []
  const queue = createRootQueue(
    (digits) =>
      new Promise<ReceiptRoot>((done) => {
        begun.push({ digits, end: () => done(newSecret()) })
      }),
  )
  return { queue, begun }
}

test("two at once; whoever tells goes before whoever looks", async () => {
  const { queue, begun } = slowQueue()
  const [one, two, look, tell] = [newReceipt(), newReceipt(), newReceipt(), newReceipt()]
  const first = queue.forMailbox(one)
  queue.forMailbox(two)
  queue.forMailbox(look)
  queue.forTell(tell)
  expect(begun.map(({ digits }) => digits)).toEqual([one, two])
  begun[0]?.end()
  await first
  expect(begun.map(({ digits }) => digits)).toEqual([one, two, tell])
})

test("the twenty-first who waits for a look is turned away, and telling isn't", async () => {
  const { queue, begun } = slowQueue()
  const looks = Array.from({ length: 22 }, () => queue.forMailbox(newReceipt()))
  await expect(queue.forMailbox(newReceipt())).rejects.toThrow(TooManyWait)
  const told = queue.forTell(newReceipt())
  for (let done = 0; done < 23; done++) {
    begun[done]?.end()
    await new Promise(setImmediate)
  }
  await Promise.all([...looks, told])
  expect(begun).toHaveLength(23)
})
