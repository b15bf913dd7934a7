import { once } from "node:events"
import { type AddressInfo, connect } from "node:net"
import { neonConfig } from "@neondatabase/serverless"
import { type RawData, type WebSocket, WebSocketServer } from "ws"

/** Stands between Neon's driver and a PostgreSQL of this machine, as Neon's own proxy does in front of theirs. */
export interface NeonProxy {
  /** How many connections have come through so far. */
  connections(): number
  /** Ends every connection and refuses new ones. */
  cut(): Promise<void>
  mend(): Promise<void>
  close(): Promise<void>
}

/**
 * Starts a proxy from WebSocket to the PostgreSQL on `port`, and lets Neon's driver go through it in this process,
 * whatever host it asks for. Plain `ws:` and the password by SCRAM, where Neon has `wss:` and takes it pipelined.
 */
export async function startNeonProxy(port: number): Promise<NeonProxy> {
  let through = 0
  const answer = (near: WebSocket) => {
    through += 1
    const far = connect(port, "127.0.0.1")
    near.on("message", (bytes: RawData) => far.write(bytes as Buffer))
    far.on("data", (bytes) => near.send(bytes))
    near.on("close", () => far.destroy())
    far.on("close", () => near.close())
    for (const end of [near, far]) end.on("error", () => {})
  }
  const listen = async (on: number) => {
    const server = new WebSocketServer({ host: "127.0.0.1", port: on }).on("connection", answer)
    await once(server, "listening")
    return server
  }
  let server = await listen(0)
  const own = (server.address() as AddressInfo).port
  const stop = async () => {
    const closed = once(server, "close")
    for (const client of server.clients) client.terminate()
    server.close()
    await closed
  }
  neonConfig.wsProxy = () => `127.0.0.1:${own}`
  neonConfig.useSecureWebSocket = false
  neonConfig.pipelineConnect = false
  return {
    connections: () => through,
    cut: stop,
    mend: async () => {
      server = await listen(own)
    },
    close: stop,
  }
}
