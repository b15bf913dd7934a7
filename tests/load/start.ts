import { fork } from "node:child_process"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { SERVERS, type ServerName, serverFlags } from "../../apps/operator/src/demo/servers.ts"
import { inWords, type Row } from "./timing.ts"

const TIMES = 5

/** Milliseconds from spawning each server until it says that it can do its work. */
export async function measureStart(environments: Record<ServerName, Record<string, string>>, row: Row): Promise<void> {
  for (const name of SERVERS) {
    const taken: number[] = []
    for (let time = 0; time < TIMES; time += 1) {
      const begun = performance.now()
      const child = fork(join(import.meta.dirname, `../../apps/${name}/dist/main.js`), {
        env: environments[name],
        execArgv: serverFlags(name),
      })
      const healthy = () =>
        fetch(`http://127.0.0.1:${environments[name].PORT}/health`).then(
          (answer) => answer.ok,
          () => false,
        )
      while (!(await healthy())) await pause(2)
      taken.push(performance.now() - begun)
      const ended = new Promise((resolve) => child.once("exit", resolve))
      child.kill("SIGTERM")
      await ended
    }
    row(name, inWords(taken))
  }
}
