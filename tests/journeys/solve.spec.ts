import { join } from "node:path"
import { expect, test } from "@playwright/test"
import { build } from "esbuild"
import { createGate } from "../../apps/intake/src/floods/gate.ts"

const gate = createGate({ clock: { now: () => new Date() }, random: (_, below) => below - 1 })

const script = async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { solve } from "./solve.ts"; window.solve = solve`,
      resolveDir: join(import.meta.dirname, "../../apps/intake/src/floods"),
      loader: "ts",
    },
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    platform: "browser",
  })
  return outputFiles[0]?.text ?? ""
}

test("a browser's proof is let in, and the page never stands still for it, on a processor six times slower", async ({
  page,
  context,
}) => {
  await page.route("http://localhost/", (route) =>
    route.fulfill({ contentType: "text/html", body: "<title>x</title>" }),
  )
  await page.goto("http://localhost/")
  await page.addScriptTag({ content: await script(), type: "module" })
  const slow = await context.newCDPSession(page)
  await slow.send("Emulation.setCPUThrottlingRate", { rate: 6 })
  const challenge = await gate.challenge()
  const { proof, took, longest } = await page.evaluate(async (text) => {
    let longest = 0
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
    }).observe({ entryTypes: ["longtask"] })
    const began = performance.now()
    const proof = await (window as unknown as { solve(text: string): Promise<string> }).solve(text)
    const took = performance.now() - began
    await new Promise((done) => setTimeout(done, 100))
    return { proof, took, longest }
  }, challenge)
  console.log(`a quiet challenge, processor six times slower: ${took.toFixed(0)} ms, longest task ${longest} ms`)
  expect(await gate.admit("sealed", { challenge, proof })).toBe("in")
  expect(longest).toBeLessThan(200)
})
