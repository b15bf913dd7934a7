/** Words of the dialog that lists the keys. */
export const en = {
  title: "Keys of these pages",
  show: "Keys",
  thereafter: " then ",
  or: " or ",
  setting: "Use single keys as shortcuts",
  hint: "They do nothing while you type in a box. This tab remembers your choice until you close it.",
  close: "Close",
  off: "Single keys are off: turn them on under Keys.",
}
