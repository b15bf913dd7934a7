import type { Messages } from "./language.ts"

const en = { problem: "There’s a problem", error: "Error:" }

/** What stands before an error: apart from the shell's words, since a browser that shows errors needs no more. */
export const problemWords: Messages<typeof en> = { en, cy: { problem: "Mae problem", error: "Gwall:" } }
