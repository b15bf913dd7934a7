/** Browser: opens the sealed titles of a page's rows with the inbox key that is unlocked in this tab. */
import { unlockedKey } from "@candour/identity/sign-in/unlocked.ts"
import { fromBase64url } from "@candour/sealing/encoding.ts"
import type { InboxKey } from "@candour/sealing/inbox-key.ts"
import { sealedFromStorage } from "@candour/sealing/sealed.ts"
import { openTitle, titleKeyOf } from "@candour/sealing/title.ts"
import { ownInbox } from "../desk/own-inbox.ts"
import { en } from "./messages.ts"

/** The person's inbox key, opened once for the page; nothing where this tab is locked or the access doesn't open. */
let inbox: Promise<InboxKey | undefined> | undefined

async function openInbox(sent: string): Promise<InboxKey | undefined> {
  const unlocked = await unlockedKey()
  return unlocked && ownInbox(unlocked, JSON.parse(sent)).catch(() => undefined)
}

/** Lets the page answer before the next title is opened: fifty take a sixth of a second. */
const rest = () => new Promise((resolve) => setTimeout(resolve))

/** Opens every title in `part` that is still sealed, one after the other. A locked tab leaves them sealed. */
export async function openTitles(part: HTMLElement): Promise<void> {
  const places = [...part.querySelectorAll<HTMLElement>("[data-sealed]")]
  if (places.length === 0) return
  inbox ??= openInbox(part.dataset.inbox ?? "{}")
  const key = await inbox
  if (key === undefined) return
  for (const place of places) {
    place.textContent = [place.dataset.before, await titleIn(place, key)].filter(Boolean).join(": ")
    delete place.dataset.sealed
    await rest()
  }
}

async function titleIn({ dataset }: HTMLElement, key: InboxKey): Promise<string> {
  const { sealed = "", of: report = "", generation } = dataset
  if (Number(generation) !== key.generation) return en.cannotOpenTitle
  try {
    const of = { tenant: key.tenant, report }
    return await openTitle(titleKeyOf(key, report), of, sealedFromStorage(fromBase64url(sealed)))
  } catch {
    return en.cannotOpenTitle
  }
}
