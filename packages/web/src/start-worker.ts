/** Browser: starts workers under the content policy that all apps have. */

/** What browsers with trusted types have for the address of a script. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string }
}

/**
 * Starts a worker.
 *
 * @param script - the address of a script of this app, as its page was served with it
 */
export function startWorker(script: string): Worker {
  // The content policy takes no plain text for a script's address: this names the one that the page was served with.
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  const policy = trustedTypes?.createPolicy("worker", { createScriptURL: (url) => url })
  return new Worker(policy?.createScriptURL(script) ?? script, { type: "module" })
}
