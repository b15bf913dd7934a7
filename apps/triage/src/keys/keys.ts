/** What a key does on a desk's pages. */
export type DeskKey =
  | "next"
  | "down"
  | "up"
  | "open"
  | "select"
  | "take"
  | "search"
  | "myDay"
  | "queue"
  | "decide"
  | "help"
  /** The first of two: `g` waits for where to go. */
  | "go"

/** The keys, as they are listed. */
export const KEYS: readonly { keys: readonly string[]; words: string }[] = [
  { keys: ["n"], words: "Open the next report that needs someone" },
  { keys: ["j"], words: "Down a row" },
  { keys: ["k"], words: "Up a row" },
  { keys: ["o", "Enter"], words: "Open the report of the row, or of this page" },
  { keys: ["x"], words: "Select the row" },
  { keys: ["a"], words: "Assign the row, or what is selected, to me" },
  { keys: ["d"], words: "Decide about the open report: a second key says what" },
  { keys: ["/"], words: "Search" },
  { keys: ["g", "d"], words: "Go to My day" },
  { keys: ["g", "q"], words: "Go to the queue" },
  { keys: ["?"], words: "These keys" },
]

/** What is looked at of a keyboard's event. */
export type KeyPress = Pick<KeyboardEvent, "key" | "ctrlKey" | "altKey" | "metaKey">

const SINGLE: Readonly<Record<string, DeskKey>> = {
  n: "next",
  j: "down",
  k: "up",
  o: "open",
  x: "select",
  a: "take",
  d: "decide",
  "/": "search",
  "?": "help",
  g: "go",
}
const AFTER_GO: Readonly<Record<string, DeskKey>> = { d: "myDay", q: "queue" }

/**
 * What a key press means; nothing where it belongs to the browser.
 *
 * @param before - what the press before it meant: `go` waits for one more
 */
export function keyOf({ key, ctrlKey, altKey, metaKey }: KeyPress, before?: DeskKey): DeskKey | undefined {
  if (ctrlKey || altKey || metaKey) return undefined
  const letter = key.toLowerCase() // Caps Lock changes nothing
  return before === "go" ? AFTER_GO[letter] : SINGLE[letter]
}
