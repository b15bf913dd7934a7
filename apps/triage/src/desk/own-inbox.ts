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

/** The inbox key that was granted to whoever is unlocked here. @throws as `openGrant` */
export const ownInbox = async (
  { whose, key }: Unlocked,
  { generation, recipient, grant = "" }: SentInbox,
): Promise<InboxKey> =>
  openGrant(
    key.identity,
    whose.person,
    { tenant: whose.tenant, generation, recipient },
    sealedFromStorage(fromBase64url(grant)),
  )
