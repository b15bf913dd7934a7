import { randomUUID } from "node:crypto"
import { asOwner } from "@candour/database/as.ts"
import { beginFile, fileState } from "@candour/database/sealed-files.ts"
import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { testIntake } from "../testing/test-intake.ts"
import { toldWithMailbox } from "../testing/told-with-mailbox.ts"
import { createForgetting } from "./forget-unfinished.ts"

test("what nobody finished in a week goes when the intake starts, and day after day, also after a day without a database", async () => {
  const { owner, services, cable, close } = await testIntake()
  const own = { ...(await toldWithMailbox(services.database)), file: randomUUID() }
  const givenUp = async () => {
    await beginFile(owner, own)
    await asOwner(owner, (transaction) => transaction.execute(sql`update sealed_file set day = day - 8`))
  }
  const isThere = async () => (await fileState(owner, own)) !== undefined
  await givenUp()
  const forgetting = createForgetting(services.database, 50)
  await cable.cut()
  forgetting.start()
  await cable.mend()
  await expect.poll(isThere).toBe(false)
  await givenUp()
  await expect.poll(isThere).toBe(false)
  await forgetting.stop()
  await close()
})
