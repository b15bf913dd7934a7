import { randomBytes, randomUUID } from "node:crypto"
import { Agent, request } from "node:http"
import { loginUrl } from "@candour/database/connect.ts"
import { recipients } from "@candour/database/recipients.ts"
import { systemClock } from "@candour/domain/day.ts"
import pg from "pg"
import { createGate } from "../../apps/intake/src/floods/gate.ts"
import { solve } from "../../apps/intake/src/floods/solve.ts"
import type { House } from "../../apps/operator/src/house.ts"
import { type OpenInbox, sealTold } from "../../apps/operator/src/seed/seal-told.ts"
import { perSecond, type Row } from "./timing.ts"

const SECONDS = 6
const CLIENTS = [1, 8, 32]
/** Milliseconds from one load of the figures page to the next. */
const READ_EVERY = 500
/** More than this machine has ever accepted. */
const REPORTS_A_SECOND_AT_MOST = 900
const agent = new Agent({ keepAlive: true, maxSockets: 64 })

/** Posts `content`; whether it was answered with 200. */
const send = (port: number, content: Buffer): Promise<boolean> =>
  new Promise((resolve) => {
    const posted = request(
      {
        agent,
        host: "127.0.0.1",
        port,
        path: "/tell/sealed",
        method: "POST",
        headers: {
          "content-type": "application/json",
          "content-length": content.length,
          "sec-fetch-site": "same-origin",
        },
      },
      (answer) => {
        answer.resume()
        answer.on("end", () => resolve(answer.statusCode === 200))
      },
    )
    // The server may close an idle connection in the very moment we take it up again: nothing was sent on it.
    posted.on("error", (error: NodeJS.ErrnoException) =>
      resolve(posted.reusedSocket && error.code === "ECONNRESET" ? send(port, content) : false),
    )
    posted.end(content)
  })

type Proof = { challenge: string; proof?: string | undefined }

/** Proofs of work that each browser makes for itself while its owner writes: made beforehand, so as not to be measured. */
async function makeProofs(secret: string, count: number): Promise<Proof[]> {
  const gate = createGate({ clock: systemClock, secret })
  const proofs: Proof[] = []
  while (proofs.length < count) {
    const challenge = await gate.challenge()
    proofs.push({ challenge, proof: await solve(challenge) })
  }
  return proofs
}

/** Posts reports that a browser would have sealed: real sealed bytes, each under a new id and receipt. */
function poster(
  port: number,
  tenants: readonly string[],
  body: Uint8Array,
  wrap: Uint8Array,
  proofs: Proof[],
): () => Promise<boolean> {
  let turn = 0
  const [sealedBody, sealedWrap] = [body, wrap].map((bytes) => Buffer.from(bytes).toString("base64url"))
  return () => {
    turn += 1
    const tenant = tenants[turn % tenants.length]
    const counted = {
      id: randomUUID(),
      tenant,
      generation: 1,
      line: "national",
      routedTo: tenant,
      reason: "found",
      language: "en",
      categories: ["partner"],
      danger: "no",
      mayReply: "yes",
      mailboxHash: randomBytes(32).toString("base64url"),
      digest: randomBytes(32).toString("base64url"),
    }
    const gate = proofs.pop() ?? {}
    return send(port, Buffer.from(JSON.stringify({ counted, body: sealedBody, wrap: sealedWrap, gate })))
  }
}

/**
 * Reports a second that are accepted at 1, 8 and 32 clients, beside a bare INSERT of the same bytes in the same run; and
 * while somebody at the national body reads figures.
 *
 * @param readFigures - loads the figures page once
 */
export async function measureAcceptance(
  house: House,
  port: number,
  { formSecret, readFigures }: { formSecret: string; readFigures: () => Promise<unknown> },
  row: Row,
): Promise<void> {
  const inboxes = new Map<string, OpenInbox>((await recipients(house.database)).map((each) => [each.tenant, each]))
  const { report } = await sealTold(
    { hint: "Kent Police", line: "national", channel: "online", categories: [], answers: { account: "x".repeat(900) } },
    inboxes,
  )
  const pool = new pg.Pool({ connectionString: loginUrl(house.address, "owner"), max: 32 })
  await pool.query("create table if not exists bare (id uuid primary key, bytes bytea)")
  const bytes = Buffer.concat([report.body, report.wrap])
  const proofs = await makeProofs(formSecret, REPORTS_A_SECOND_AT_MOST * SECONDS * (CLIENTS.length + 2))
  for (const clients of CLIENTS) {
    const bare = await perSecond(clients, SECONDS, async () => {
      await pool.query("insert into bare values ($1, $2)", [randomUUID(), bytes])
      return true
    })
    const one = await perSecond(clients, SECONDS, poster(port, ["kent"], report.body, report.wrap, proofs))
    const share = ((one.rate / bare.rate) * 100).toFixed(0)
    row(
      `${clients} client${clients === 1 ? "" : "s"}, one force`,
      `${one.rate.toFixed(0)}/s, ${one.errors} errors; bare INSERT ${bare.rate.toFixed(0)}/s (${share} %)`,
    )
  }
  const spread = await perSecond(32, SECONDS, poster(port, [...inboxes.keys()], report.body, report.wrap, proofs))
  row(`32 clients over ${inboxes.size} desks`, `${spread.rate.toFixed(0)}/s, ${spread.errors} errors`)
  const reading = setInterval(() => void readFigures(), READ_EVERY)
  const beside = await perSecond(32, SECONDS, poster(port, [...inboxes.keys()], report.body, report.wrap, proofs))
  clearInterval(reading)
  const kept = ((beside.rate / spread.rate) * 100).toFixed(0)
  row(
    "the same, while the figures page is loaded twice a second",
    `${beside.rate.toFixed(0)}/s (${kept} %), ${beside.errors} errors`,
  )
  const { rows } = await pool.query(
    "select pg_total_relation_size('report') + pg_total_relation_size('sealed_body') + pg_total_relation_size('wrap') + pg_total_relation_size('event') + pg_total_relation_size('mailbox') as bytes, (select count(*) from report) as reports",
  )
  row("disk per report, indexes included", `${(Number(rows[0].bytes) / Number(rows[0].reports) / 1_000).toFixed(1)} kB`)
  row("bytes of one sealed report", `${report.body.length + report.wrap.length}`)
  await pool.query("drop table bare")
  await pool.end()
}
