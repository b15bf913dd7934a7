import { startSignIn } from "@candour/identity/opaque-client.ts"
import { toBase64url } from "@candour/sealing/encoding.ts"
import { newSessionKey } from "@candour/sealing/session-key.ts"
import type { DemoSignIn } from "../../apps/operator/src/seed/seed-demo.ts"

/** Signs in as a browser does, and gives the session's cookie. */
export async function cookieOf(base: string, { name, passphrase }: DemoSignIn): Promise<string> {
  const post = (path: string, body: unknown) =>
    fetch(`${base}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", "sec-fetch-site": "same-origin", origin: base },
      body: JSON.stringify(body),
    })
  const begun = await startSignIn(passphrase)
  const started = (await (await post("/sign-in/start", { name, request: begun.request })).json()) as {
    ticket: string
    response: string
  }
  const answer = await post("/sign-in/finish", {
    ticket: started.ticket,
    proof: begun.finish(started.response).proof,
    sessionKey: toBase64url(newSessionKey()),
  })
  if (!answer.ok) throw new Error(`The sign-in of ${name} was answered with ${answer.status}.`)
  return answer.headers.get("set-cookie")?.split(";")[0] ?? ""
}

/** Milliseconds and bytes of one page, read to its end. */
export async function page(url: string, cookie: string): Promise<number> {
  const answer = await fetch(url, { headers: { cookie } })
  const bytes = (await answer.arrayBuffer()).byteLength
  if (!answer.ok) throw new Error(`${url} was answered with ${answer.status}.`)
  return bytes
}
