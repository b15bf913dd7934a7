import { toBase64url } from "@candour/sealing/encoding.ts"
import type { Secret } from "@candour/sealing/sealed.ts"
import type { sealWritten, Written } from "./thread.ts"
import type { WriteAnswer } from "./write-sealed.ts"

/** A message as `sealWritten` makes it. */
export type SealedWritten = Awaited<ReturnType<typeof sealWritten>>

/**
 * Browser: sends what was written, sealed for each copy that it goes to.
 *
 * @throws where nothing says that it was taken, or why not
 */
export async function postMessages(
  address: Secret<"mailbox address">,
  written: Written,
  messages: readonly SealedWritten[],
): Promise<WriteAnswer> {
  const answer = await fetch("/mailbox/sealed", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      address: toBase64url(address),
      messages: messages.map(({ report, number, sealed, signature, digest }) => ({
        report,
        kind: written.kind,
        number,
        sealed: toBase64url(sealed),
        signature: toBase64url(signature),
        digest: toBase64url(digest),
        ...(written.kind === "may-reply" && { mayReply: written.mayReply }),
      })),
    }),
  })
  if (!answer.ok && answer.status !== 409) throw new Error("It was not taken.")
  return answer.json()
}
