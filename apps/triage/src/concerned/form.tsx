import { TextInput } from "@candour/web/components/text-input.tsx"
import { Textarea } from "@candour/web/components/textarea.tsx"
import type { FC } from "hono/jsx"
import { ChooseOne, Decision, Group } from "../decide/form.tsx"
import { fieldName } from "../decide/form-names.ts"
import type { FoundReport } from "../report/find-report.ts"
import { en } from "./messages.ts"

const kind = "concerned"
const name = (field: string) => fieldName(kind, undefined, field)

/** Numbers of the people described at this desk, in their order. */
const describedIn = ({ events }: FoundReport): number[] =>
  [...new Set(events.flatMap((event) => (event.kind === kind ? [event.detail.person] : [])))].toSorted((a, b) => a - b)

/** Who the report is about, as far as anybody has said, and the reports that may be about the same people. */
export const Concerned: FC<{ report: FoundReport; mayDescribe: boolean }> = ({ report, mayDescribe }) => {
  const people = describedIn(report)
  const another = (people.at(-1) ?? 0) + 1
  return (
    <Group title={en.title} id="concerned-title">
      <div data-needs-open="">
        {people.length === 0 && <p class="govuk-body">{en.none}</p>}
        <ul class="govuk-list" id="concerned-people">
          {people.map((person) => (
            <li data-concerned={person}>
              <span class="candour-strong">{en.known(person)}</span>: <span class="candour-said" />
              <div class="candour-agreeing" />
            </li>
          ))}
        </ul>
      </div>
      {mayDescribe && (
        <Decision kind={kind} title={en.describe} button={en.button}>
          <ChooseOne
            name={name("person")}
            label={en.who}
            options={[
              ...people.map((person) => [String(person), en.known(person)] as const),
              [String(another), en.another(another)],
            ]}
            value={String(another)}
          />
          <TextInput name={name("name")} label={en.name} width={30} />
          <TextInput name={name("rank")} label={en.rank} width={20} />
          <TextInput name={name("number")} label={en.number} width={10} />
          <TextInput name={name("unit")} label={en.unit} width={30} />
          <TextInput name={name("car")} label={en.car} width={10} />
          <Textarea name={name("note")} label={en.note} hint={en.sealed} rows={2} />
          <h4 class="govuk-heading-s">{en.before}</h4>
          <div class="candour-agreeing" id="reported-before" role="status">
            <p class="govuk-body">{en.nothingYet}</p>
          </div>
        </Decision>
      )}
    </Group>
  )
}
