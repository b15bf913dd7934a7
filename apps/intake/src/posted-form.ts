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
