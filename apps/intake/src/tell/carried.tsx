import { TOLD_FIELDS } from "@candour/sealing/told-fields.ts"
import type { FC } from "hono/jsx"
import type { Posted } from "../posted-form.ts"

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
