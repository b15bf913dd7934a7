import { randomUUID } from "node:crypto"
import { ACCESS } from "@candour/database/access.ts"
import { addEvent } from "@candour/database/add-event.ts"
import { asOwner, asTenant } from "@candour/database/as.ts"
import { loginUrl } from "@candour/database/connect.ts"
import { addPerson, openDesks, storeSample } from "@candour/database/testing/sample-report.ts"
import { type TestDatabase, testDatabase } from "@candour/database/testing/test-database.ts"
import { sql } from "drizzle-orm"
import pg from "pg"
import { afterAll, beforeAll, describe, expect, test } from "vitest"

/** Straight at the database, with the strings of `database-url`: what a thief of one login would try. */
let at: TestDatabase
const clients = new Map<string, pg.Client>()
let kentReport: string
let kentOfficer: string

const LOGINS = ["kent", "essex", "national-desk", "intake", "identity", "national"]
const isTenant = (login: string) => !(login in ACCESS)
const accessOf = (login: string) => ACCESS[login as keyof typeof ACCESS] ?? ACCESS.tenant

beforeAll(async () => {
  at = await testDatabase()
  await openDesks(at.database, ["kent", "essex", "national-desk"])
  kentOfficer = await addPerson(at.database, "kent", ["lead", "officer"])
  await addPerson(at.database, "essex", ["officer"])
  kentReport = (await storeSample(at.database, { tenant: "kent" })).id
  await storeSample(at.database, { tenant: "essex" })
  await asTenant(at.database, "kent", (transaction) =>
    addEvent(transaction, {
      tenant: "kent",
      report: kentReport,
      by: kentOfficer,
      codes: { kind: "opened", detail: { reason: "own" } },
    }),
  )
  for (const login of LOGINS) {
    const client = new pg.Client({ connectionString: loginUrl(at.address, login) })
    await client.connect()
    clients.set(login, client)
  }
})
afterAll(async () => {
  for (const client of clients.values()) await client.end()
  await at.close()
})

const as = (login: string, text: string, values: unknown[] = []) =>
  (clients.get(login) as pg.Client).query(text, values) as Promise<pg.QueryResult>
const refused = (login: string, text: string, values: unknown[] = []) =>
  expect(as(login, text, values), `${login}: ${text}`).rejects.toThrow(
    /permission denied|row-level security|must be|cannot|Not a report|does not exist|CD0|not-held|Open the report|Choose another|No key/,
  )

const TABLES = [
  "account", "bank_holiday", "clock", "correction", "cube", "cube_month", "cube_of_forces", "cube_of_lines", "cube_of_stages", "cube_of_waiting", "event", "failed_sign_in", "force_change", "inbox_grant", "inbox_key",
  "invitation", "line", "mailbox", "migration", "report", "sealed_body", "session", "staff", "tenant", "wrap",
] // biome-ignore format: a list

describe.each(LOGINS)("the login %s", (login) => {
  test("reads the tables of the access table, and no other", async () => {
    for (const table of TABLES) {
      const attempt = `select count(*) from ${table}`
      if (accessOf(login).reads.includes(table)) await as(login, attempt)
      else await refused(login, attempt)
    }
  })

  test("changes and deletes nothing", async () => {
    for (const table of TABLES) {
      await refused(login, `delete from ${table}`)
      await refused(login, `truncate ${table}`)
    }
    await refused(login, "update report set tenant = 'essex'")
    await refused(login, "update event set kind = 'closed'")
    await refused(login, "update cube set count = 0")
  })

  test("becomes nobody else", async () => {
    for (const other of [...LOGINS, "owner", "tenant", "postgres"].filter((name) => name !== login)) {
      await refused(login, `set role "${other}"`)
      await refused(login, `set session authorization "${other}"`)
      await expect(as(login, "select set_config('role', $1, true)", [other])).rejects.toThrow()
    }
  })

  test("makes no table, function, trigger or role", async () => {
    await refused(login, "create temporary table t (a int)")
    await refused(login, "create table t (a int)")
    await refused(login, "create function f() returns int language sql return 1")
    await refused(login, "create trigger t after insert on event for each row execute function event_counts()")
    await refused(login, "create role mallory")
    await refused(login, "alter table event disable row level security")
    await refused(login, "copy (select 1) to program 'true'")
  })

  test("calls the functions of the access table, and no other", async () => {
    const { rows } = await as(
      login,
      `select proname as name, has_function_privilege(oid, 'execute') as may from pg_proc
        where pronamespace = 'public'::regnamespace`,
    )
    const may = rows.filter((row) => row.may).map((row) => row.name)
    expect(may.sort()).toEqual([...accessOf(login).calls].sort())
  })
})

test.each(LOGINS.filter(isTenant))("%s sees its own rows alone", async (login) => {
  for (const table of ["report", "event", "staff", "inbox_grant"]) {
    const { rows } = await as(login, `select distinct tenant from ${table}`)
    for (const row of rows) expect(row.tenant).toBe(login)
  }
  const { rows } = await as(login, "select count(*)::int as count from report where tenant <> $1", [login])
  expect(rows[0].count).toBe(0)
})

test("Essex neither opens, reads, adds to nor transfers Kent's report, and learns nothing by trying", async () => {
  const { rows: people } = await as("essex", "select id from staff")
  const me = people[0].id
  const insert =
    "insert into event (tenant, report, kind, person, detail) values ($1, $2, 'opened', $3, '{\"reason\":\"own\"}')"
  await refused("essex", insert, ["kent", kentReport, me])
  await refused("essex", insert, ["kent", randomUUID(), me])
  await refused("essex", insert, ["essex", kentReport, me])
  await refused("essex", "select * from read_body($1, $2)", [kentReport, me])
  await refused("essex", "select * from read_body($1, $2)", [kentReport, kentOfficer])
  await refused(
    "essex",
    "select transfer_report($1, $2, 'national-desk', 1, 'x', null, null, null, false, null, null)",
    [kentReport, me],
  )
  await refused("essex", "insert into inbox_key (tenant, generation, recipient) values ('kent', 2, 'age1pq1mallory')")
  await refused("essex", "insert into inbox_key (tenant, generation, recipient) values ('essex', 2, 'age1pq1mallory')")
})

test("a force allocates nothing that waits at the national desk, and the national view reads and moves no report", async () => {
  const waiting = (
    await storeSample(at.database, { tenant: "national-desk", reason: "unknown", candidates: ["kent", "essex"] })
  ).id
  const move = "select transfer_report($1, $2, $3, 1, 'x', null, null, 4, false, null, null)"
  await refused("kent", move, [waiting, kentOfficer, "essex"])
  await refused("national", move, [waiting, kentOfficer, "kent"])
  for (const table of ["report", "event", "sealed_body", "wrap", "staff"])
    await refused("national", `select * from ${table}`)
  await refused("national", "select * from read_body($1, $2)", [waiting, kentOfficer])
  // A person of a force is no coordinator, whichever login says so.
  const pause = "select change_force($1, 'kent', 'paused', 'x', null, null, null)"
  await expect(as("national", pause, [kentOfficer])).rejects.toThrow("wrong-role")
  for (const login of ["kent", "national-desk", "intake", "identity"]) await refused(login, pause, [kentOfficer])
  const { rows } = await as("kent", "select 1 from event where report = $1", [waiting])
  expect(rows).toEqual([])
})

test("Kent dates, numbers and counts its events by nothing of its own", async () => {
  for (const column of ["happened", "recorded", "at", "line", "channel", "routed_to", "opened_in"])
    await refused(
      "kent",
      `insert into event (tenant, report, kind, person, ${column}) values ('kent', $1, 'taken', $2, null)`,
      [kentReport, kentOfficer],
    )
})

test("an opening of one transaction hands out no body inside it", async () => {
  const client = clients.get("kent") as pg.Client
  const report = (await storeSample(at.database, { tenant: "kent" })).id
  await client.query("begin")
  await client.query(
    `insert into event (tenant, report, kind, person, detail) values ('kent', $1, 'opened', $2, '{"reason":"own"}')`,
    [report, kentOfficer],
  )
  await expect(client.query("select * from read_body($1, $2)", [report, kentOfficer])).rejects.toThrow(
    /Open the report/,
  )
  await client.query("rollback")
  await expect(client.query("select * from read_body($1, $2)", [report, kentOfficer])).rejects.toThrow(
    /Open the report/,
  )
})

test("identity lists nobody, and national finds no report behind a figure", async () => {
  const { rows } = await as("identity", "select * from record_of('%')")
  expect(rows).toEqual([])
  await refused("identity", "select * from staff")
  await refused("national", "select * from report")
  await refused("national", "select * from event")
  await refused("national", "select * from counted((select e from event e limit 1))")
})

test("nothing that national reads or calls names a report, a person of a force, or a moment of either", async () => {
  // A report that is overdue, in danger and handed on: all that sums are made of.
  await asOwner(at.database, async (transaction) => {
    await transaction.execute(sql`update report set due = '2024-01-02', counted_from = '2024-01-01', urgency = 0,
      danger_hour = '2024-01-01 03:00Z', came_from = 'essex' where id = ${kentReport}::uuid`)
    await transaction.execute(sql`insert into desk_setting (tenant, on_call) values ('kent', '01632 960481')`)
  })
  const calls: Record<string, string | undefined> = {
    // Those without a call here change something and give a number at most; what they refuse is in apps/national.
    add_alarm_entry: undefined,
    add_request_step: undefined,
    ask_for_pack: undefined,
    ask_to_prepare: undefined,
    begin_alarm_mails: "select * from begin_alarm_mails()",
    change_force: undefined,
    check_release: undefined,
    claim_preparation: "select * from claim_preparation()",
    coordinators: "select * from coordinators()",
    end_alarm_mail: undefined,
    end_preparation: undefined,
    fold_cube: "select fold_cube()",
    force_changes: "select * from force_changes()",
    forces_standing: "select * from forces_standing()",
    freeze_heartbeats: undefined,
    give_pack: undefined,
    heartbeat_due: "select heartbeat_due()",
    keep_alarms: "select keep_alarms(array['kent'], array['danger'])",
    keep_beside: undefined,
    log_request: undefined,
    names_of_answering: "select * from names_of_answering()",
    numbers_to_ring: "select * from numbers_to_ring()",
    overdue_clocks: "select * from overdue_clocks()",
    plan_release: undefined,
    publish_due_releases: "select publish_due_releases()",
    service_state: "select * from service_state()",
    set_alarm_limits: undefined,
    set_coordinator_mail: undefined,
    settle_correction: undefined,
    unaccepted_transfers: "select * from unaccepted_transfers()",
    withdraw_release: undefined,
  }
  expect(Object.keys(calls).sort()).toEqual([...ACCESS.national.calls].sort())
  const answers: Record<string, unknown>[][] = []
  for (const call of Object.values(calls)) if (call !== undefined) answers.push((await as("national", call)).rows)
  for (const table of ACCESS.national.reads) answers.push((await as("national", `select * from ${table}`)).rows)
  const all = JSON.stringify(answers)
  expect(all).toContain('"clock":"danger"')
  expect(all).toContain('"sender":"essex"')
  for (const secret of [kentReport, kentReport.slice(0, 8), kentOfficer, "03:00", "Person "])
    expect(all).not.toContain(secret)

  // And no function gives it a column that could: an id of anybody but the national body's own people.
  const { rows } = await as(
    "national",
    `select p.proname as name from pg_proc p
      where p.pronamespace = 'public'::regnamespace and has_function_privilege(p.oid, 'execute')
        and (p.prorettype in ('uuid'::regtype, 'record'::regtype) or p.proretset)
        and pg_get_function_result(p.oid) ~ '(uuid|bytea|jsonb|timestamp)'`,
  )
  expect(rows.map(({ name }) => name).sort()).toEqual([
    "claim_preparation", // of a release
    "coordinators",
    "force_changes",
    "forces_standing",
    "names_of_answering",
  ])
  for (const inside of ["report_clocks", "report_due", "danger_unanswered"])
    await refused("national", `select * from ${inside}`)
})

test("intake finds a mailbox by its address alone, never by the hash that is stored", async () => {
  await refused("intake", "select * from mailbox")
  const { rows } = await as("intake", "select * from mailbox_state($1)", [Buffer.alloc(32)])
  expect(rows).toEqual([])
})
