import type { Language } from "@candour/domain/contact.ts"
import { addDays, type Day } from "@candour/domain/day.ts"
import type { Tenant } from "@candour/domain/tenant.ts"
import type { Covered } from "@candour/routing/covers.ts"
import { type Force, forceName } from "@candour/routing/directory.ts"
import { areaName, facts } from "@candour/routing/facts.ts"
import { formatDay } from "@candour/web/language.ts"
import type { FC } from "hono/jsx"
import { inLanguage } from "../language.ts"
import { messages } from "./messages.ts"
import { forceNames, formatAbout, formatMonth, listed } from "./names.ts"

/** What is shown of one force. */
export interface ForceEntryProps {
  lang: Language
  on: Day
  force: Force
  /** What it covers; left out: no area of its own. */
  covered?: Covered | undefined
  /** Forces whose place it took: their addresses lead here. */
  before: readonly Tenant[]
  /** Forces that take its place after its last day. */
  after: readonly Tenant[]
  /** Its desk is open, so its own team gets its reports. */
  open: boolean
}

/** One force: its names, what it covers, who works there, who reads its reports, and how sure all that is. */
export const ForceEntry: FC<ForceEntryProps> = (props) => {
  const { lang, on, force, before, open } = props
  const words = messages[lang]
  const name = forceName(force.id, lang, on)
  const other = forceName(force.id, lang === "cy" ? "en" : "cy", on)
  return (
    <>
      {before.map((id) => (
        <span id={id} />
      ))}
      <h3 class="govuk-heading-s" id={force.id}>
        {name}
      </h3>
      <p class="govuk-body">
        {other !== name && (
          <>
            {words.force.inOther} <span lang={lang === "cy" ? "en" : "cy"}>{other}</span>.{" "}
          </>
        )}
        {coversInWords(props)} {daysInWords(props)}
      </p>
      <p class="govuk-body">
        {workforceInWords(force.id, lang)} {open ? words.force.open : words.force.notOpen}
      </p>
      <p class="govuk-body-s">
        {force.kind === "special" ? words.force.notSure : words.force.areaSure}{" "}
        <a class="govuk-link" href={inLanguage(lang, `/forces/wrong/${force.id}`)}>
          {words.wrong} <span class="govuk-visually-hidden">{words.wrongOf(name)}</span>
        </a>
      </p>
    </>
  )
}

function coversInWords({ lang, force, covered }: ForceEntryProps): string {
  const words = messages[lang].force
  if (!covered) return `${words.covers} ${words.policing[force.id] ?? force.region}.`
  const named = (areas: readonly string[]) => listed(areas.map((area) => areaName(area, lang)))
  const isOld = (county: string) => facts.formerCounties.includes(county)
  const counties = covered.counties.filter((county) => !isOld(county))
  const all = covered.counties.filter(isOld)
  return [
    `${words.covers} ${counties.length ? `${named(counties)}: ` : ""}${named(covered.authorities)}.`,
    ...(covered.parts.length ? [words.partOf(named(covered.parts))] : []),
    ...(all.length ? [words.older(named(all))] : []),
  ].join(" ")
}

function workforceInWords(id: Tenant, lang: Language): string {
  const words = messages[lang].force
  const known = facts.workforce[id]
  if (!known) return words.peopleUnknown
  const from = new Set([known.officersFrom, known.staffFrom])
  const basis = words.basis[from.size > 1 ? "mixed" : known.officersFrom]
  return `${words.people(formatAbout(known.officers + known.staff))} ${basis(formatMonth(known.asAt, lang))}`
}

function daysInWords({ lang, force, after }: ForceEntryProps): string {
  const words = messages[lang].force
  const { from, to, succeeds = [], formerly = [] } = force
  const day = (at: Day) => formatDay(at, lang)
  return [
    ...(from
      ? [
          `${words.since(day(from))}${succeeds.length ? words.inPlaceOf(forceNames(succeeds, lang, addDays(from, -1))) : ""}.`,
        ]
      : []),
    ...formerly.map(({ name, to }) => words.called((lang === "cy" && name.cy) || name.en, day(to))),
    ...(to ? [words.until(day(to))] : []),
    ...(to && after.length ? [words.followedBy(forceNames(after, lang, addDays(to, 1)))] : []),
  ].join(" ")
}
