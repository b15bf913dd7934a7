import { expect, test } from "vitest"
import { newInboxKey } from "./inbox-key.ts"
import { fingerprint, keyStatement } from "./key-statement.ts"

const { tenant, generation, recipient } = await newInboxKey("kent", 2)
const statement = { version: 1, tenant, generation, recipient, previous: fingerprint(recipient) }

test("a statement names an inbox and the fingerprint of the one before", () => {
  expect(keyStatement.parse(statement)).toEqual(statement)
  expect(keyStatement.parse({ ...statement, previous: null }).previous).toBe(null)
  expect(fingerprint("age1pq1")).toBe("f1a859708efdde7ef851fffbbcdb58a0aeaeabf5e5623cddf77d3b3ebb1fb33c")
})

test.each([
  ["another version", { version: 2 }],
  ["a tenant that is no id", { tenant: "Kent" }],
  ["a generation before the first", { generation: 0 }],
  ["a recipient cut short", { recipient: recipient.slice(0, -1) }],
  ["a recipient of an older kind", { recipient: `age1${recipient.slice(7)}` }],
  ["a fingerprint that is none", { previous: "none" }],
])("a statement with %s is refused", (_, wrong) => {
  expect(keyStatement.safeParse({ ...statement, ...wrong }).success).toBe(false)
})
