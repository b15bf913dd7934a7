import { randomBytes, randomUUID } from "node:crypto"
import type { SpooledReport } from "../spool/spooled-report.ts"

/** A spooled report of Kent's whose sealed parts are random bytes. */
export const spooledReport = (changes: Partial<SpooledReport["report"]> = {}): SpooledReport => ({
  day: "2026-03-01",
  report: {
    id: randomUUID(),
    tenant: "kent",
    routedTo: "kent",
    reason: "found",
    line: "national",
    channel: "online",
    language: "en",
    categories: ["partner"],
    danger: "no",
    mayReply: "yes",
    mailboxHash: new Uint8Array(randomBytes(32)),
    digest: new Uint8Array(randomBytes(32)),
    body: new Uint8Array(randomBytes(4_500)),
    wrap: new Uint8Array(randomBytes(2_171)),
    generation: 1,
    ...changes,
  },
})

/** A referral of such a report, for `tenant`. */
export const spooledReferral = (tenant: string) => ({
  id: randomUUID(),
  tenant,
  routedTo: tenant,
  generation: 1,
  digest: new Uint8Array(randomBytes(32)),
  body: new Uint8Array(randomBytes(4_500)),
  wrap: new Uint8Array(randomBytes(2_171)),
})
