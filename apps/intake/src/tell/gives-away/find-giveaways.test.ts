import type { Language } from "@candour/domain/contact.ts"
import { describe, expect, test } from "vitest"
import { findGiveaways } from "./find-giveaways.ts"
import type { GiveawayKind } from "./giveaway.ts"

/** What is found of one kind, in words. */
const found = (text: string, kind: GiveawayKind, lang: Language = "en") =>
  findGiveaways(text, lang)
    .filter((each) => each.kind === kind)
    .map(({ start, end }) => text.slice(start, end))

/** Each sentence with the words that are to be found in it, or none. */
type Sentences = readonly (readonly [sentence: string, ...words: string[]])[]

const tables: Record<GiveawayKind, Sentences> = {
  "own-name": [
    ["My name is Sarah Jones and I saw it.", "My name is Sarah Jones"],
    ["my name’s dave", "my name’s dave"],
    ["I’m Sarah.", "I’m Sarah"],
    ["Hello, I am Siân Ellis, from Deal", "I am Siân"],
    ["It’s Tom here", "It’s Tom here"],
    ["Everyone calls me Bex", "calls me Bex"],
    ["My maiden name is Hughes.", "My maiden name is Hughes"],
    ["Fy enw i yw Siân Ellis.", "Fy enw i yw Siân Ellis"],
    ["F’enw i ydi Gwenllian ap Rhys", "F’enw i ydi Gwenllian ap Rhys"],
    ["Siân Ellis ydw i.", "Siân Ellis ydw i"],
    ["His name is Dave Smith."],
    ["The officer’s name is PC Dave Smith, he is called Smithy."],
    ["I’m scared of him."],
    ["I’m Welsh and he hated that."],
    ["I’m Dave Smith’s sister"],
    ["I’m not sure"],
    ["I’m In bits"],
    ["I don’t want my name on it."],
    ["My name is on the list he sold."],
    ["It’s Dave Smith who did it."],
    ["This is Sergeant Brown’s doing."],
    ["Ei enw yw Dai Jones."],
    ["Hapus ydw i."],
    ["Beth ydw i i’w wneud?"],
  ],
  relation: [
    ["He is my husband.", "my husband"],
    ["my ex-husband did this", "my ex-husband"],
    ["My sergeant told us to lose the notebook", "My sergeant"],
    ["our kids were there", "our kids"],
    ["I know it as his wife.", "as his wife"],
    ["Speaking as a special constable, no.", "as a special constable"],
    ["As a special constable I saw it", "As a special constable"],
    ["my sgt told us", "my sgt"],
    ["I’m PC 1234’s neighbour", "I’m PC 1234’s neighbour"],
    ["I was on shift that night", "I was on shift"],
    ["while I was off duty", "while I was off duty"],
    ["I’m PC Dave Smith’s sister", "I’m PC Dave Smith’s sister"],
    ["I’m a nurse at the hospital", "I’m a nurse"],
    ["We are married", "We are married"],
    ["We have two children together.", "We have two children together"],
    ["he lives with me", "lives with me"],
    ["My line manager saw it", "My line manager"],
    ["our night shift", "our night shift"],
    ["Fy ngŵr yw e", "Fy ngŵr"],
    ["fy ngwr i sy’n gwneud hyn", "fy ngwr i"],
    ["fy mhartner", "fy mhartner"],
    ["fy nghyn-bartner", "fy nghyn-bartner"],
    ["Fel ei wraig, rwy’n gwybod", "Fel ei wraig"],
    ["Roeddwn i ar shifft", "Roeddwn i ar shifft"],
    ["Rydyn ni’n briod", "Rydyn ni’n briod"],
    ["Nyrs ydw i", "Nyrs ydw i"],
    ["His wife was there."],
    ["Her husband is a PC and their kids were in the car"],
    ["He has a partner, and PC Smith is her partner’s friend."],
    ["My God, he hit him."],
    ["As a police officer he should know better."],
    ["He met her as a victim. He came as a witness."],
    ["The sergeant was on shift."],
    ["My view is that the team knew."],
    ["Ei wraig oedd yno."],
    ["Roedd yn fab i’r rhingyll."],
  ],
  workplace: [
    ["I work at the Tesco in Deal", "I work at the Tesco"],
    ["I work for Kent Council", "I work for Kent"],
    ["We both work in custody", "We both work in custody"],
    ["I used to work with him", "I used to work with him"],
    ["It happened where I work.", "where I work"],
    ["he came to my office", "my office"],
    ["I’m based at Folkestone", "I’m based at"],
    ["we work together", "we work together"],
    ["Rwy’n gweithio yn yr ysbyty", "Rwy’n gweithio yn yr ysbyty"],
    ["Rydyn ni’n dau’n gweithio yn y ddalfa", "Rydyn ni’n dau’n gweithio yn y ddalfa"],
    ["Daeth e i fy swyddfa", "fy swyddfa"],
    ["He works at Maidstone police station."],
    ["They work for the same sergeant."],
    ["It won’t work for me."],
    ["I worked hard to get away."],
    ["Mae e’n gweithio yn Abertawe."],
  ],
  "only-one": [
    ["Only I knew that.", "Only I knew"],
    ["it was just the two of us", "just the two of us"],
    ["I was the only person in the room", "I was the only person"],
    ["nobody else knows", "nobody else knows"],
    ["No-one else saw it", "No-one else saw"],
    ["he only told me", "he only told me"],
    ["I was alone with him", "I was alone with"],
    ["Dim ond fi oedd yn gwybod", "Dim ond fi"],
    ["dim ond ni’n dau", "dim ond ni’n dau"],
    ["Fi oedd yr unig un", "Fi oedd yr unig un"],
    ["Doedd neb arall yno", "Doedd neb arall yno"],
    ["If only I had known."],
    ["I only know his first name."],
    ["He said nobody else would believe it."],
    ["Only he knew."],
    ["Dim ond fe oedd yno."],
  ],
  phone: [
    ["Ring me on 07700 900123", "07700 900123"],
    ["01632 960 001 after six", "01632 960 001"],
    ["+44 7700 900 123", "+44 7700 900 123"],
    ["(020) 7946 0018", "(020) 7946 0018"],
    ["+353 85 012 3456", "+353 85 012 3456"],
    ["His number is 07700 900000, mine is 07700 900123.", "07700 900123"],
    ["Fy rhif yw 07700900123", "07700900123"],
    ["He rang from 0800 085 0000 and 999."],
    ["His mobile is 07700 900123."],
    ["Ei rif ffôn yw 07700 900123"],
    ["on 01/02/2024 and 01.02.2024 10:30"],
    ["PC 1234 took 12345678901 pounds"],
  ],
  email: [
    ["Write to sarah.j@example.org.", "sarah.j@example.org"],
    ["it’s sarah at gmail dot com", "sarah at gmail dot com"],
    ["sarah(at)example(dot)co", "sarah(at)example(dot)co"],
    ["His email is pc.smith@example.police.uk"],
    ["He was at home dot."],
    ["He looked at gmail."],
  ],
  handle: [
    ["I’m @sarah_ellis on there", "@sarah_ellis"],
    ["see facebook.com/sarah.ellis.12", "facebook.com/sarah.ellis.12"],
    ["https://www.instagram.com/sarahellis/", "https://www.instagram.com/sarahellis/"],
    ["He found my Instagram", "my Instagram"],
    ["fy ngwefan", "fy ngwefan"],
    ["His Instagram is @smithy999"],
    ["He posted on Facebook."],
    ["https://www.kent.police.uk/news"],
    ["sold for 5 @ 10 each"],
  ],
  address: [
    ["I live at CT16 1AA", "I live at CT16 1AA"],
    ["We live at 14 Mill Lane, Deal", "We live at 14 Mill Lane"],
    ["in Deal, CT16 1AA", "CT16 1AA"],
    ["ct161aa", "ct161aa"],
    ["12 High Street, Deal", "12 High Street"],
    ["Flat 2B, 14 St. Mary’s Road", "Flat 2B, 14 St. Mary’s Road"],
    ["Flat 2, 14 Mill Lane", "Flat 2, 14 Mill Lane"],
    ["3 Heol y Bont", "3 Heol y Bont"],
    ["I live opposite the station", "I live opposite the station"],
    ["we live in Deal", "we live in Deal"],
    ["Rwy’n byw yn Aberaeron", "Rwy’n byw yn Aberaeron"],
    ["It happened in CT16."],
    ["He lives at 12 High Street, Deal"],
    ["His address is CT16 1AA"],
    ["I live in fear."],
    ["We moved on."],
    ["He waited on the E1 2nd floor."],
    ["2 of them on the same road"],
    ["in 2023 he sat in the road"],
  ],
  car: [
    ["my car, AB12 CDE,", "AB12 CDE"],
    ["ab12cde is parked there", "ab12cde"],
    ["A123 BCD", "A123 BCD"],
    ["ABC 123D", "ABC 123D"],
    ["His car is AB12 CDE."],
    ["PC12 THE OFFICER DID IT"],
    ["on the M20 and the A249 near Deal"],
    ["PC 1234 and DC 56"],
  ],
  reference: [
    ["crime reference 46/12345/23", "crime reference 46/12345/23"],
    ["Crime ref no. 46-12345-23", "Crime ref no. 46-12345-23"],
    ["CAD 1234 of that day", "CAD 1234"],
    ["my booking reference is XK7T2P", "my booking reference is XK7T2P"],
    ["ticket number 889123", "ticket number 889123"],
    ["46/12345/23", "46/12345/23"],
    ["QQ 12 34 56 C", "QQ 12 34 56 C"],
    ["rhif trosedd 46/12345/23", "rhif trosedd 46/12345/23"],
    ["It was a case in 2023, on 01/02/2024."],
    ["PC 1234, collar number 1234, warrant number 567890"],
    ["The reference was bad."],
    ["He lost the ticket."],
  ],
  time: [
    ["at 3.15 on Tuesday night", "at 3.15 on Tuesday night"],
    ["On Tuesday at about half past two he came", "On Tuesday at about half past two"],
    ["yesterday at 9pm", "yesterday at 9pm"],
    ["on Tuesday 3 March at about 9.15pm", "on Tuesday 3 March at about 9.15pm"],
    ["14:30 on 4 May 2026", "14:30 on 4 May 2026"],
    ["04/05/2026, 14:30", "04/05/2026, 14:30"],
    ["last night just before midnight", "last night just before midnight"],
    ["It began at 3.15."],
    ["Am 3.15 ddydd Mawrth", "Am 3.15 ddydd Mawrth"],
    ["nos Wener am hanner awr wedi tri", "nos Wener am hanner awr wedi tri"],
    ["He works Tuesday nights."],
    ["It was at 9.30."],
    ["One evening in May"],
    ["Version 3.15 was on the phone"],
    ["Mae’n gweithio nos Fawrth."],
  ],
  "sign-off": [
    ["He must stop.\n\nKind regards,\nSarah Ellis", "Kind regards,\nSarah Ellis"],
    ["He must stop. Thanks, Sarah", "Thanks, Sarah"],
    ["Yours faithfully", "Yours faithfully"],
    ["Signed: Sarah", "Signed: Sarah"],
    ["Rhaid iddo stopio.\nCofion gorau, Siân", "Cofion gorau, Siân"],
    ["Diolch, Siân Ellis", "Diolch, Siân Ellis"],
    ["Thanks for reading this."],
    ["He sent regards to Dave Smith."],
    ["Many thanks. He was never charged with it."],
    ["Diolch am ddarllen hwn."],
  ],
  "first-person": [
    ["I saw it. I heard it. I told them.", "I"],
    ["My husband hit me and I ran.", "I"],
    ["He looked up an address."],
    ["I. Smith, the inspector"],
  ],
}

describe.each(Object.entries(tables))("%s", (kind, sentences) => {
  test.each(sentences.map(([sentence, ...words]) => [sentence, words] as const))("%j: %j", (sentence, words) => {
    expect(found(sentence, kind as GiveawayKind)).toEqual(words)
  })
})

test("in Welsh “i” is no “I”, and the verb is shown once", () => {
  expect(findGiveaways("Aeth i Gaerdydd. I bwy? I’r rhingyll.", "cy")).toEqual([])
  expect(found("Gwelais i fe. Clywais i fe.", "first-person", "cy")).toEqual(["Gwelais i"])
  expect(found("Dwi’n gwybod", "first-person", "cy")).toEqual(["Dwi’n"])
})

test("an accent typed as a sign of its own is part of what is found", () => {
  const text = "fy ngw\u0302r, a f’enw i yw Sia\u0302n"
  expect(found(text, "relation", "cy")).toEqual(["fy ngw\u0302r"])
  expect(found(text, "own-name", "cy")).toEqual(["f’enw i yw Sia\u0302n"])
})

test("an account of the accused alone gives nobody away", () => {
  const account =
    "PC Dave Smith, collar number 1234 of Kent Police, hit a man at Maidstone in spring. He drives a blue van. " +
    "Sergeant Brown’s team knew. His wife left him; her number is 07700 900123, and she lives at 3 Mill Lane, Deal."
  expect(findGiveaways(account, "en")).toEqual([])
})
