import { Presets, SingleBar } from "cli-progress"

/** Shows how far long work has come: a bar on a terminal, a line now and then elsewhere. `end` always ends it. */
export function progressBar(title: string): { say: (done: number, of: number) => void; end: () => void } {
  let bar: SingleBar | undefined
  return {
    say: (done, of) => {
      if (bar === undefined) {
        bar = new SingleBar(
          {
            format: `${title} {bar} {value}/{total}`,
            stream: process.stderr,
            noTTYOutput: true,
            notTTYSchedule: 5_000,
          },
          Presets.shades_grey,
        )
        bar.start(of, 0)
      }
      bar.update(done)
    },
    end: () => bar?.stop(),
  }
}
