import type { Language } from "@candour/domain/contact.ts"
import type { FC } from "hono/jsx"
import type { Helper } from "./helper.ts"
import { messages } from "./messages.ts"
import { helpers } from "./people.ts"

/** Everybody who helps: on their page with where each number was read, and folded up on the receipt. */
export const PeopleList: FC<{ lang?: Language; sources?: boolean }> = ({ lang = "en", sources = false }) => (
  <>
    <p class="govuk-body">{messages[lang].phone}</p>
    <dl class="candour-people">
      {helpers.map((helper) => (
        <div>
          <dt>{helper.name[lang]}</dt>
          <dd>
            <Reach lang={lang} helper={helper} />
            {sources ? <Checked lang={lang} helper={helper} /> : null}
          </dd>
        </div>
      ))}
    </dl>
  </>
)

interface OfHelper {
  lang: Language
  helper: Helper
}

/** How to reach somebody, when, and whom they are for. */
export const Reach: FC<OfHelper> = ({ lang, helper: { reach, hours, serves, source } }) => (
  <>
    <strong class="candour-number">{reach[lang]}</strong>
    <br />
    {hours === "always" ? messages[lang].always : hours[lang].replace(/^./, (first) => first.toUpperCase())}
    {serves && ` · ${serves[lang]}`}
    {!source && ` · ${messages[lang].toConfirm}`}
  </>
)

/** Where a number was read and on which day, in plain words. */
export const Checked: FC<OfHelper> = ({ lang, helper: { source, checked, hoursToConfirm } }) => (
  <p class="govuk-hint candour-source">
    {source && checked && `${messages[lang].read(source[lang], checked)} `}
    {hoursToConfirm && messages[lang].hoursToConfirm}
  </p>
)
