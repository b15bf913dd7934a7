import { readdirSync, readFileSync, readlinkSync } from "node:fs"

/** Resident memory of a process, MiB. */
export function memoryOf(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]
  return Number(kilobytes) / 1_024
}

/** The process that listens on a loopback port, by the kernel's tables. */
export function processOnPort(port: number): number {
  const wanted = `0100007F:${port.toString(16).toUpperCase().padStart(4, "0")}`
  const listening = readFileSync("/proc/net/tcp", "utf8")
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .find((fields) => fields[1] === wanted && fields[3] === "0A")
  const socket = `socket:[${listening?.[9]}]`
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name)))
    try {
      if (readdirSync(`/proc/${pid}/fd`).some((file) => readlinkSync(`/proc/${pid}/fd/${file}`) === socket))
        return Number(pid)
    } catch {
      // a process that has ended meanwhile, or an open file that has been closed
    }
  throw new Error(`Nothing listens on port ${port}.`)
}
