import { expect, test } from "vitest"
import { grantInbox, newInboxKey, openGrant } from "./inbox-key.ts"
import { newPersonKey, publicPersonKey } from "./person-key.ts"
import { NotForThisKey, NotThisPlace } from "./refused.ts"

const kent = await newInboxKey("kent")
const officer = await newPersonKey()
const { recipient } = await publicPersonKey(officer)
const grant = await grantInbox(kent, "an-officer", recipient)

test("who is granted the inbox opens it, and nobody else does", async () => {
  expect(await openGrant(officer.identity, "an-officer", kent, grant)).toEqual(kent)
  const other = await newPersonKey()
  await expect(openGrant(other.identity, "an-officer", kent, grant)).rejects.toThrow(NotForThisKey)
})

test("a grant of another person, tenant or generation is refused", async () => {
  await expect(openGrant(officer.identity, "another", kent, grant)).rejects.toThrow(NotThisPlace)
  for (const other of [{ tenant: "essex" }, { generation: 2 }]) {
    await expect(openGrant(officer.identity, "an-officer", { ...kent, ...other }, grant)).rejects.toThrow(NotThisPlace)
  }
})

test("a grant that anybody could have made, of an inbox the key statement does not name, is refused", async () => {
  const forged = await grantInbox(await newInboxKey("kent"), "an-officer", recipient)
  await expect(openGrant(officer.identity, "an-officer", kent, forged)).rejects.toThrow(NotThisPlace)
})
