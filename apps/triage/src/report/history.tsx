import { formatMoment } from "@candour/web/format-moment.ts"
import { formatShortDay } from "@candour/web/language.ts"
import type { FC } from "hono/jsx"
import { en as words } from "../messages.ts"
import { eventWords } from "./event-words.ts"
import type { FoundReport } from "./find-report.ts"
import { en } from "./messages.ts"

/**
 * Every event of a report at this desk, the last first: what, who, when. The report's script puts the sealed words and
 * the check of each signature where `data-words` and `data-signature` name the line.
 */
export const History: FC<{ report: FoundReport }> = ({ report: { row, events, people } }) => {
  const nameOf = (id: string) => people.get(id)?.shownName ?? words.unknownPerson
  const corrected = new Set(events.flatMap((event) => (event.kind === "corrected" ? [event.detail.corrects] : [])))
  return (
    <section id="history" aria-labelledby="history-title">
      <h2 class="govuk-heading-m" id="history-title">
        {en.history.title}
      </h2>
      <ol class="govuk-list candour-history" reversed>
        {events.toReversed().map((event) => (
          <li class="candour-line" value={event.number}>
            <p class="govuk-body-s candour-line__when">
              {en.history.number(event.number)} · {event.at ? formatMoment(event.at) : formatShortDay(event.day, "en")}{" "}
              · {event.by === undefined ? en.history.bySystem : en.history.by(nameOf(event.by))}
            </p>
            <p class="govuk-body candour-line__what">{eventWords(event, nameOf)}</p>
            {corrected.has(event.number) && <p class="govuk-body-s">{en.history.corrected}</p>}
            {event.hasWords && (
              <div class="candour-words" data-words={event.number}>
                <p class="govuk-body-s">{row === undefined ? en.history.wentAway : en.history.sealedWords}</p>
              </div>
            )}
            {event.by !== undefined && <p class="govuk-body-s" data-signature={event.number} hidden />}
          </li>
        ))}
      </ol>
    </section>
  )
}
