import type { Handler } from "hono"

/**
 * `GET /health`: 200 `ok` when the app can do its work, else 503 with one sentence for whoever keeps it running.
 *
 * @param trouble - what keeps the app from its work, or nothing; a throw is answered with its name alone
 */
export const health =
  (trouble: () => Promise<string | undefined> | string | undefined): Handler =>
  async (c) => {
    const sentence = await Promise.resolve()
      .then(trouble)
      .catch((error: unknown) => `The check itself failed: ${error instanceof Error ? error.name : "unknown"}.`)
    return c.text(sentence ?? "ok", sentence === undefined ? 200 : 503, { "cache-control": "no-store" })
  }
