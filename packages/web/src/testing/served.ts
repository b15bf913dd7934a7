/** A program that serves one word, for the test of {@link startServer}. */
import { Hono } from "hono"
import { startServer } from "../start-server.ts"

await startServer(
  new Hono().get("/", (c) => c.text("served")),
  { name: "served", port: Number(process.env.PORT) },
)
