/** Browser: opens one report for the search. */
import { fromBase64url } from "@candour/sealing/encoding.ts"
import type { InboxKey } from "@candour/sealing/inbox-key.ts"
import { openReport } from "@candour/sealing/open-report.ts"
import type { Answers } from "@candour/sealing/report-body.ts"
import type { ReportKey } from "@candour/sealing/report-key.ts"
import { sealedFromStorage } from "@candour/sealing/sealed.ts"
import { openTitle, titleKeyOf } from "@candour/sealing/title.ts"
import type { SentReport } from "./hand-out.ts"
import type { Searched } from "./report-index.ts"

/** What opens a report: the desk's inbox key, or the person's own where it was sealed to them by name. */
export interface SearchKeys {
  inbox: InboxKey
  person: string
  identity: string
}

const textsIn = (value: Answers | Answers["who"]): string[] =>
  Object.values(value ?? {}).flatMap((each) => (typeof each === "string" ? [each] : textsIn(each)))

/** What of a report is searched, or undefined where these keys don't open it. */
export async function openForSearch(keys: SearchKeys, sent: SentReport): Promise<Searched | undefined> {
  const wrap = sent.wraps.find(
    ({ holder, generation }) => holder === keys.person || (holder === "inbox" && generation === keys.inbox.generation),
  )
  if (wrap === undefined) return undefined
  try {
    const { key, body } = await openReport(
      wrap.holder === "inbox" ? keys.inbox.identity : keys.identity,
      { tenant: sent.sealedFor, report: sent.id },
      sealedFromStorage(fromBase64url(wrap.wrapped)),
      sealedFromStorage(fromBase64url(sent.body)),
    )
    return { id: sent.id, title: await titleOf(keys, sent, key), text: textsIn(body.answers).join("\n") }
  } catch {
    return undefined
  }
}

/** The report's title; empty where it has none, or one of an earlier key. */
async function titleOf({ inbox }: SearchKeys, { id, title }: SentReport, key: ReportKey): Promise<string> {
  if (title === undefined) return ""
  const titleKey = title.generation === undefined ? key : titleKeyOf(inbox, id)
  return openTitle(
    titleKey,
    { tenant: inbox.tenant, report: id },
    sealedFromStorage(fromBase64url(title.sealed)),
  ).catch(() => "")
}
