import type { FC } from "hono/jsx"
import { en } from "./messages.ts"
import { type ScriptLine, scripts } from "./scripts.ts"

/** A line for the caller, in the caller's language: the page's script changes the words. */
export const Say: FC<{ line: ScriptLine }> = ({ line }) => (
  <p class="govuk-body candour-say">
    <span class="candour-say__who">{en.say}: </span>
    <span data-line={line} lang="en">
      {scripts.en[line]}
    </span>
  </p>
)
