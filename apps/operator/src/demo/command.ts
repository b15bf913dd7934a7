import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { removeState } from "@candour/database/embedded/cluster.ts"
import { stateFolderPath, writeWhole } from "@candour/database/embedded/state-folder.ts"
import { forceName } from "@candour/routing/directory.ts"
import type { Command } from "commander"
import { run } from "../failure.ts"
import { openHouse } from "../house.ts"
import { progressBar } from "../seed/progress.ts"
import { opaqueSetupOf } from "../seed/secrets.ts"
import { type DemoSignIn, seedDemo } from "../seed/seed-demo.ts"
import { checkPorts, SERVERS, serverEnvironments, startServers } from "./servers.ts"

interface Options {
  port: string
  state?: string
  fresh?: true
}

/** `npm run demo`: everything on this machine, seeded, until Ctrl-C. */
export const demo = (program: Command) =>
  program
    .command("demo")
    .description("run intake, triage and national here, with sample reports, until Ctrl-C")
    .option("--port <number>", "the intake's port; triage is the next, national the one after", "4100")
    .option("--state <folder>", "where the data lies (else CANDOUR_STATE, else .candour)")
    .option("--fresh", "throw away the data and start over")
    .action(run(runDemo))

async function runDemo({ port, state, fresh }: Options): Promise<void> {
  const firstPort = Number(port)
  await checkPorts(firstPort)
  const folder = stateFolderPath(state, process.env)
  if (fresh) await removeState(folder)

  const interrupted = new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve())
  })
  const house = await openHouse(state, (progress) => console.error(`${progress} …`))
  const leave = async () => {
    await house.database.close()
    await house.embedded?.stop(true)
  }
  try {
    const path = join(folder, "demo.json")
    if (!existsSync(path)) {
      const bar = progressBar("Seeding sample reports and staff")
      const seeding = seedDemo(house, bar.say).finally(bar.end)
      const signIns = await Promise.race([seeding, interrupted])
      if (signIns === undefined)
        throw await seeding.then(
          () => undefined,
          (error) => error,
        )
      writeWhole(path, JSON.stringify(signIns, null, 2))
    }
    const signIns: DemoSignIn[] = JSON.parse(readFileSync(path, "utf8"))
    const environments = serverEnvironments(house, await opaqueSetupOf(folder), firstPort)
    const servers = await startServers(environments, join(folder, "spool"))
    console.log(welcome(firstPort, signIns))
    const failed = await Promise.race([servers.failed, interrupted])
    if (failed === undefined) console.log("\nStopping …")
    else console.error(`The ${failed} server ended by itself; everything is stopped. Start again with npm run demo.`)
    await servers.stop()
    if (failed !== undefined) process.exitCode = 1
  } finally {
    await leave()
  }
}

function welcome(firstPort: number, signIns: readonly DemoSignIn[]): string {
  const [intake, triage, national] = SERVERS.map((_, index) => `http://127.0.0.1:${firstPort + index}`)
  const rows = signIns.map(
    ({ app, tenant, name, roles, passphrase }) =>
      `  ${(app === "national" ? "national view" : forceName(tenant, "en")).padEnd(32)}${roles.join(", ").padEnd(13)}${name.padEnd(18)}${passphrase}`,
  )
  return `
Candour is running. Every person and report in it is invented.

  Intake    ${intake}   the public's door (the Met's own line: ${intake}/line/metropolitan)
  Triage    ${triage}   the desks of the forces and the national desk
  National  ${national}   the figures; those for the public: ${national}/figures/

Sign-ins (name, then six words):
${rows.join("\n")}

Try first:
  1. ${intake}: say that it was in Maidstone, tell something, keep the 20 digits.
  2. ${triage}: sign in as officer.kent, open the newest report, assess it, write to its reporter; read that with the 20 digits.
  3. ${triage} in a private window as officer.gwent: that report isn't there.
  4. ${national}: sign in as coordinator.one: it is counted, and there is nothing to open; Alarms has the desks that let things wait.
  5. npm run --silent candour -- seed --scenario founding, then look at the figures as at 15 January 2024.
  6. ${triage} in another private window as handler: take a call, and read its digits out.
  7. ${triage} as lead.kent, The unit: second.kent was stopped at a report about her own unit. As figures.kent: counts, and no report.
  8. ${triage} as lead.kent without the mouse: n opens the next report, d and a digit decides, ? lists the keys.
  9. ${national}/figures/: what the public gets, without signing in. Then as coordinator.two, Releases: check what coordinator.one prepared.

Ctrl-C stops everything; the data stays. Start over with: npm run demo -- --fresh
`
}
