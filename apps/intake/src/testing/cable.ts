import { once } from "node:events"
import { type AddressInfo, connect, createServer, type Socket } from "node:net"

/** The network between an app and its database, which a test can cut. */
export interface Cable {
  port: number
  /** Ends every connection and refuses new ones. */
  cut(): Promise<void>
  /** Lets everything through to the database, and the next answer to nobody: it is done, but nobody hears so. */
  loseAnswers(): void
  mend(): Promise<void>
}

/** A cable to `port` of this machine. */
export async function layCable(port: number): Promise<Cable> {
  const ends = new Set<Socket>()
  let losing = false
  const server = createServer((near) => {
    const far = connect(port, "127.0.0.1")
    for (const end of [near, far]) {
      ends.add(end)
      end.on("error", () => {})
      end.on("close", () => ends.delete(end))
    }
    near.on("data", (bytes) => far.write(bytes))
    far.on("data", (bytes) => (losing ? near.destroy() : near.write(bytes)))
    near.on("close", () => far.end())
    far.on("close", () => near.destroy())
  })
  const listen = async (on: number) => {
    server.listen(on, "127.0.0.1")
    await once(server, "listening")
    return (server.address() as AddressInfo).port
  }
  const own = await listen(0)
  return {
    port: own,
    async cut() {
      const closed = server.listening ? once(server, "close") : undefined
      server.close()
      for (const end of ends) end.destroy()
      await closed
    },
    loseAnswers() {
      losing = true
    },
    async mend() {
      losing = false
      if (!server.listening) await listen(own)
    },
  }
}
