/**
 * Holds every import to the table of the design, and draws the picture of the house in the README from it.
 * Usage: node infra/arrows.ts [--draw] [FOLDER]. Exit status 1 where an import is forbidden or the picture is old.
 */
import { readFileSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { cruise, type ICruiseResult } from "dependency-cruiser"
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config"
import { APPS, folderOf, MAY_IMPORT, PURE } from "./house.ts"

const draw = process.argv.includes("--draw")
const root = resolve(
  process.argv.slice(2).find((argument) => !argument.startsWith("--")) ?? join(import.meta.dirname, ".."),
)

const inside = (part: string): string => `^${folderOf(part)}/`
const parts = Object.keys(MAY_IMPORT)
const tests = "\\.test\\.tsx?$|/testing/|/build/"

const forbidden = [
  ...parts.map((part) => ({
    name: `${part} may import ${MAY_IMPORT[part]?.join(", ") || "no package"}`,
    severity: "error" as const,
    from: { path: `${inside(part)}src/`, pathNot: tests },
    to: { path: parts.filter((other) => other !== part && !MAY_IMPORT[part]?.includes(other)).map(inside) },
  })),
  {
    name: "what runs in a browser imports nothing of Node",
    severity: "error" as const,
    from: { path: [...PURE.map((part) => `${inside(part)}src/`), "/browser\\.ts$"], pathNot: tests },
    to: { dependencyTypes: ["core" as const] },
  },
  {
    name: "every import leads somewhere",
    severity: "error" as const,
    from: {},
    to: { couldNotResolve: true, path: "^([.]{1,2}/|@candour/)" },
  },
  { name: "no circles", severity: "error" as const, from: { pathNot: tests }, to: { circular: true } },
  {
    name: "lucia stays in identity",
    severity: "error" as const,
    from: { pathNot: inside("identity") },
    to: { path: "^node_modules/lucia/" },
  },
]

const { output } = await cruise(
  ["apps", "packages"],
  {
    baseDir: root,
    ruleSet: { forbidden },
    validate: true,
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: ["/dist/", "/data/"] },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default"],
      extensions: [".ts", ".tsx", ".js", ".json"],
    },
  },
  {},
  { tsConfig: extractTSConfig(join(root, "tsconfig.json")) },
)
const { modules, summary } = output as ICruiseResult

const arrows = new Map<string, Set<string>>(parts.map((part) => [part, new Set()]))
for (const module of modules) {
  const from = parts.find((part) => new RegExp(inside(part)).test(module.source))
  if (from === undefined || new RegExp(tests).test(module.source)) continue
  for (const { resolved } of module.dependencies) {
    const to = parts.find((part) => new RegExp(inside(part)).test(resolved))
    if (to !== undefined && to !== from) arrows.get(from)?.add(to)
  }
}

for (const { from, to, rule } of summary.violations) console.error(`forbidden: ${from} → ${to} (${rule.name})`)
const found = [...arrows.values()].reduce((count, each) => count + each.size, 0)
// dependency-cruiser reads nothing at all where it can't use the installed TypeScript, and then finds nothing wrong.
if (found === 0) console.error("No import between packages was found: the check itself is broken.")
if (summary.violations.length > 0 || found === 0) process.exit(1)

const picture = ["```mermaid", "flowchart TD", ...parts.map(line), ...[...arrows].flatMap(arrowsOf), "```"].join("\n")
function line(part: string): string {
  return APPS.includes(part) ? `  ${part}([apps/${part}])` : `  ${part}[packages/${part}]`
}
function arrowsOf([from, to]: [string, Set<string>]): string[] {
  return to.size === 0 ? [] : [`  ${from} --> ${[...to].sort().join(" & ")}`]
}

const readme = join(root, "README.md")
const [start, end] = ["<!-- house: drawn by npm run arrows -- --draw -->", "<!-- /house -->"]
const text = readFileSync(readme, "utf8")
const drawn = text.replace(new RegExp(`${start}[\\s\\S]*${end}`), `${start}\n${picture}\n${end}`)
if (!text.includes(start)) console.error("The README has no place for the picture of the house.")
else if (draw) writeFileSync(readme, drawn)
else if (drawn !== text) {
  console.error("The picture of the house in the README is old. Draw it: npm run arrows -- --draw")
  process.exit(1)
}
console.log(`${modules.length} modules, ${found} arrows between packages, none forbidden`)
