import { createHash } from "node:crypto"
import type { Language } from "@candour/domain/contact.ts"
import type { Child } from "hono/jsx"
import { definitionsInFull } from "../answer.ts"
import { RELEASED } from "../release/contents.ts"
import type { HeartbeatWeek } from "../release/heartbeat-weeks.ts"
import { type PrintedRelease, printedRelease } from "../release/printed-release.ts"
import type { PlannedRelease, PublishedRelease } from "../release/release.ts"
import { pageIn } from "./address.ts"
import { csvMetadata, csvOf } from "./csv.ts"
import { DataPage } from "./data-page.tsx"
import { figureFile } from "./figure-folder.ts"
import { FigurePage } from "./figure-page.tsx"
import { FrontPage } from "./front-page.tsx"
import { HeartbeatsPage } from "./heartbeats-page.tsx"
import { figureJson, releaseJson, releasesJson, weeksJson } from "./json.ts"
import { MethodPage } from "./method-page.tsx"
import { openApi } from "./openapi.ts"
import { ReleasePage } from "./release-page.tsx"
import type { SiteNames } from "./site-names.ts"
import { type Place, STYLE } from "./site-page.tsx"
import { latestOf, type SiteRelease, type SiteState } from "./site-state.ts"

/** What is out, and what is planned: all that the site may be made of. */
export interface Published {
  releases: readonly PublishedRelease[]
  weeks: readonly HeartbeatWeek[]
  next: Pick<PlannedRelease, "quarter" | "publicationDay"> | undefined
}

/** The files of the site: each by its address within it. */
export type SiteFiles = ReadonlyMap<string, string>

/** Every page and file of the site, the same for the same state. `style`: its stylesheet. */
export function siteFiles(published: Published, { names, style }: { names: SiteNames; style: string }): SiteFiles {
  const state: SiteState = { ...published, releases: siteReleases(published.releases), names }
  const files = new Map<string, string>([[STYLE, style]])
  const json = (path: string, content: unknown) => files.set(path, `${JSON.stringify(content, null, 1)}\n`)
  const page = (page: string, make: (place: Place) => Child) => {
    for (const lang of ["en", "cy"] satisfies Language[])
      files.set(`${pageIn(lang, page)}index.html`, String(make({ lang, page })))
  }

  page("", (place) => <FrontPage place={place} state={state} />)
  page("method/", (place) => <MethodPage place={place} />)
  page("data/", (place) => <DataPage place={place} hasRelease={state.releases.length > 0} />)
  page("heartbeats/", (place) => <HeartbeatsPage place={place} week={state.weeks[0]} state={state} />)
  for (const week of state.weeks)
    page(`heartbeats/${week.monday}/`, (place) => <HeartbeatsPage place={place} week={week} state={state} />)
  json("heartbeats/weeks.json", weeksJson(state))
  json("releases.json", releasesJson(state))
  json("openapi.json", openApi())

  const latest = latestOf(state)
  const folders = state.releases.map((of): [string, SiteRelease] => [`${of.release.id}/`, of])
  if (latest === undefined) page("latest/", (place) => <FrontPage place={place} state={state} />)
  else folders.push(["latest/", latest])
  for (const [folder, of] of folders) {
    page(folder, (place) => <ReleasePage place={place} of={of} names={names} />)
    files.set(`${folder}figures.csv`, of.csv)
    json(`${folder}figures.csv-metadata.json`, csvMetadata(of.release, definitionsInFull()))
    json(`${folder}figures.json`, releaseJson(of))
    for (const { figure } of RELEASED) {
      page(`${folder}${figureFile(figure)}/`, (place) => (
        <FigurePage place={place} figure={figure} of={of} names={names} />
      ))
      json(`${folder}${figureFile(figure)}.json`, figureJson(of, figure))
    }
    files.set(`${folder}digests.txt`, digestsOf(folder, files))
  }
  return files
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex")

/** The digests of a release's data, as `sha256sum --check` reads them. */
const digestsOf = (folder: string, files: SiteFiles): string =>
  [...files]
    .filter(([path]) => path.startsWith(folder) && /\.(csv|json)$/.test(path))
    .map(([path, text]) => `${sha256(text)}  ${path.slice(folder.length)}\n`)
    .join("")

function siteReleases(releases: readonly PublishedRelease[]): SiteRelease[] {
  const printed = new Map(releases.map((each) => [each, printedRelease(each)]))
  return releases.map((each) => {
    const release = printed.get(each) as PrintedRelease
    const csv = csvOf(release)
    const before = beforeOf(each, releases)
    const newest = releases.findLast(({ quarter }) => quarter === each.quarter)
    return {
      release,
      csv,
      digest: sha256(csv),
      before: before && printed.get(before),
      revisedBy: newest && newest !== each ? printed.get(newest) : undefined,
    }
  })
}

/** Of a revision, the one that it corrects; else what came out last before it, which nothing that comes later changes. */
const beforeOf = (release: PublishedRelease, releases: readonly PublishedRelease[]) =>
  releases
    .filter(({ published, quarter }) =>
      release.revision === 0
        ? published < release.published
        : published < release.published && quarter === release.quarter,
    )
    .sort((one, other) => one.published.getTime() - other.published.getTime())
    .at(-1)
