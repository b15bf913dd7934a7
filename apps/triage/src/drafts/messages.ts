/** Words of what is typed and not sent yet. */
export const en = {
  kept: "What you typed is kept, sealed, for you alone.",
  back: "What you typed before is back in the forms below.",
  notKept: "What you typed can’t be kept just now: the connection is lost. It stays on this page, and is tried again.",
}
