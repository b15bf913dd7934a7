import type { Link } from "@candour/database/links.ts"
import { linkReason } from "@candour/domain/event.ts"
import { referenceOf } from "@candour/domain/reference.ts"
import { TextInput } from "@candour/web/components/text-input.tsx"
import { formatMoment } from "@candour/web/format-moment.ts"
import { formatShortDay } from "@candour/web/language.ts"
import type { FC } from "hono/jsx"
import { ChooseOne, Decision, SealedWords } from "../decide/form.tsx"
import { fieldName, formNumber } from "../decide/form-names.ts"
import { en as words } from "../messages.ts"
import { en as queue } from "../queue/messages.ts"
import type { Links, OtherReport } from "./list-links.ts"
import { en } from "./messages.ts"

/** What the section is made of: the links, whether the person may link, and the inbox that opens the titles. */
interface SectionProps {
  links: Links
  mayLink: boolean
  nameOf(id: string): string
  inbox: unknown
}

const SECTION = "linked"

/** The reports linked to one, the people whom it shares with others, and the forms that link and take a link away. */
export const LinksSection: FC<SectionProps> = ({ links, mayLink, nameOf, inbox }) => {
  const said = ({ by, at }: Link) => en.said(nameOf(by), formatMoment(at))
  return (
    <section
      id={SECTION}
      class="candour-forms"
      aria-labelledby={`${SECTION}-title`}
      data-inbox={JSON.stringify(inbox)}
      data-answered={JSON.stringify(links.answered)}
    >
      <h2 class="govuk-heading-m" id={`${SECTION}-title`}>
        {en.title}
      </h2>
      {links.linked.length + links.same.length === 0 && <p class="govuk-body">{en.none}</p>}
      {links.linked.length > 0 && (
        <ul class="govuk-list">
          {links.linked.map(({ why, link, ...other }) => (
            <li class="candour-line">
              <Other other={other} />
              <p class="govuk-body candour-line__what">
                {en.linkedFor}: {en.why[why]}
              </p>
              <p class="govuk-body-s candour-line__when">{said(link)}</p>
              {link.hasWords && !link.atOther && (
                <p class="govuk-body candour-said" data-words-of={link.number} data-needs-open="" />
              )}
              {link.hasWords && link.atOther && <p class="govuk-body-s">{en.saidThere}</p>}
              {mayLink && <Unlink id={other.id} />}
            </li>
          ))}
        </ul>
      )}
      {links.same.length > 0 && (
        <ul class="govuk-list">
          {links.same.map(({ here, there, match, ...other }) => (
            <li class="candour-line">
              <Other other={other} />
              <p class="govuk-body candour-line__what">{en.samePerson(here, there)}</p>
              <p class="govuk-body-s candour-line__when">{said(match)}</p>
              {match.hasWords && match.atOther && <p class="govuk-body-s">{en.saidThere}</p>}
            </li>
          ))}
        </ul>
      )}
      <Elsewhere links={links.elsewhere} said={said} />
      {mayLink && <LinkForm offered={links.offered} />}
    </section>
  )
}

/** Another report: the way to it, its title once the page's script opens it, and where it stands. */
const Other: FC<{ other: OtherReport }> = ({ other: { id, row, title } }) => (
  <p class="govuk-body candour-line__what">
    <a class="govuk-link candour-reference" href={`/report/${id}`}>
      {referenceOf(id)}
    </a>{" "}
    {row === undefined ? (
      en.movedAway
    ) : (
      <>
        {title && (
          <>
            <span class="candour-strong" data-sealed={title.sealed} data-generation={title.generation} data-of={id}>
              {queue.sealedTitle}
            </span>
            {" · "}
          </>
        )}
        {words.stages[row.stage].toLowerCase()}, {en.toldOn(formatShortDay(row.day, "en"))}
      </>
    )}
  </p>
)

/** What was recorded at other reports about this one: it is in no history of this one, and its papers take it from here. */
const Elsewhere: FC<{ links: Links["elsewhere"]; said(link: Link): string }> = ({ links, said }) => {
  if (links.length === 0) return null
  return (
    <details class="govuk-details" id={`${SECTION}-elsewhere`}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{en.elsewhere.title}</span>
      </summary>
      <ol class="govuk-list govuk-details__text">
        {links.map((link) => (
          <li class="candour-line" data-elsewhere={link.other}>
            <p class="govuk-body-s candour-line__when">{said(link)}</p>
            <p class="govuk-body candour-line__what">{elsewhereWords(link)}</p>
          </li>
        ))}
      </ol>
    </details>
  )
}

function elsewhereWords(link: Link): string {
  const reference = referenceOf(link.other)
  switch (link.kind) {
    case "linked":
      return en.elsewhere.linked(reference, en.why[link.detail.why])
    case "unlinked":
      return en.elsewhere.unlinked(reference)
    case "matched":
      return en.elsewhere.matched(reference, link.detail.person, link.detail.other, link.detail.same)
  }
}

const Unlink: FC<{ id: string }> = ({ id }) => {
  const target = formNumber(id)
  return (
    <Decision kind="unlinked" target={target} title={en.unlink(referenceOf(id))} button={en.unlinkButton}>
      <p class="govuk-body">{en.unlinkText}</p>
      <input type="hidden" name={fieldName("unlinked", target, "report")} value={id} />
      <SealedWords kind="unlinked" target={target} label={en.optionalWords} />
    </Decision>
  )
}

const name = (field: string) => fieldName("linked", undefined, field)

/** Names another report by its reference or out of those offered; the page's script finds what was typed. */
const LinkForm: FC<{ offered: Links["offered"] }> = ({ offered }) => (
  <Decision kind="linked" title={en.link} button={en.button}>
    <TextInput name={name("reference")} label={en.reference} hint={en.referenceHint} width={20} />
    {offered.length > 0 && (
      <div class="govuk-form-group">
        <label class="govuk-label" for={name("report")}>
          {en.choose}
        </label>
        <select class="govuk-select" id={name("report")} name={name("report")} autocomplete="off">
          <option value="">{en.nothingChosen}</option>
          {(["agrees", "yours"] as const)
            .map((why) => ({ why, reports: offered.filter((each) => each.why === why) }))
            .filter(({ reports }) => reports.length > 0)
            .map(({ why, reports }) => (
              <optgroup label={en[why]}>
                {reports.map(({ id, row, title }) => {
                  const before = [referenceOf(id), row && en.toldOn(formatShortDay(row.day, "en"))].join(", ")
                  return (
                    <option
                      value={id}
                      data-sealed={title?.sealed}
                      data-generation={title?.generation}
                      data-of={id}
                      data-before={before}
                    >
                      {before}
                    </option>
                  )
                })}
              </optgroup>
            ))}
        </select>
      </div>
    )}
    <ChooseOne
      name={name("why")}
      label={en.reason}
      options={linkReason.options.map((why) => [why, en.why[why]] as const)}
    />
    <SealedWords kind="linked" label={en.optionalWords} hint={en.sealed} />
  </Decision>
)
