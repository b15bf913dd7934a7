import type { Category } from "@candour/domain/category.ts"
import type { Channel, Danger, Language, MayReply } from "@candour/domain/contact.ts"
import type { CorrectionKind, Settlement } from "@candour/domain/correction.ts"
import type { Day } from "@candour/domain/day.ts"
import type { EventKind, PauseReason } from "@candour/domain/event.ts"
import type { TraitKind } from "@candour/domain/person-concerned.ts"
import type { Role } from "@candour/domain/role.ts"
import type { Stage } from "@candour/domain/stage.ts"
import {
  bigint,
  boolean,
  customType,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  time,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core"

/**
 * The tables that an app's login may read, as drizzle sees them. The migrations are the truth; a test holds these
 * columns to the catalogue. What only the owner's functions touch (bodies, wraps, sessions) isn't here.
 */
const bytes = customType<{ data: Uint8Array }>({ dataType: () => "bytea" })

export const report = pgTable(
  "report",
  {
    tenant: text().notNull(),
    id: uuid().notNull(),
    sealedFor: text("sealed_for").notNull(),
    routedTo: text("routed_to").notNull(),
    line: text().notNull(),
    channel: text().$type<Channel>().notNull(),
    language: text().$type<Language>().notNull(),
    categories: text().array().$type<Category[]>().notNull(),
    danger: text().$type<Danger>().notNull(),
    dangerHour: timestamp("danger_hour", { withTimezone: true }),
    mayReply: text("may_reply").$type<MayReply>().notNull(),
    day: date().$type<Day>().notNull(),
    stage: text().$type<Stage>().notNull(),
    /** 0 in danger and nobody has acted, 1 in danger but not this minute, 2 the rest. */
    urgency: smallint().notNull(),
    due: date().$type<Day>().notNull(),
    holder: uuid(),
    opened: boolean().notNull(),
    lastNumber: integer("last_number").notNull(),
    messageWaiting: boolean("message_waiting").notNull(),
    disputed: boolean().notNull(),
    released: text().$type<Stage>(),
    paused: text().$type<PauseReason>(),
    restrictedTo: uuid("restricted_to").array(),
    cameFrom: text("came_from"),
    /** Whether somebody acted on danger in time; null where nobody has yet, or nobody was in it. */
    dangerMet: boolean("danger_met"),
    /** The day that its first clocks count from. */
    countedFrom: date("counted_from").$type<Day>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.id] })],
)

export const event = pgTable(
  "event",
  {
    tenant: text().notNull(),
    report: uuid().notNull(),
    number: integer().notNull(),
    kind: text().$type<EventKind>().notNull(),
    happened: date().$type<Day>().notNull(),
    recorded: date().$type<Day>().notNull(),
    at: timestamp({ withTimezone: true }),
    by: uuid("person"),
    detail: jsonb().notNull(),
    words: bytes(),
    signature: bytes(),
    line: text().notNull(),
    channel: text().$type<Channel>().notNull(),
    routedTo: text("routed_to").notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.report, table.number] })],
)

export const deskSetting = pgTable("desk_setting", {
  tenant: text().primaryKey(),
  acknowledge: smallint().notNull(),
  assess: smallint().notNull(),
  update: smallint().notNull(),
  review: smallint().notNull(),
  opening: text().$type<"unit" | "holder-and-lead">().notNull(),
  onCall: text("on_call"),
  divertFrom: time("divert_from"),
  divertTo: time("divert_to"),
  divertedUntil: timestamp("diverted_until", { withTimezone: true }),
})

export const usualDecision = pgTable(
  "usual_decision",
  {
    tenant: text().notNull(),
    key: smallint().notNull(),
    name: text().notNull(),
    kind: text().notNull(),
    fields: jsonb().$type<Record<string, string[]>>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.key] })],
)

export const awaited = pgTable(
  "awaited",
  {
    tenant: text().notNull(),
    report: uuid().notNull(),
    number: integer().notNull(),
    what: text().$type<"task" | "check" | "export">().notNull(),
    /** Whose it is; null where anyone but its author may answer. */
    person: uuid(),
    author: uuid().notNull(),
    due: date().$type<Day>(),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.report, table.number] })],
)

export const fingerprint = pgTable(
  "fingerprint",
  {
    tenant: text().notNull(),
    report: uuid().notNull(),
    person: smallint().notNull(),
    kind: text().$type<TraitKind>().notNull(),
    hash: bytes().notNull(),
    generation: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.kind, table.hash, table.report, table.person] })],
)

/** The unit's own title of a report, sealed in a browser; `generation` is missing where it is under the report's own key. */
export const title = pgTable(
  "title",
  {
    tenant: text().notNull(),
    report: uuid().notNull(),
    generation: integer(),
    sealed: bytes().notNull(),
    by: uuid("person").notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.report] })],
)

/** How many reports one person's browser opened for its search, by day. */
export const indexing = pgTable(
  "indexing",
  {
    tenant: text().notNull(),
    person: uuid().notNull(),
    day: date().$type<Day>().notNull(),
    count: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.day, table.person] })],
)

export const message = pgTable(
  "message",
  {
    tenant: text().notNull(),
    report: uuid().notNull(),
    fromReporter: boolean("from_reporter").notNull(),
    number: integer().notNull(),
    day: date().$type<Day>().notNull(),
    sealed: bytes().notNull(),
    signature: bytes(),
    digest: bytes(),
    removed: boolean().notNull(),
    /** Which of its thread's messages it is, both ways together. */
    place: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.report, table.fromReporter, table.number] })],
)

export const staff = pgTable(
  "staff",
  {
    tenant: text().notNull(),
    id: uuid().notNull(),
    name: text().notNull(),
    shownName: text("shown_name").notNull(),
    roles: text().array().$type<Role[]>().notNull(),
    active: boolean().notNull(),
    recipient: text(),
    signingKey: bytes("signing_key"),
    mail: text(),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.id] })],
)

export const inboxKey = pgTable(
  "inbox_key",
  { tenant: text().notNull(), generation: integer().notNull(), recipient: text().notNull() },
  (table) => [primaryKey({ columns: [table.tenant, table.generation] })],
)

export const inboxGrant = pgTable(
  "inbox_grant",
  {
    tenant: text().notNull(),
    generation: integer().notNull(),
    person: uuid().notNull(),
    grantedBy: uuid("granted_by").notNull(),
    sealed: bytes().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.generation, table.person] })],
)

/** Each time that a lead took somebody's access to the desk, and a lead gave it again. */
export const takenAccess = pgTable(
  "taken_access",
  {
    tenant: text().notNull(),
    person: uuid().notNull(),
    number: integer().notNull(),
    takenBy: uuid("taken_by").notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
    givenBy: uuid("given_by"),
    givenAt: timestamp("given_at", { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.person, table.number] })],
)

const counts = {
  tenant: text().notNull(),
  line: text().notNull(),
  routedTo: text("routed_to").notNull(),
  happened: date().$type<Day>().notNull(),
  recorded: date().$type<Day>().notNull(),
  measure: text().notNull(),
  category: text().notNull(),
  channel: text().$type<Channel>().notNull(),
  bucket: integer().notNull(),
  count: bigint({ mode: "number" }).notNull(),
}

export const cube = pgTable("cube", { ...counts, slot: smallint().notNull() })
export const cubeMonth = pgTable("cube_month", counts)

export const correction = pgTable("correction", {
  id: uuid().primaryKey(),
  day: date().$type<Day>().notNull(),
  kind: text().$type<CorrectionKind>().notNull(),
  name: text().notNull(),
  said: text(),
  count: integer().notNull(),
  settled: text().$type<Settlement>(),
  settledOn: date("settled_on").$type<Day>(),
  settledBy: uuid("settled_by"),
})

/** The last sign-in at each open desk of anybody who works its reports, to the hour. */
export const deskSignIn = pgTable("desk_sign_in", {
  tenant: text().primaryKey(),
  hour: timestamp({ withTimezone: true }).notNull(),
})

/** Each change of what the alarms go by. */
export const alarmLimit = pgTable("alarm_limit", {
  number: integer().primaryKey(),
  unopened: smallint().notNull(),
  overdue: smallint().notNull(),
  danger: smallint().notNull(),
  signIn: smallint("sign_in").notNull(),
  person: uuid().notNull(),
  name: text().notNull(),
  at: timestamp({ withTimezone: true }).notNull(),
})

export const alarm = pgTable(
  "alarm",
  {
    tenant: text().notNull(),
    number: integer().notNull(),
    what: text().$type<"unopened" | "overdue" | "danger" | "no-sign-in" | "figures-stopped">().notNull(),
    raised: timestamp({ withTimezone: true }).notNull(),
    ended: timestamp({ withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.number] })],
)

/** What coordinators did about an alarm. A desk reads of it what somebody there was told, and no other column. */
export const alarmEntry = pgTable(
  "alarm_entry",
  {
    tenant: text().notNull(),
    alarm: integer().notNull(),
    number: integer().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
    name: text().notNull(),
    kind: text().$type<"taken" | "handed-over" | "rang" | "done">().notNull(),
    toName: text("to_name"),
    whom: text(),
    rang: timestamp({ withTimezone: true }),
    told: text(),
    said: text(),
    done: text(),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.alarm, table.number] })],
)

/** When the alarms were last looked at. */
export const alarmCheck = pgTable("alarm_check", { at: timestamp({ withTimezone: true }).notNull() })

/** Each time that the figures were counted again, and in how many places they differed. */
export const recounted = pgTable("recounted", {
  at: timestamp({ withTimezone: true }).primaryKey(),
  differences: integer().notNull(),
})
