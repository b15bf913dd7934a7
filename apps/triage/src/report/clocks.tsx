import { type ClockLimits, clockState, clocksOf, type ReportClock } from "@candour/domain/clock.ts"
import type { Day } from "@candour/domain/day.ts"
import { formatShortDay } from "@candour/web/language.ts"
import type { FC } from "hono/jsx"
import { DueText } from "../queue/table.tsx"
import type { FoundReport, ReportRow } from "./find-report.ts"
import { en } from "./messages.ts"

/** What runs, what stands still and why, and what was met or missed (domain rules §6). */
export const Clocks: FC<{ report: FoundReport; row: ReportRow; limits: ClockLimits; today: Day }> = (props) => {
  const { report, row, limits, today } = props
  const clocks = clocksOf(report.events, row, limits)
  const running = clocks.filter(({ met }) => met === undefined)
  const over = clocks.filter(({ met }) => met !== undefined)
  return (
    <section id="clocks" aria-labelledby="clocks-title">
      <h2 class="govuk-heading-m" id="clocks-title">
        {en.clocks.title}
      </h2>
      {row.paused && <p class="govuk-body candour-strong">{en.event.paused(row.paused)}</p>}
      {row.dangerMet !== null && (
        <p class="govuk-body">{row.dangerMet ? en.clocks.dangerMet : en.clocks.dangerMissed}</p>
      )}
      {running.length === 0 && <p class="govuk-body">{en.clocks.none}</p>}
      <ul class="govuk-list">
        {running
          .toSorted((one, other) => (one.due < other.due ? -1 : 1))
          .map((clock) => (
            <li>
              <span class="candour-strong">{nameOf(clock)}</span>:{" "}
              {clock.paused ? en.clocks.paused : <DueText due={clock.due} today={today} />}
              {!clock.paused && `, ${formatShortDay(clock.due, "en")}`}
            </li>
          ))}
      </ul>
      {over.length > 0 && (
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{en.clocks.over(over.length)}</span>
          </summary>
          <ul class="govuk-list govuk-details__text">
            {over.map((clock) => (
              <li>
                {nameOf(clock)}: {clockState(clock, today) === "met" ? en.clocks.met : en.clocks.missed},{" "}
                {formatShortDay(clock.met ?? clock.due, "en")}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function nameOf({ name, number }: ReportClock): string {
  if (name === "task") return en.clocks.task(number)
  // It runs from the report's arrival whatever is found: it isn't the referral's (domain rules §6).
  return name === "explain" && number > 0 ? en.clocks.explainAgain : en.clocks.name[name]
}
