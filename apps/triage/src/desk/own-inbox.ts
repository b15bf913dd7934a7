/** Browser: from the unlocked person's key to their desk's inbox key. */
import type { Unlocked } from "@candour/identity/sign-in/unlocked.ts"
import { fromBase64url } from "@candour/sealing/encoding.ts"
import { type InboxKey, openGrant } from "@candour/sealing/inbox-key.ts"
import { sealedFromStorage } from "@candour/sealing/sealed.ts"

/** An inbox as the server gives it to a script: `grant` is base64url. */
export interface SentInbox {
  generation: number
  recipient: string
  grant?: string | undefined
}

/** What each grant that this page has met opens to: opening one takes as long as opening a report. */
const met = new Map<string, Promise<InboxKey>>()

/** The inbox key that was granted to whoever is unlocked here. @throws as `openGrant` */
export function ownInbox(unlocked: Unlocked, inbox: SentInbox): Promise<InboxKey> {
  const name = JSON.stringify([unlocked.whose, inbox])
  const opened = met.get(name) ?? openOwn(unlocked, inbox)
  met.set(name, opened)
  return opened
}

const openOwn = async ({ whose, key }: Unlocked, { generation, recipient, grant = "" }: SentInbox): Promise<InboxKey> =>
  openGrant(
    key.identity,
    whose.person,
    { tenant: whose.tenant, generation, recipient },
    sealedFromStorage(fromBase64url(grant)),
  )
