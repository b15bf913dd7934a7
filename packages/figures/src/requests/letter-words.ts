import type { Language } from "@candour/domain/contact.ts"
import type { SECTIONS } from "./pack.ts"

/** The words of an answer as it goes out. Welsh is a draft: have it read. */
interface LetterWords {
  heading: string
  ours: string
  day: string
  asked: string
  received: (day: string) => string
  held: string
  asAt: (day: string, known: "then" | "now", knownAt: string) => string
  question: {
    all: (figure: string, about: string) => string
    between: (figure: string, about: string, from: string, to: string) => string
    everyForce: string
  }
  table: string
  period: string
  group: string
  count: string
  total: string
  upTo: (period: string, day: string) => string
  quarter: (number: string, year: string) => string
  withheldCell: string
  stoppedCell: string
  stopped: string
  definition: string
  unit: (unit: string) => string
  neverAdd: string
  withheld: (count: number) => string
  sections: Record<(typeof SECTIONS)[number], string>
  howHidden: string
  neither: Record<(typeof SECTIONS)[number], string>
  published: (count: number, of: number, release: string) => string
  same: (day: string) => string
  changed: (day: string) => string
  was: string
  is: string
  holders: (force: string | undefined) => string
  review: string
  digest: string
}

export const letterWords: Record<Language, LetterWords> = {
  en: {
    heading: "Freedom of Information Act 2000: answer",
    ours: "Our reference",
    day: "Date",
    asked: "You asked",
    received: (day) => `Your request was received on ${day}.`,
    held: "We hold this information. It follows; what is withheld, and why, stands below it.",
    asAt: (day, known, knownAt) =>
      known === "then"
        ? `These figures are as at ${day}, as they were recorded by that day.`
        : `These figures are as at ${day}, as known by ${knownAt}: what was recorded after ${day} about days before it is in them.`,
    question: {
      all: (figure, about) => `${figure}, ${about}, from the first contact on`,
      between: (figure, about, from, to) => `${figure}, ${about}, from ${from} to ${to}`,
      everyForce: "for every force together",
    },
    table: "The figures",
    period: "Period",
    group: "By",
    count: "Count",
    total: "Together",
    upTo: (period, day) => `${period}, up to ${day}`,
    quarter: (number, year) =>
      `${["January to March", "April to June", "July to September", "October to December"][Number(number) - 1]} ${year}`,
    withheldCell: "[c]",
    stoppedCell: "not known",
    stopped:
      "“not known”: this desk recorded nothing any more while reports waited, so 0 would say more than anybody knows.",
    definition: "What is counted",
    unit: (unit) => `Counted in ${unit}.`,
    neverAdd:
      "Contacts, reports, intelligence reports and people concerned are different things: no count of one can be added to, or taken from, a count of another.",
    withheld: (count) =>
      count === 1 ? "One count is withheld and shown as [c]." : `${count} counts are withheld and shown as [c].`,
    sections: {
      s40: "They are withheld under section 40(2) of the Act: they, or what they would let somebody work out, are of fewer than five, and such a number could say something about a person whom others know to be concerned. That is an absolute exemption.",
      s31: "They are withheld under section 31(1)(a), (b) and (g) of the Act: they, or what they would let somebody work out, are of fewer than five, and could tell the person concerned that somebody has spoken. The public has an interest in how many report and what comes of it, which the other figures serve; it isn’t served by warning one suspect, so the balance is for withholding.",
      s30: "They are withheld under section 30(1) and (2) of the Act: they, or what they would let somebody work out, are of fewer than five, and are held for investigations and come from confidential sources. The public has an interest in how many report and what comes of it, which the other figures serve; it isn’t served by leading to one source, so the balance is for withholding.",
    },
    howHidden: "[c] stands for a count from 1 to 4, or for one that is hidden so that no such count can be worked out.",
    neither: {
      s40: "We neither confirm nor deny that we hold this information (section 40(5B)(a)(i) of the Act): to say so, or to say that we don’t, would itself disclose personal data.",
      s31: "We neither confirm nor deny that we hold this information (section 31(3) of the Act): to say so, or to say that we don’t, could itself tell somebody whether they have been reported. The public’s interest in knowing is served by the published figures; the balance is for neither confirming nor denying.",
      s30: "We neither confirm nor deny that we hold this information (section 30(3) of the Act): to say so, or to say that we don’t, could itself disclose that there is an investigation or a source. The public’s interest in knowing is served by the published figures; the balance is for neither confirming nor denying.",
    },
    published: (count, of, release) =>
      `${count} of these ${of} counts are published already: ${release} (section 21 of the Act).`,
    same: (day) => `The same question was answered on ${day}. The answer is the same.`,
    changed: (day) => `The same question was answered on ${day}. Since then this was recorded, or can be shown:`,
    was: "Then",
    is: "Now",
    holders: (force) =>
      force === undefined
        ? "Who holds these figures: the national coordinating body; and each force, those about its own reports, because what another body holds on its behalf it holds itself (section 3(2)(b) of the Act)."
        : `Who holds these figures: ${force}, because what another body holds on its behalf it holds itself (section 3(2)(b) of the Act); and the national coordinating body.`,
    review:
      "If you are unhappy with this answer, you can ask us for an internal review within 40 working days. After that you can complain to the Information Commissioner’s Office: ico.org.uk, 0303 123 1113.",
    digest: "The same question with the same answer has this digest, on whichever day it is asked:",
  },
  cy: {
    heading: "Deddf Rhyddid Gwybodaeth 2000: ateb",
    ours: "Ein cyfeirnod",
    day: "Dyddiad",
    asked: "Eich cwestiwn",
    received: (day) => `Cawsom eich cais ar ${day}.`,
    held: "Mae’r wybodaeth hon gennym. Dyma hi.",
    asAt: (day, known, knownAt) =>
      known === "then"
        ? `Mae’r ffigurau hyn fel yr oeddent ar ${day}, fel y’u cofnodwyd erbyn y diwrnod hwnnw.`
        : `Mae’r ffigurau hyn fel yr oeddent ar ${day}, fel yr oeddent yn hysbys erbyn ${knownAt}: mae’r hyn a gofnodwyd ar ôl ${day} am ddyddiau cynharach ynddynt.`,
    question: {
      all: (figure, about) => `${figure}, ${about}, o’r cysylltiad cyntaf ymlaen`,
      // A dash, so that no mutation follows “o” and “hyd at”.
      between: (figure, about, from, to) => `${figure}, ${about}, ${from} – ${to}`,
      everyForce: "ar gyfer pob heddlu gyda’i gilydd",
    },
    table: "Y ffigurau",
    period: "Cyfnod",
    group: "Yn ôl",
    count: "Nifer",
    total: "Gyda’i gilydd",
    upTo: (period, day) => `${period}, hyd at ${day}`,
    quarter: (number, year) => `Chwarter ${number} o ${year}`,
    withheldCell: "[c]",
    stoppedCell: "ddim yn hysbys",
    stopped:
      "“ddim yn hysbys”: nid oedd y ddesg hon yn cofnodi dim bellach tra bod adroddiadau’n aros, felly byddai 0 yn dweud mwy nag y mae neb yn ei wybod.",
    definition: "Beth sy’n cael ei gyfrif",
    unit: (unit) => `Wedi’i gyfrif mewn ${unit}.`,
    neverAdd:
      "Mae cysylltiadau, adroddiadau, adroddiadau cudd-wybodaeth a phobl dan sylw yn bethau gwahanol: ni ellir adio nifer y naill at nifer y llall, na’i dynnu ohono.",
    withheld: (count) =>
      count === 1
        ? "Mae un nifer wedi’i ddal yn ôl a’i ddangos fel [c]."
        : `Mae ${count} nifer wedi’u dal yn ôl a’u dangos fel [c].`,
    sections: {
      s40: "Fe’u delir yn ôl o dan adran 40(2) o’r Ddeddf: maent hwy, neu’r hyn y gellid ei gyfrifo ohonynt, yn llai na phump, a gallai nifer o’r fath ddweud rhywbeth am berson y mae eraill yn gwybod ei fod dan sylw. Esemptiad absoliwt yw hwn.",
      s31: "Fe’u delir yn ôl o dan adran 31(1)(a), (b) ac (g) o’r Ddeddf: maent hwy, neu’r hyn y gellid ei gyfrifo ohonynt, yn llai na phump, a gallent ddweud wrth y person dan sylw fod rhywun wedi siarad. Mae budd i’r cyhoedd mewn gwybod faint sy’n adrodd a beth sy’n dod o hynny, ac mae’r ffigurau eraill yn ei wasanaethu; nid yw rhybuddio un person dan amheuaeth yn ei wasanaethu, felly mae’r cydbwysedd o blaid dal yn ôl.",
      s30: "Fe’u delir yn ôl o dan adran 30(1) a (2) o’r Ddeddf: maent hwy, neu’r hyn y gellid ei gyfrifo ohonynt, yn llai na phump, ac fe’u delir at ddibenion ymchwiliadau ac maent yn dod o ffynonellau cyfrinachol. Mae budd i’r cyhoedd mewn gwybod faint sy’n adrodd a beth sy’n dod o hynny, ac mae’r ffigurau eraill yn ei wasanaethu; nid yw arwain at un ffynhonnell yn ei wasanaethu, felly mae’r cydbwysedd o blaid dal yn ôl.",
    },
    howHidden: "Mae [c] yn sefyll am nifer o 1 i 4, neu am un a guddiwyd fel na ellir cyfrifo nifer o’r fath.",
    neither: {
      s40: "Nid ydym yn cadarnhau nac yn gwadu ein bod yn dal yr wybodaeth hon (adran 40(5B)(a)(i) o’r Ddeddf): byddai dweud hynny, neu ddweud nad ydym, ynddo’i hun yn datgelu data personol.",
      s31: "Nid ydym yn cadarnhau nac yn gwadu ein bod yn dal yr wybodaeth hon (adran 31(3) o’r Ddeddf): gallai dweud hynny, neu ddweud nad ydym, ddweud wrth rywun a oes adroddiad amdano. Mae’r ffigurau cyhoeddedig yn gwasanaethu budd y cyhoedd; mae’r cydbwysedd o blaid peidio â chadarnhau na gwadu.",
      s30: "Nid ydym yn cadarnhau nac yn gwadu ein bod yn dal yr wybodaeth hon (adran 30(3) o’r Ddeddf): gallai dweud hynny, neu ddweud nad ydym, ddatgelu bod ymchwiliad neu ffynhonnell. Mae’r ffigurau cyhoeddedig yn gwasanaethu budd y cyhoedd; mae’r cydbwysedd o blaid peidio â chadarnhau na gwadu.",
    },
    published: (count, of, release) =>
      `Mae ${count} o’r ${of} nifer hyn wedi’u cyhoeddi eisoes: ${release} (adran 21 o’r Ddeddf).`,
    same: (day) => `Atebwyd yr un cwestiwn ar ${day}. Yr un yw’r ateb.`,
    changed: (day) => `Atebwyd yr un cwestiwn ar ${day}. Ers hynny cofnodwyd hyn, neu gellir ei ddangos:`,
    was: "Bryd hynny",
    is: "Nawr",
    holders: (force) =>
      force === undefined
        ? "Pwy sy’n dal y ffigurau hyn: y corff cydlynu cenedlaethol; a phob heddlu y rhai am ei adroddiadau ei hun, oherwydd mae’n dal yr hyn y mae corff arall yn ei ddal ar ei ran (adran 3(2)(b) o’r Ddeddf)."
        : `Pwy sy’n dal y ffigurau hyn: ${force}, oherwydd mae’n dal yr hyn y mae corff arall yn ei ddal ar ei ran (adran 3(2)(b) o’r Ddeddf); a’r corff cydlynu cenedlaethol.`,
    review:
      "Os ydych yn anfodlon ar yr ateb hwn, gallwch ofyn i ni am adolygiad mewnol o fewn 40 diwrnod gwaith. Wedyn gallwch gwyno i Swyddfa’r Comisiynydd Gwybodaeth: ico.org.uk, 0303 123 1113.",
    digest: "Mae gan yr un cwestiwn â’r un ateb y crynodeb hwn, pa ddiwrnod bynnag y’i gofynnir:",
  },
}
