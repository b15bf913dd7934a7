import type { Tenant } from "@candour/domain/tenant.ts"
import type { Receipt, RootOf } from "./receipt.ts"
import type { Answers } from "./report-body.ts"
import { type SealedReferral, type SealedReport, sealWithReferrals } from "./seal-report.ts"
import { type Counted, countedBytes } from "./told.ts"

/** Where a referral goes, and under which key it is sealed. */
export interface OpenReferral {
  /** The force it is meant for. */
  routedTo: Tenant
  tenant: Tenant
  generation: number
  recipient: string
}

/** A referral to a further desk, with the id that was made with the form. */
type Referral = OpenReferral & { id: string }

/** A sealed referral, with where it goes. */
type RoutedReferral = Omit<Referral, "recipient"> & Omit<SealedReferral, "key">

/** Whose keys a report is sealed under, and with which numbers. */
export interface ToSeal extends Pick<OpenReferral, "tenant" | "recipient"> {
  id: string
  receipt: Receipt
  referrals: readonly Referral[]
}

/** Browser and server: seals what a tell form says, once for each desk that it goes to. */
export async function sealTold(
  { referrals, ...to }: ToSeal,
  answers: Answers,
  counted: Counted,
  rootOf?: RootOf,
): Promise<{ report: Omit<SealedReport, "key">; referrals: RoutedReferral[] }> {
  const { language, mayReply } = counted
  const sealed = await sealWithReferrals(
    { ...to, language, mayReply, answers, counted: countedBytes(counted) },
    referrals.map(({ routedTo, ...referral }) => ({ ...referral, counted: countedBytes({ ...counted, routedTo }) })),
    rootOf,
  )
  const { key: _, ...report } = sealed.report
  return {
    report,
    referrals: referrals.map(({ id, tenant, routedTo, generation }, at) => {
      const { body, wrap, digest } = sealed.referrals[at] as SealedReferral
      return { id, tenant, routedTo, generation, digest, body, wrap }
    }),
  }
}
