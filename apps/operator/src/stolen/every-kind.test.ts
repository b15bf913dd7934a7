import { randomUUID } from "node:crypto"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { asOwner, asTenant } from "@candour/database/as.ts"
import { removeState } from "@candour/database/embedded/cluster.ts"
import { addFilePiece, beginFile } from "@candour/database/sealed-files.ts"
import { dayOf } from "@candour/domain/day.ts"
import { createOpaqueServer } from "@candour/identity/opaque-server.ts"
import { bytesOf } from "@candour/sealing/encoding.ts"
import { mailboxAddress } from "@candour/sealing/receipt.ts"
import { sealUnder } from "@candour/sealing/report-key.ts"
import { newFileKey, sealFile } from "@candour/sealing/sealed-file.ts"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type House, openHouse } from "../house.ts"
import * as story from "../seed/demo-story.ts"
import { seedDesk } from "../seed/open-desk.ts"
import { act, answer, type PlayedReport, receive, type Stage } from "../seed/play-story.ts"
import { sealTold } from "../seed/seal-told.ts"
import { opaqueSetupOf } from "../seed/secrets.ts"
import { findWords, takeLoot } from "./loot.ts"

/** Something of every kind that a reporter or a desk types, each with words that stand nowhere else. */
const PLANTED = {
  told: "marmalade zeppelin over Whitstable",
  assessed: "tangerine aqueduct at midnight",
  note: "velvet harmonica under glass",
  task: "copper walrus before breakfast",
  draft: "lavender tractor in fog",
  concerned: "Zebedee Quillfeather",
  unit: "Ottershaw trombone section",
  titled: "pewter flamingo, Sheerness",
  messaged: "gingham volcano on Tuesday",
  answered: "saffron gargoyle by the weir",
  closing: "obsidian pudding with custard",
  typed: "crimson bagpipe half written",
  file: "indigo lighthouse in the picture",
  restricted: "emerald porcupine for two",
  restrictedTitle: "amber bassoon, restricted",
  transferred: "cobalt snowglobe handed on",
} as const
const everyPhrase = Object.values(PLANTED)

const folder = mkdtempSync(join(tmpdir(), "candour-stolen-"))
let house: House
let stage: Stage

const played = (name: string): PlayedReport => {
  const report = stage.reports.get(name)
  if (report === undefined) throw new Error(`No report is called ${name}.`)
  return report
}

beforeAll(async () => {
  house = await openHouse(folder)
  const opaque = createOpaqueServer(await opaqueSetupOf(folder))
  const people = (desk: string) =>
    (["lead", "officer", "second"] as const).map((each) => ({
      name: `${each}.${desk}`,
      shownName: `Visible ${each}`,
      roles: each === "lead" ? (["lead"] as const) : (["officer"] as const),
    }))
  const desks = new Map(
    await Promise.all(
      ["kent", "essex"].map(
        async (desk) => [desk, await seedDesk(house.database, opaque, desk, people(desk))] as const,
      ),
    ),
  )
  stage = { database: house.database, desks, reports: new Map(), today: dayOf(new Date()) }
  const inboxes = new Map([...desks].map(([desk, { inbox }]) => [desk, inbox]))
  for (const name of ["told", "kept", "moved"]) {
    const told = {
      hint: "Kent Police",
      line: "national",
      channel: "online",
      categories: ["partner"],
      answers: { account: `He said: ${PLANTED.told}.`, where: PLANTED.told },
    } as const
    await receive(stage, name, told, await sealTold(told, inboxes), new Date())
  }

  const told = played("told")
  const assessment = { threat: "ppda", others: [], severity: "gross", persons: 1, grounds: [] } as const
  await act(stage, told, "officer", story.opens)
  await act(stage, told, "officer", story.titles(PLANTED.titled))
  await act(stage, told, "officer", story.assesses({ ...assessment, others: [], grounds: [] }, PLANTED.assessed))
  await act(stage, told, "officer", story.describes(1, { name: PLANTED.concerned, unit: PLANTED.unit }))
  await act(stage, told, "officer", story.fact(PLANTED.note))
  await act(stage, told, "officer", story.asks("second", 3, PLANTED.task))
  await act(stage, told, "officer", story.drafts(story.FIRSTHAND, PLANTED.draft))
  await act(stage, told, "officer", story.writes(PLANTED.messaged))
  await answer(stage, told, { does: "answer", text: PLANTED.answered })
  await act(stage, told, "lead", story.reads)
  await act(stage, told, "lead", story.findsOutcome(1, "no-case", PLANTED.closing))

  const kept = played("kept")
  await act(stage, kept, "lead", story.opens)
  await act(stage, kept, "lead", story.restricts(["lead", "officer"], PLANTED.restricted))
  await act(stage, kept, "lead", story.titles(PLANTED.restrictedTitle))
  const moved = played("moved")
  await act(stage, moved, "lead", story.opens)
  await act(stage, moved, "lead", story.transfers("essex", PLANTED.transferred))

  const draft = await sealUnder(
    told.key,
    { tenant: "kent", report: told.id, part: "draft", number: 0 },
    bytesOf(JSON.stringify({ "noted-words": PLANTED.typed })),
  )
  const typist = desks.get("kent")?.people[1]?.person
  await asTenant(house.database, "kent", async (transaction) => {
    await transaction.execute(sql`select keep_draft(${told.id}, ${typist}, ${draft})`)
    await transaction.execute(sql`select note_presence(${told.id}, ${typist})`)
  })
  if (told.root === undefined) throw new Error("Nobody has this report's receipt.")
  const own = { address: mailboxAddress(told.root), report: told.id, file: randomUUID() }
  const { sealed } = await sealFile(newFileKey(), own, new Blob([PLANTED.file.repeat(20)]).stream())
  const piece = new Uint8Array(await new Response(sealed).arrayBuffer())
  expect(await beginFile(house.database, own, piece.length)).toBe("begun")
  expect(await addFilePiece(house.database, own, { number: 0, piece, last: true })).toBe(piece.length)
}, 240_000)
afterAll(async () => {
  await house.database.close()
  await removeState(folder)
  rmSync(folder, { recursive: true, force: true })
})

/** Where a desk's and a reporter's words lie, sealed: every kind of row above has written to one of them. */
const SEALED = ["sealed_body.body", "event.words", "message.sealed", "title.sealed", "draft.sealed", "file_piece.piece"]

test("of every kind of thing that is typed, not a word is in anything that a thief takes", async () => {
  const loot = await takeLoot(house)
  for (const place of [...SEALED, "fingerprint.hash", "awaited.what", "presence.person"]) {
    const [table = "", column = ""] = place.split(".")
    expect([place, (loot.rows.get(table) ?? []).some((row) => row[column] !== null)]).toEqual([place, true])
  }
  expect(findWords(loot, everyPhrase)).toEqual([])
}, 60_000)

test("whatever is longer than a key, a hash or a signature is sealed, in every table there is", async () => {
  const { rows } = await takeLoot(house)
  const plain = [...rows].flatMap(([table, each]) =>
    each.flatMap((row) =>
      Object.entries(row).flatMap(([column, value]) =>
        Buffer.isBuffer(value) && value.length > 64 && !value.toString("latin1").startsWith("age-encryption.org/v1\n")
          ? [`${table}.${column}`]
          : [],
      ),
    ),
  )
  expect([...new Set(plain)]).toEqual([])
}, 60_000)

test.each(SEALED)(
  "were %s written as it was typed, the search would find it there",
  async (place) => {
    const [table = "", column = ""] = place.split(".")
    const [name, field] = [sql.identifier(table), sql.identifier(column)]
    const phrase = PLANTED.note
    const before = await asOwner(house.database, async (transaction) => {
      await transaction.execute(sql`alter table ${name} disable trigger user`)
      const { rows } = await transaction.execute<{ ctid: string; was: Buffer }>(
        sql`select ctid::text, ${field} as was from ${name} where ${field} is not null limit 1`,
      )
      const [row] = rows
      if (row === undefined) throw new Error(`${table} is empty.`)
      const { rows: changed } = await transaction.execute<{ ctid: string }>(sql`
      update ${name} set ${field} = ${Buffer.from(`It says ${phrase}.`)} where ctid = ${row.ctid}::tid returning ctid::text`)
      return { ...row, ctid: changed[0]?.ctid }
    })
    const found = findWords(await takeLoot(house), everyPhrase)
    await asOwner(house.database, async (transaction) => {
      await transaction.execute(sql`update ${name} set ${field} = ${before.was} where ctid = ${before.ctid}::tid`)
      await transaction.execute(sql`alter table ${name} enable trigger user`)
    })
    expect(found).toContainEqual({ phrase, place })
  },
  60_000,
)

test("a code that held words, or a person's own name for a view, would be found, too", async () => {
  const typist = stage.desks.get("kent")?.people[1]?.person
  await asTenant(house.database, "kent", (transaction) =>
    transaction.execute(sql`select keep_view(${typist}, 'velvet harmonica under glass', 'view=all')`),
  )
  const found = findWords(await takeLoot(house), everyPhrase)
  expect(found).toContainEqual({ phrase: PLANTED.note, place: "saved_view.name" })
}, 60_000)
