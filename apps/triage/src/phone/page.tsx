import { callEnd } from "@candour/domain/contact.ts"
import { dayOf } from "@candour/domain/day.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import { forceName, forces } from "@candour/routing/directory.ts"
import type { TextField } from "@candour/sealing/told-fields.ts"
import { Button, NoEnter } from "@candour/web/components/button.tsx"
import { Checkboxes } from "@candour/web/components/checkboxes.tsx"
import { Radios } from "@candour/web/components/radios.tsx"
import { Select } from "@candour/web/components/select.tsx"
import { Details, WarningText } from "@candour/web/components/text.tsx"
import { TextInput } from "@candour/web/components/text-input.tsx"
import { Textarea } from "@candour/web/components/textarea.tsx"
import { en as questions } from "@candour/web/questions.ts"
import type { FC, PropsWithChildren } from "hono/jsx"
import { en as words } from "../messages.ts"
import type { Services, StaffContext } from "../services.ts"
import { DeskPage } from "../shell.tsx"
import { KEYS } from "./keys.ts"
import { en, PARTS, type Part } from "./messages.ts"
import { ReceiptPart } from "./receipt-part.tsx"
import { Say } from "./say.tsx"
import { type ScriptLine, scripts } from "./scripts.ts"

/**
 * The page on which a call handler takes a call: in the order in which a caller tells things, with what to say in sight.
 * It holds nothing of the desk's: no report, no key. Everything typed stays in the browser until it is sealed.
 */
export const showPhone =
  ({ clock }: Services) =>
  (c: StaffContext) =>
    c.html(
      <DeskPage who={c.get("who")} title={en.title} current="phone" script="phone.js">
        <h1 class="govuk-heading-l">{en.heading}</h1>
        <noscript>
          <WarningText>{words.needsScript}</WarningText>
        </noscript>
        <div id="phone" class="candour-phone" data-needs-script>
          <div id="problem" role="alert" />
          <Start />
          <CallForm all={forces(dayOf(clock.now())).map(({ id }) => id)} />
          <Ending />
          <ReceiptPart />
          <Bar />
        </div>
        <Keys />
      </DeskPage>,
    )

const Start: FC = () => (
  <form id="start" method="dialog">
    <p class="govuk-body" id="over" role="status" />
    <p class="govuk-body">{en.start.text}</p>
    <Button id="comes-in">
      {en.start.button} <kbd>F2</kbd>
    </Button>
    <p class="govuk-body">{en.never}</p>
    <Button type="button" kind="secondary" id="show-keys">
      {en.keys.button} <kbd>?</kbd>
    </Button>
  </form>
)

const choices = (answers: Readonly<Record<string, string>>) =>
  Object.entries(answers).map(([value, label]) => ({ value, label }))

const text = (name: TextField) => ({ name, label: questions.labels[name], hint: en.hints[name] ?? "" })

/** One part of a call; {@link PARTS} has their order. */
const PartOf: FC<PropsWithChildren<{ part: Part; line?: ScriptLine }>> = ({ part, line, children }) => (
  <section class="candour-part" id={`part-${part}`} data-part={part} aria-labelledby={`title-${part}`}>
    <h2 class="govuk-heading-m" id={`title-${part}`}>
      {PARTS.indexOf(part) + 1}. {en.parts[part]}
    </h2>
    {line && <Say line={line} />}
    {children}
  </section>
)

const CallForm: FC<{ all: readonly Tenant[] }> = ({ all }) => (
  <form id="call" method="dialog" autocomplete="off" hidden>
    <NoEnter />
    <p class="govuk-body candour-strong">{en.never}</p>
    <PartOf part="safe" line="safe">
      <Radios name="danger" legend={questions.danger.legend} choices={choices(questions.danger.answers)} inline small />
      <div id="supervisor" role="alert" hidden>
        <WarningText>{en.supervisor}</WarningText>
        <Say line="supervisor" />
      </div>
    </PartOf>
    <PartOf part="language" line="language">
      <Radios name="language" legend={en.callerLanguage} choices={choices(en.languages)} value="en" inline small />
    </PartOf>
    <PartOf part="promise" line="promise">
      <Checkboxes
        name="promised"
        legend={en.parts.promise}
        hint={en.promiseHint}
        choices={[{ value: "yes", label: en.said }]}
        small
      />
    </PartOf>
    <PartOf part="account" line="account">
      <Textarea {...text("account")} rows={10} />
      <NotToSay />
    </PartOf>
    <PartOf part="who" line="who">
      <TextInput {...text("name")} />
      <TextInput {...text("rank")} />
      <TextInput {...text("station")} />
      <Textarea {...text("looks")} rows={2} />
    </PartOf>
    <WherePart all={all} />
    <PartOf part="when" line="when">
      <TextInput {...text("when")} />
      <Radios
        name="ongoing"
        legend={questions.ongoing.legend}
        choices={choices(questions.ongoing.answers)}
        inline
        small
      />
    </PartOf>
    <PartOf part="howKnown" line="howKnown">
      <Radios name="howKnown" legend={questions.howKnown.legend} choices={choices(questions.howKnown.answers)} small />
    </PartOf>
    {(["whoElseKnows", "evidence", "riskToOthers", "toldBefore"] as const).map((name) => (
      <PartOf part={name} line={name}>
        <Textarea {...text(name)} rows={2} />
      </PartOf>
    ))}
    <PartOf part="mayReply" line="mayReply">
      <Radios name="mayReply" legend={questions.mayReply.legend} choices={choices(questions.mayReply.answers)} small />
      <Textarea {...text("easier")} rows={2} />
    </PartOf>
    <PartOf part="readBack" line="readBack">
      <Checkboxes
        name="categories"
        legend={questions.about.legend}
        hint={en.categoriesHint}
        choices={choices(questions.about.answers)}
        small
      />
      <Radios
        name="wantsDigits"
        legend={en.receiptWanted.legend}
        hint={en.receiptWanted.hint}
        choices={choices(en.receiptWanted.answers)}
        value="yes"
        inline
        small
      />
    </PartOf>
  </form>
)

/** Which force, and who reads it. Where it happened is sealed; what is looked up is not kept. */
const WherePart: FC<{ all: readonly Tenant[] }> = ({ all }) => (
  <PartOf part="where" line="where">
    <TextInput {...text("where")} />
    <TextInput name="hint" label={en.find.label} hint={en.find.hint} width={20} />
    <Button type="button" kind="secondary" id="find">
      {en.find.button}
    </Button>
    <p class="govuk-body" id="found" role="status" />
    <div class="govuk-button-group" id="found-forces" />
    <Select
      name="force"
      label={en.find.force}
      options={[
        { value: "", label: en.find.unknown },
        ...all
          .map((value) => ({ value, label: forceName(value, "en") }))
          .toSorted((one, other) => one.label.localeCompare(other.label)),
      ]}
    />
    <Radios name="reader" legend={en.reader.legend} choices={choices(en.reader.answers)} value="team" small />
  </PartOf>
)

const NotToSay: FC = () => (
  <Details summary={en.notSaid}>
    <table class="govuk-table">
      <thead>
        <tr>
          <th scope="col" class="govuk-table__header">
            {en.dontSay}
          </th>
          <th scope="col" class="govuk-table__header">
            {en.doSay}
          </th>
        </tr>
      </thead>
      <tbody id="words-to-say">
        {scripts.en.words.map(([dont, say]) => (
          <tr>
            <td class="govuk-table__cell">{dont}</td>
            <td class="govuk-table__cell">{say}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </Details>
)

/** Why a call ends that leaves no report: one press each, with what to say to whom it isn't for. */
const Ending: FC = () => (
  <form id="ending" method="dialog" hidden>
    <h2 class="govuk-heading-m" id="ending-title" tabindex={-1}>
      {en.ending.heading}
    </h2>
    <p class="govuk-body">{en.ending.text}</p>
    <Button type="button" id="send-told">
      {en.ending.told}
    </Button>
    <ul class="govuk-list candour-ends">
      {callEnd.options.map((why) => (
        <li>
          <Button type="button" kind="secondary" name="why" value={why}>
            {en.ending.ends[why]}
          </Button>
          {scripts.en.ends[why] && (
            <span class="govuk-body" data-end={why} lang="en">
              {scripts.en.ends[why]}
            </span>
          )}
        </li>
      ))}
    </ul>
    <Button type="button" kind="secondary" id="back-to-call">
      {en.ending.back}
    </Button>
  </form>
)

/** Stays at the foot of the window: where the call stands, and the ways out of it. */
const Bar: FC = () => (
  <section class="candour-bar" id="bar" aria-label={en.title} hidden>
    <p class="govuk-body candour-bar__stage">
      <span id="stage" class="candour-strong" /> · <span id="counted" role="status" />
    </p>
    <div class="candour-bar__buttons">
      <Button type="button" kind="secondary" id="hung-up">
        {en.hungUp}
      </Button>
      <Button type="button" id="send">
        {en.send}
      </Button>
    </div>
  </section>
)

const Keys: FC = () => (
  <dialog id="keys" class="candour-keys" aria-labelledby="keys-title">
    <h2 class="govuk-heading-m" id="keys-title">
      {en.keys.heading}
    </h2>
    <dl class="candour-keys__list">
      {KEYS.map(({ keys, words }) => (
        <div>
          <dt>
            <kbd>{keys}</kbd>
          </dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
    <form method="dialog">
      <Button>{en.keys.close}</Button>
    </form>
  </dialog>
)
