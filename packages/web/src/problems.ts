import type { ZodError } from "zod"

/** What a person can put right: each field's name with the key of its message, in the order of the form. */
export type Problems = Readonly<Record<string, string>>

/**
 * The first problem of each field. Schemas give the key as zod's message (`z.string().min(1, "noAccount")`), and the
 * page gives the words (style §2.5, §2.6).
 */
export function problemsOf(error: ZodError): Problems {
  const problems: Record<string, string> = {}
  for (const { path, message } of error.issues) {
    const field = path.join(".")
    problems[field] ??= message
  }
  return problems
}
