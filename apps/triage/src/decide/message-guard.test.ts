import { describe, expect, test } from "vitest"
import { messageWarnings } from "./message-guard.ts"
import { MESSAGE_TEMPLATES } from "./message-templates.ts"

const why = (text: string, names: string[] = []) => messageWarnings(text, names).map((each) => each.why)

describe("what may make a source of a reporter", () => {
  test.each([
    "Could you find out who else was there?",
    "Can you get a copy of the messages?",
    "Please keep an eye on his car.",
    "We would like you to record what he says.",
    "Take a photo if you see it again.",
    "Next time, write down the number.",
    "Try to ask her about the money.",
    "Allech chi ofyn iddo pwy oedd yno?",
    "Gwyliwch y car, os gwelwch yn dda.",
    "Tynnwch lun y tro nesaf.",
  ])("warns at: %s", (text) => expect(why(text)).toContain("asks"))

  test.each([
    "Please don’t look for anything and don’t ask anybody.",
    "You don’t have to find anything out.",
    "When did you last see him?",
    "Thank you for telling us.",
    "Peidiwch â chwilio am ddim.",
  ])("says nothing of: %s", (text) => expect(why(text)).toEqual([]))
})

test("no template asks for anything, names anybody or gives a number", () => {
  for (const { text } of MESSAGE_TEMPLATES)
    for (const each of Object.values(text)) expect([each, messageWarnings(each, ["Dan Whitlock"])]).toEqual([each, []])
})

test("warns at the names of the people concerned, and at the force’s own numbers", () => {
  expect(messageWarnings("We have spoken to whitlock about it.", ["PC Dan Whitlock"])).toEqual([
    { why: "names", words: "whitlock" },
  ])
  expect(messageWarnings("It is case CC/1234/26, about 456AS.", [])).toEqual([
    { why: "reference", words: "CC/1234/26" },
    { why: "reference", words: "456AS" },
  ])
  expect(why("Since 2024 he has come on Mondays at 10.", ["The officer"])).toEqual([])
})
