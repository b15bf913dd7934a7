import { inboxAccess } from "@candour/identity/inbox-access.ts"
import type { MiddlewareHandler } from "hono"
import type { Problem } from "../json.ts"
import type { DeskVariables, Services } from "../services.ts"
import { en } from "./messages.ts"
import { answersCalls, decidesReports, readsFigures, worksReports } from "./who-may.ts"

type Passes = MiddlewareHandler<{ Variables: DeskVariables }>

/**
 * Lets whoever works reports pass. For a call handler none of these pages is there: the desk's login can't tell one
 * person from another, so this is what decides (and for decisions and openings the database, by `event_refusal`).
 */
export const forReports: Passes = async (c, next) => {
  if (worksReports(c.get("who"))) return next()
  if (c.req.path !== "/") return c.notFound()
  return c.redirect(readsFigures(c.get("who")) ? "/figures" : "/phone")
}

/** Lets whoever reads the desk's figures pass. */
export const forFigures: Passes = async (c, next) => (readsFigures(c.get("who")) ? next() : c.notFound())

/** Lets whoever decides about reports pass: an auditor makes no key and gives none. */
export const forDecisions: Passes = async (c, next) => (decidesReports(c.get("who")) ? next() : c.notFound())

/** Lets whoever answers calls pass; for anybody else there is no telephone. */
export const forCalls: Passes = async (c, next) => (answersCalls(c.get("who")) ? next() : c.notFound())

/** Leads whoever can't open this desk's reports yet to the page that says what to do. */
export const needsAccess =
  ({ database }: Services): Passes =>
  async (c, next) => {
    const { tenant, person } = c.get("who")
    const access = await inboxAccess(database, tenant, person)
    if (access?.grant === undefined) {
      // A script's question gets an answer it can read: the same whether there is such a report or not.
      if (c.req.method !== "GET" || c.req.header("sec-fetch-dest") === "empty")
        return c.json({ problem: "no-access", sentence: en.people.noAccess } satisfies Problem, 404)
      return c.redirect(access === undefined ? "/open-desk" : "/waiting")
    }
    c.set("inbox", access)
    await next()
  }
