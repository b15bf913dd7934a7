import type { Context } from "hono"
import { HTTPException } from "hono/http-exception"

/** A form as posted: each field's values, in order. */
export type Posted = Readonly<Record<string, readonly string[]>>

/**
 * What a form posted, without files, which no form read so has.
 *
 * @throws HTTPException - 400: it is no whole form, so that its sender, not we, can put it right
 */
export async function postedForm(c: Context): Promise<Posted> {
  try {
    return postedOf(await c.req.parseBody({ all: true }))
  } catch (cause) {
    if (cause instanceof TypeError) throw new HTTPException(400, { cause })
    throw cause // too large: said as such
  }
}

/** See {@link postedForm}. */
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
