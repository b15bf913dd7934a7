/** The words of the receipt (pages §5, Receipt page). */
export const en = {
  title: "Your number",
  danger: "Ring 999 if it’s still happening. It may be hours before anyone reads this.",
  heading: "Keep these 20 digits",
  /** `teams` are as many as `count`. */
  thanks: (teams: string, count: number) =>
    `Thank you for telling us. ${teams} ${count === 1 ? "has" : "have"} your report.`,
  only: "They are the only way to read an answer or add something. We can’t give them to you again.",
  copy: "Copy",
  copied: "Copied.",
  print: "Print",
  save: "Save",
  paper:
    "Paper is safest. Don’t write what they’re for. Copies and screenshots can show on devices that share your account.",
  check: {
    heading: "Check your 20 digits",
    only: "This page only compares the last 4. To see where a report stands, type all 20 under “See where it stands”.",
    label: "Type the last 4 digits to check (optional)",
    button: "Check",
    right: "That’s right.",
    wrong: "Those aren’t the last 4. Look again; nothing is lost.",
  },
  next: {
    heading: "What happens next",
    open: "The team should open it by ",
    openEach: "Each team should open it by ",
    look: ". Look here from ",
    answer: ". An answer may take weeks and can’t say everything.",
  },
  fault: "This isn’t your fault.",
  kept: "I’ve kept them",
  gone: {
    heading: "Your digits aren’t on this page",
    text: "They were shown once, when your report was sent, and we can’t give them to you again. If you’ve lost them, tell us again, and say that you did before.",
    start: "Go to the first page",
  },
}
