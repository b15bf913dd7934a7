import type { Tenant } from "@candour/domain/tenant.ts"
import type { Receipt, RootOf } from "./receipt.ts"
import type { Answers } from "./report-body.ts"
import { type SealedReferral, type SealedReport, sealWithReferrals } from "./seal-report.ts"
import { type Counted, countedBytes } from "./told.ts"

/** Where a copy goes, and under which key it is sealed. */
export interface OpenReferral {
  /** The force it is meant for. */
  routedTo: Tenant
  tenant: Tenant
  generation: number
  recipient: string
}

/** A copy for a further desk, with the id that was made with the form. */
export type Copy = OpenReferral & { id: string }

/** A sealed copy, with where it goes. */
export type SealedCopy = Omit<Copy, "recipient"> & Omit<SealedReferral, "key">

/** Whose keys a report is sealed under, and with which numbers. */
export interface ToSeal extends Pick<OpenReferral, "tenant" | "recipient"> {
  id: string
  receipt: Receipt
  copies: readonly Copy[]
}

/** Browser and server: seals what a tell form says, once for each desk that it goes to. */
export async function sealTold(
  { copies, ...to }: ToSeal,
  answers: Answers,
  counted: Counted,
  rootOf?: RootOf,
): Promise<{ report: Omit<SealedReport, "key">; copies: SealedCopy[] }> {
  const { language, mayReply } = counted
  const sealed = await sealWithReferrals(
    { ...to, language, mayReply, answers, counted: countedBytes(counted) },
    copies.map(({ routedTo, ...copy }) => ({ ...copy, counted: countedBytes({ ...counted, routedTo }) })),
    rootOf,
  )
  const { key: _, ...report } = sealed.report
  return {
    report,
    copies: copies.map(({ id, tenant, routedTo, generation }, at) => {
      const { body, wrap, digest } = sealed.referrals[at] as SealedReferral
      return { id, tenant, routedTo, generation, digest, body, wrap }
    }),
  }
}
