import { problemWords } from "@candour/web/problem-words.ts"

/** Every word of the sign-in pages. Staff work in English for now; a Welsh one goes beside it. */
export const en = {
  title: "Sign in",
  name: "Sign-in name",
  passphrase: "Your six words",
  passphraseHint: "A space between each. They never leave this computer: they unlock what you may read.",
  submit: "Sign in",
  invited: "I've been invited and sign in for the first time",
  needsScript:
    "Signing in needs JavaScript, because your six words are checked without being sent. Turn it on for this page, then reload it.",
  working: "Checking your six words …",
  problem: {
    wrong: "The name and the six words don't fit together. Check both; what you typed is still here.",
    busy: "Several people are trying to sign in with this name. What you typed is still here: try again in a minute.",
    "no-access": "Your account doesn't open this service. Ask your lead which one you use.",
    away: "We couldn't reach the service. Nothing is lost. Try again in a minute.",
  },
  problemTitle: problemWords.en.problem,
}

export const firstSignIn = {
  title: "Sign in for the first time",
  code: "Your invitation code",
  codeHint: "Your lead or the operator gave it to you. It works once, for 7 days.",
  next: "Next",
  wordsTitle: "Write down your six words",
  wordsWhy:
    "They are made for you, because a passphrase that people choose can be guessed. Nobody can show them to you again. Write them on paper and keep it on you, not at your desk.",
  again: "Type your six words to check",
  finish: "I've written them down: finish",
  signsInAs: "You sign in as",
  working: "Making your key …",
  problem: {
    ended: "This invitation has been used or has ended. Ask for a new one.",
    different: "Those aren't your six words. Look again at what you wrote down.",
    away: "We couldn't reach the service. Nothing is lost. Try again in a minute.",
  },
}
