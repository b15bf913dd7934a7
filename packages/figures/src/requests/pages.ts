import type { Connection, Database } from "@candour/database/connect.ts"
import type { Category } from "@candour/domain/category.ts"
import type { Channel, Language } from "@candour/domain/contact.ts"
import type { Clock, Day } from "@candour/domain/day.ts"
import type { NotForUs } from "@candour/domain/not-for-us.ts"
import { NATIONAL_DESK, type Tenant } from "@candour/domain/tenant.ts"
import { questionMessages } from "@candour/web/questions.ts"
import type { Context } from "hono"
import type { Child } from "hono/jsx"
import { figureNames, idOf } from "../catalogue.ts"
import { reasonWords, wordsOf } from "../definitions.ts"
import type { Question } from "./question.ts"

/** What the pages of requests need of the app that they are in. */
export interface RequestPages {
  database: Database
  clock: Clock
  /** Who is at work, and whose requests these are: a desk's, or the coordinating body's. */
  whose(c: Context): { tenant: Tenant | "national"; person: string }
  /** Runs `work` by the login that keeps those requests. */
  run<Result>(c: Context, work: (transaction: Connection) => Promise<Result>): Promise<Result>
  /** The app's page around `content`. */
  page(c: Context, page: { title: string; problem?: boolean }, content: Child): Child
  /** The desks of a day, for a choice; a desk's own app has one. */
  desks(on: Day): readonly Tenant[]
  deskName(desk: string, lang: Language): string
  lineName(line: string, lang: Language): string
}

/** What the directory says of desks and lines, which this package doesn't know. */
interface Directory {
  forceName(force: Tenant, lang: Language): string
  isForce(id: string): boolean
  lineOf(id: string): { force?: Tenant | undefined } | undefined
}

const NAMES: Record<Language, { desk: string; national: string; own: (force: string) => string }> = {
  en: { desk: "National desk", national: "National line", own: (force) => `${force}’s own line` },
  cy: { desk: "Desg genedlaethol", national: "Llinell genedlaethol", own: (force) => `Llinell ${force} ei hun` },
}

/** The names of desks and lines, out of the directory. One that it doesn't have is called by its id. */
export const whoseName = ({ forceName, isForce, lineOf }: Directory): Pick<RequestPages, "deskName" | "lineName"> => ({
  deskName: (desk, lang) => (desk === NATIONAL_DESK ? NAMES[lang].desk : isForce(desk) ? forceName(desk, lang) : desk),
  lineName: (id, lang) => {
    const line = lineOf(id)
    if (line === undefined) return id
    return line.force === undefined ? NAMES[lang].national : NAMES[lang].own(forceName(line.force, lang))
  },
})

const CHANNELS: Record<Language, Record<Channel, string>> = {
  en: { online: "Online", phone: "By phone" },
  cy: { online: "Ar-lein", phone: "Dros y ffôn" },
}

/** What a row of an answer is about, in words. */
export function groupName(
  names: Pick<RequestPages, "deskName" | "lineName">,
  by: Question["by"],
  group: string,
  lang: Language,
): string {
  switch (by) {
    case "force":
      return names.deskName(group, lang)
    case "line":
      return names.lineName(group, lang)
    case "channel":
      return CHANNELS[lang][group as Channel]
    case "category":
      return questionMessages[lang].about.answers[group as Category]
    case "reason":
      return reasonWords[lang][group as NotForUs]
    case "finding": {
      const figure = figureNames.find((name) => idOf(name) === group)
      return figure === undefined ? group : wordsOf(figure, lang).name
    }
    case "none":
      return group
  }
}
