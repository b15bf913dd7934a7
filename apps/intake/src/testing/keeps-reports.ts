/** A program that spools one report after another and says each that is kept, until it is killed. */
import { openSpool } from "../spool/spool.ts"
import { spooledReferral, spooledReport } from "./spooled.ts"

const spool = await openSpool(process.argv[2] ?? "")
for (;;) {
  const spooled = spooledReport({ referrals: [spooledReferral("gwent"), spooledReferral("metropolitan")] })
  await spool.keep(spooled)
  process.stdout.write(`${spooled.report.id}\n`)
}
