import { signDecision } from "@candour/sealing/decision.ts"
import { bytesOf, toBase64url } from "@candour/sealing/encoding.ts"
import { fingerprintKey } from "@candour/sealing/fingerprint.ts"
import type { InboxKey } from "@candour/sealing/inbox-key.ts"
import { sealUnder } from "@candour/sealing/report-key.ts"
import type { Description } from "../concerned/description.ts"
import { fingerprintsOf } from "../concerned/show-people.ts"
import { nearHashesOf } from "../near/hashes.ts"
import type { Member, TestDesk, ToldReport } from "./test-desk.ts"

/** A description of which `changes` alone are said. */
export const said = (changes: Partial<Description>): Description => ({
  version: 1,
  name: "",
  rank: "",
  number: "",
  unit: "",
  car: "",
  note: "",
  ...changes,
})

/** Describes a person concerned as event `number`, as the page's script does; whoever does it has opened the report. */
export async function describe(
  desk: TestDesk,
  inbox: InboxKey,
  who: Member,
  report: ToldReport,
  { number, person = 1, description }: { number: number; person?: number; description: Description },
): Promise<Response> {
  const place = { tenant: who.tenant, report: report.id, part: "event", number }
  const words = await sealUnder(report.key, place, bytesOf(JSON.stringify(description)))
  const decision = { tenant: who.tenant, report: report.id, number, kind: "concerned", detail: { person }, words }
  const key = fingerprintKey(inbox)
  return desk.post(who, `/report/${report.id}/concerned`, {
    number,
    person,
    generation: 1,
    traits: fingerprintsOf(key, description),
    near: nearHashesOf(key, description),
    words: toBase64url(words),
    signature: toBase64url(signDecision(who.key, decision)),
  })
}
