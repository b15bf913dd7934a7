/** What a key of the phone page does. */
export type PhoneKey = "start" | "next" | "before" | "send" | "hungUp" | "list"

/**
 * The keys of the phone page, as they are listed. Function keys type nothing, in either language, and none of these is a
 * browser's own; accents of Welsh need Alt Gr, and screen readers take the letters.
 */
export const KEYS: readonly { keys: string; words: string }[] = [
  { keys: "F2", words: "A call comes in" },
  { keys: "F4", words: "To the next part of the call" },
  { keys: "Shift + F4", words: "To the part before" },
  { keys: "F8", words: "Send; try again" },
  { keys: "F9", words: "Caller hung up; end the call" },
  { keys: "?", words: "These keys (outside a box; F1 anywhere)" },
]

/** Which key of {@link KEYS} was pressed; nothing where it is a letter for a box. */
export function keyOf({ key, shiftKey, ctrlKey, altKey, metaKey }: KeyPress, typing: boolean): PhoneKey | undefined {
  if (ctrlKey || altKey || metaKey) return undefined
  if (key === "F4") return shiftKey ? "before" : "next"
  if (key === "?" && !typing) return "list"
  if (shiftKey) return undefined
  return PLAIN[key]
}

const PLAIN: Readonly<Record<string, PhoneKey>> = { F1: "list", F2: "start", F8: "send", F9: "hungUp" }

/** What is looked at of a keyboard's event. */
export type KeyPress = Pick<KeyboardEvent, "key" | "shiftKey" | "ctrlKey" | "altKey" | "metaKey">
