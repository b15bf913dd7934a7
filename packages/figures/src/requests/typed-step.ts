import type { Day } from "@candour/domain/day.ts"
import { addWorkingDays } from "@candour/domain/working-day.ts"
import { DAYS_TO_ANSWER, type FoiRequest, type Step, step } from "./log.ts"
import { type Problems, type Typed, typedDay } from "./typed.ts"

/** The longest texts of a step, in letters; as the database holds them. */
const LONGEST = { note: 2_000, hoursOn: 200 }

type ReadStep = { step: Step; field: string } | { problems: Problems }

/** What a form says was done about `request`, or what to put right. */
export function stepOf(kind: Step["kind"], typed: Typed, request: FoiRequest, today: Day): ReadStep {
  switch (kind) {
    case "noted": {
      const note = typed.note?.trim() ?? ""
      if (note === "" || note.length > LONGEST.note) return { problems: { note: "note" } }
      return { step: { kind, detail: { note } }, field: "note" }
    }
    case "hours": {
      const on = typed.hoursOn?.trim() ?? ""
      const read = step.safeParse({ kind, detail: { hours: Number(typed.hours?.trim() || Number.NaN), on } })
      if (!read.success) return { problems: { hours: "hours" } }
      if (on === "" || on.length > LONGEST.hoursOn) return { problems: { hoursOn: "hoursOn" } }
      return { step: read.data, field: "hours" }
    }
    case "extended": {
      // A day to come: as far ahead as may be.
      const to = typedDay(typed, kind, addWorkingDays(request.due, DAYS_TO_ANSWER))
      if (to === "day") return { problems: { extended: to } }
      if (to === "future") return { problems: { extended: "tooLong" } }
      return to <= request.due
        ? { problems: { extended: "notLater" } }
        : { step: { kind, detail: { to } }, field: kind }
    }
    case "received": {
      const on = typedDay(typed, kind, today)
      return on === "day" || on === "future"
        ? { problems: { [kind]: on } }
        : { step: { kind, detail: { on } }, field: kind }
    }
    case "clarified": {
      const on = sinceReceived(typed, kind, request, today)
      return typeof on === "object" ? on : { step: { kind, detail: { on } }, field: kind }
    }
    case "answered": {
      const on = sinceReceived(typed, "on", request, today)
      if (typeof on === "object") return on
      const read = step.safeParse({ kind, detail: { outcome: typed.outcome, on } })
      return read.success ? { step: read.data, field: "outcome" } : { problems: { outcome: "outcome" } }
    }
  }
}

function sinceReceived(typed: Typed, name: string, { received }: FoiRequest, today: Day): Day | { problems: Problems } {
  const on = typedDay(typed, name, today)
  if (on === "day" || on === "future") return { problems: { [name]: on } }
  return on < received ? { problems: { [name]: "beforeReceived" } } : on
}
