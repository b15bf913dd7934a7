const textOf = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll("&amp;", "&")
    .replaceAll(/\s+/g, " ")
    .trim()

/** The text of a page's main part. */
export const mainText = (html: string): string => textOf(html.slice(html.indexOf("<main"), html.indexOf("</main>")))

/** The figures with definitions on a page: each name with its number as printed. */
export const figuresOn = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<dt[^>]*>(.*?)<\/dt><dd[^>]*>(.*?)<\/dd>/g)].map(([, name = "", count = ""]) => [
      textOf(name),
      textOf(count),
    ]),
  )

/** The table with this caption: its rows, each by its header, with its cells by theirs. */
export function tableOn(html: string, caption: string): Record<string, Record<string, string>> {
  const table = html.split("<table").find((each) => each.includes(`>${caption}</caption>`)) ?? ""
  const cellsOf = (row: string) => [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell = ""]) => textOf(cell))
  const [head = [], ...rows] = table.slice(0, table.indexOf("</table>")).split("<tr").slice(1).map(cellsOf)
  return Object.fromEntries(
    rows.map(([name = "", ...cells]) => [
      name,
      Object.fromEntries(cells.map((cell, index) => [head[index + 1] ?? "", cell])),
    ]),
  )
}
