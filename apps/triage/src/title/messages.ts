import { plural } from "@candour/web/language.ts"

/** Words of a report's title. */
export const en = {
  label: "Title",
  hint: "Your unit’s own: how colleagues find this report in the queue. At most 80 characters, sealed to your desk. It doesn’t move with the report.",
  hintRestricted:
    "Your unit’s own. At most 80 characters, sealed under this report’s key: it isn’t shown in the queue, since the report is restricted.",
  button: "Save the title",
  saved: "The title is saved.",
  removed: "The title is removed.",
  prompt: "It is being assessed without a title. Give it one, so that colleagues find it in the queue.",
  cannotOpen: "The title that this report has can’t be opened with your keys. Saving one replaces it.",
  problem: {
    tooLong: (letters: number) =>
      plural("en", letters, {
        one: "1 character too long. Shorten it.",
        other: `${letters} characters too long. Shorten it.`,
      }),
  },
}
