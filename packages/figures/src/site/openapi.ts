import { RELEASED } from "../release/contents.ts"
import { WEEK_BANDS } from "../release/heartbeat-weeks.ts"
import { CSV_COLUMNS } from "./csv.ts"
import { figureFile } from "./figure-folder.ts"

const release = {
  name: "release",
  in: "path",
  required: true,
  description: "`latest`, or a release of releases.json, such as 2024-q1 or 2024-q1-revision-1.",
  schema: { type: "string", pattern: "^(latest|\\d{4}-q[1-4](-revision-\\d+)?)$" },
}

const figure = {
  name: "figure",
  in: "path",
  required: true,
  schema: { enum: RELEASED.map((each) => figureFile(each.figure)) },
}

const answers = (description: string, type: string, schema: object) => ({
  200: { description, content: { [type]: { schema } } },
  404: { description: "There is no such file." },
})

const json = (operationId: string, summary: string, schema: string, parameters: object[] = []) => ({
  get: {
    operationId,
    summary,
    parameters,
    responses: answers(summary, "application/json", { $ref: `#/components/schemas/${schema}` }),
  },
})

const day = { type: "string", format: "date" }
const object = (properties: Record<string, object>, more: object = {}) => ({
  type: "object",
  required: Object.keys(properties),
  properties,
  ...more,
})

const ABOUT = {
  release: { type: "string" },
  quarter: { type: "string", pattern: "^\\d{4}-Q[1-4]$" },
  revision: { type: "integer", minimum: 0 },
  reason: {
    description: "Of a revision: why, in English and Welsh.",
    oneOf: [{ type: "null" }, object({ en: { type: "string" }, cy: { type: "string" } })],
  },
  asAt: day,
  knownAt: day,
  published: day,
  digest: object({ of: { const: "figures.csv" }, sha256: { type: "string", pattern: "^[0-9a-f]{64}$" } }),
}

const words = object({ name: { type: "string" }, means: { type: "string" }, leavesOut: { type: "string" } })
const definition = object({
  figure: { type: "string" },
  unit: { type: "string" },
  partOf: { type: ["string", "null"] },
  en: words,
  cy: words,
})
const rows = { type: "array", items: { $ref: "#/components/schemas/Row" } }
const marks = object({ c: { type: "string" }, x: { type: "string" } })

/** The files as an API that only reads (OpenAPI 3.1). Its addresses are beside this file, wherever that stands. */
export const openApi = () => ({
  openapi: "3.1.0",
  info: {
    title: "Candour: figures",
    version: "1",
    description:
      "Figures of the hotline about police corruption and abuse, as released. Every answer is a file: no key, no cookie, nothing kept of who asks.",
    license: {
      name: "Open Government Licence v3.0",
      url: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    },
  },
  servers: [{ url: "." }],
  paths: {
    "/releases.json": json("releases", "Every release, and the day of the next", "Releases"),
    "/{release}/figures.json": json("release", "Every count of a release", "Release", [release]),
    "/{release}/{figure}.json": json("figure", "One figure of a release", "Figure", [release, figure]),
    "/{release}/figures.csv": {
      get: {
        operationId: "releaseCsv",
        summary: "Every count of a release as CSV, described by figures.csv-metadata.json beside it",
        parameters: [release],
        responses: answers("A row for each count", "text/csv", { type: "string" }),
      },
    },
    "/heartbeats/weeks.json": json("heartbeats", "Every week of heartbeats", "Weeks"),
  },
  components: {
    schemas: {
      Releases: object({
        releases: { type: "array", items: object(ABOUT) },
        next: {
          oneOf: [
            { type: "null" },
            object({ quarter: { type: "string" }, publicationDay: day, time: { const: "09:30" } }),
          ],
        },
      }),
      Release: object({
        ...ABOUT,
        marks,
        stopped: { type: "object", additionalProperties: { type: "string", description: "The quarter since which." } },
        definitions: { type: "array", items: definition },
        rows,
      }),
      Figure: object({ ...ABOUT, marks, definition, rows }),
      Row: object(
        Object.fromEntries(
          Object.entries(CSV_COLUMNS).map(([name, description]) => [
            name,
            name === "count"
              ? { type: ["integer", "null"], minimum: 0, description }
              : name === "mark"
                ? { enum: ["", "c", "x"], description }
                : { type: "string", description },
          ]),
        ),
      ),
      Weeks: object({
        weeks: {
          type: "array",
          items: object({
            monday: day,
            bands: { type: "object", additionalProperties: { enum: WEEK_BANDS } },
          }),
        },
      }),
    },
  },
})
