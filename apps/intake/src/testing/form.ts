import type { Hono } from "hono"

/** Posts fields as a browser's form does; a field may have several values. */
export const postForm = (app: Hono, path: string, fields: Record<string, string | readonly string[]>) =>
  app.request(path, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" },
    body: new URLSearchParams(
      Object.entries(fields).flatMap(([name, value]) => [value].flat().map((each): [string, string] => [name, each])),
    ),
  })

/** Posts a form with files as a browser does, which says how long it is. */
export async function postWithFiles(app: Hono, path: string, form: FormData) {
  const { headers, body } = await encoded(form)
  return app.request(path, { method: "POST", headers: { ...headers, "content-length": String(body.length) }, body })
}

/** The same from something that doesn't say it. */
export async function postOfUnknownLength(app: Hono, path: string, form: FormData) {
  const { headers, body } = await encoded(form)
  return app.request(path, { method: "POST", headers: { ...headers, "transfer-encoding": "chunked" }, body })
}

async function encoded(form: FormData) {
  const posted = new Response(form)
  const headers = { "content-type": posted.headers.get("content-type") ?? "", "sec-fetch-site": "same-origin" }
  return { headers, body: Buffer.from(await posted.arrayBuffer()) }
}

/** The fields of the form that `path` shows to whoever comes to it. */
export const formAt = async (app: Hono, path: string) => fieldsOf(await (await app.request(path)).text())

const decode = (text: string) =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")

/** What a page's form holds as it came: hidden fields, texts, and what is ticked. */
export function fieldsOf(html: string): Record<string, string[]> {
  const fields: Record<string, string[]> = {}
  const page = html.replace(/<template.*<\/template>/s, "")
  const add = (name: string | undefined, value: string) => {
    if (name) fields[name] = [...(fields[name] ?? []), decode(value)]
  }
  const attribute = (tag: string, name: string) => tag.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1]
  for (const [tag] of page.matchAll(/<input[^>]*>/g)) {
    const chosen = !/type="(radio|checkbox)"/.test(tag) || /\schecked/.test(tag)
    if (chosen) add(attribute(tag, "name"), attribute(tag, "value") ?? "")
  }
  for (const [tag, , text] of page.matchAll(/(<textarea[^>]*>)\n?([^<]*)<\/textarea>/g))
    add(attribute(tag, "name"), text ?? "")
  return fields
}

/** The 20 digits that a receipt shows; undefined where there is none. */
export const digitsOf = (html: string): string | undefined =>
  html.match(/data-spoken="true">([\d ,]+)</)?.[1]?.replace(/\D/g, "")
