import type { Hono } from "hono"
import { fieldsOf, postForm } from "./form.ts"

/** The tell form for `reader`, as a browser without script gets it. */
export async function tellForm(app: Hono, reader = "kent", more: Record<string, string> = {}) {
  const page = await postForm(app, "/who-reads", { line: "national", found: "found", force: reader, reader, ...more })
  return fieldsOf(await page.text())
}
