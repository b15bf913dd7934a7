import type { SignedIn } from "@candour/identity/sessions.ts"
import { Radios } from "@candour/web/components/radios.tsx"
import { TextInput } from "@candour/web/components/text-input.tsx"
import type { FC } from "hono/jsx"
import { en as words } from "../messages.ts"
import { eventWords } from "../report/event-words.ts"
import type { DeskPerson, FoundReport } from "../report/find-report.ts"
import { ChooseOne, Decision, Group, SealedWords } from "./form.tsx"
import { fieldName } from "./form-names.ts"
import { en } from "./messages.ts"
import type { NextDecisions } from "./next-decisions.ts"

/** Notes, marked as fact or opinion (DPA 2018 s.38), and tasks with their day; open ones wait here to be done. */
export const NoteForms: FC<{
  next: NextDecisions
  report: FoundReport
  colleagues: readonly DeskPerson[]
  who: SignedIn
}> = ({ next, report, colleagues, who }) => {
  const { notes } = en
  const nameOf = (id: string) => report.people.get(id)?.shownName ?? words.unknownPerson
  return (
    <Group title={notes.title} id="notes-title">
      {report.events
        .filter(({ number }) => next.tasks.includes(number))
        .map((task) => (
          <Decision
            kind="task-done"
            target={task.number}
            title={`${task.number}: ${eventWords(task, nameOf)}`}
            button={notes.done}
            open={task.kind === "tasked" && task.detail.for === who.person}
          >
            <div class="candour-said" data-words-of={task.number} />
            <SealedWords kind="task-done" target={task.number} label={en.optionalWords} />
          </Decision>
        ))}
      {next.simple.has("noted") && (
        <Decision kind="noted" title={notes.note} button={notes.noteButton}>
          <Radios
            name={fieldName("noted", undefined, "nature")}
            legend={notes.nature}
            hint={notes.natureHint}
            small
            inline
            choices={[
              { value: "fact", label: notes.fact },
              { value: "opinion", label: notes.opinion },
            ]}
          />
          <SealedWords kind="noted" label={notes.words} rows={5} />
        </Decision>
      )}
      {next.simple.has("tasked") && (
        <Decision kind="tasked" title={notes.task} button={notes.taskButton}>
          <SealedWords kind="tasked" label={notes.what} />
          <ChooseOne
            name={fieldName("tasked", undefined, "for")}
            label={notes.for}
            options={colleagues.map(({ id, shownName }) => [id, id === who.person ? words.you : shownName] as const)}
            value={who.person}
          />
          <TextInput name={fieldName("tasked", undefined, "due")} label={notes.due} type="date" width={10} />
        </Decision>
      )}
    </Group>
  )
}
