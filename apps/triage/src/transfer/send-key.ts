/** Browser: sends a decision that seals the report's key to another desk, or to people (keys.md rows 16 and 17). */
import { bytesOf, toBase64url } from "@candour/sealing/encoding.ts"
import { sealUnder } from "@candour/sealing/report-key.ts"
import { sealCopy } from "@candour/sealing/seal-copy.ts"
import { wrapKey } from "@candour/sealing/wrap.ts"
import { ask } from "../ask.ts"
import type { KeyKind } from "../decide/decided-kind.ts"
import type { Opened } from "../report/opened.ts"
import { titleToCarry } from "../title/show-title.ts"

/** A desk's inbox, as this app gives it. */
interface Recipient {
  generation: number
  recipient: string
}

/** Such a decision, signed, with its reason as it was typed: who gets a copy gets it sealed anew. */
interface KeyDecision {
  opened: Opened
  kind: KeyKind
  detail: Record<string, unknown>
  words: string
  signed: { number: number; words: string | undefined; signature: string }
}

/** @throws Refused - the server's answer, with its sentence; nothing has moved then */
export async function sendKey({ opened, kind, detail, words, signed }: KeyDecision): Promise<void> {
  const post = (way: string, keys: object) => ask(`/report/${opened.id}/${way}`, { ...signed, ...keys })
  const to = String(detail.to)
  switch (kind) {
    case "transferred": {
      const there = await ask<Recipient | { people: Record<string, string> }>(`/report/${opened.id}/keys-at/${to}`)
      const keys =
        "people" in there
          ? { people: await wrappedFor(opened, there.people) }
          : { generation: there.generation, wrap: await wrapped(opened, there.recipient) }
      await post("transfer", { to, ...keys, returned: detail.returned })
      break
    }
    case "referred": {
      const { generation, recipient } = await ask<Recipient>(`/desks/${to}`)
      const id = crypto.randomUUID()
      const copy = await sealCopy(opened.body, { id, tenant: to, recipient })
      const there = await sealUnder(copy.key, { tenant: to, report: id, part: "event", number: 1 }, bytesOf(words))
      const parts = { body: toBase64url(copy.body), wrap: toBase64url(copy.wrap), wordsThere: toBase64url(there) }
      await post("refer", { to, generation, id, ...parts })
      break
    }
    case "restricted": {
      const people = await ask<Record<string, string>>("/people/recipients")
      const named = Object.fromEntries((detail.to as string[]).map((person) => [person, people[person] ?? ""]))
      await post("restrict", { to: await wrappedFor(opened, named), title: await titleToCarry(true) })
      break
    }
    case "unrestricted": {
      const { generation, recipient } = await ask<Recipient>(`/desks/${opened.unlocked.whose.tenant}`)
      const wrap = await wrapped(opened, recipient)
      await post("unrestrict", { generation, wrap, title: await titleToCarry(false) })
    }
  }
}

const wrapped = async ({ id, key, sealedFor }: Opened, recipient: string) =>
  toBase64url(await wrapKey(recipient, { tenant: sealedFor, report: id }, key))

const wrappedFor = (opened: Opened, people: Record<string, string>) =>
  Promise.all(
    Object.entries(people).map(async ([person, recipient]) => ({ person, wrap: await wrapped(opened, recipient) })),
  )
