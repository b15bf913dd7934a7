/** Browser: seals a report's key to another desk (keys.md row 17). */
import { toBase64url } from "@candour/sealing/encoding.ts"
import { wrapKey } from "@candour/sealing/wrap.ts"
import { ask } from "../ask.ts"
import type { Opened } from "../report/opened.ts"

/** What a transfer to `to` carries beside its words. @throws Refused - that desk isn't open */
export async function wrapForDesk({ id, key, sealedFor }: Opened, to: string) {
  const { generation, recipient } = await ask<{ generation: number; recipient: string }>(`/desks/${to}`)
  const wrap = await wrapKey(recipient, { tenant: sealedFor, report: id }, key)
  return { to, generation, wrap: toBase64url(wrap) }
}
