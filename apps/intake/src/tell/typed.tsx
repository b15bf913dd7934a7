import { TOLD_FIELDS } from "@candour/sealing/told-fields.ts"
import type { FC } from "hono/jsx"

/** A form as posted: each field's values, in order. */
export type Posted = Readonly<Record<string, readonly string[]>>

/** What hono read, without files, which no form of this app has. */
export function postedOf(body: Record<string, unknown>): Posted {
  const posted: Record<string, string[]> = Object.create(null)
  for (const [name, value] of Object.entries(body)) {
    posted[name] = [value].flat().filter((entry) => typeof entry === "string")
  }
  return posted
}

/** The first value of each field: what a schema of single answers reads. */
export const singles = (posted: Posted): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(posted).map(([name, [value]]) => [name, value]))

/**
 * What was told so far, as hidden fields: without script, changing where a report goes must lose nothing typed
 * (pages §2.5). With script none of it leaves the browser, so there is nothing to carry.
 */
export const Carried: FC<{ posted: Posted }> = ({ posted }) => (
  <>
    {TOLD_FIELDS.flatMap((name) =>
      (posted[name] ?? []).filter(Boolean).map((value) => <input type="hidden" name={name} value={value} />),
    )}
  </>
)
