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
