import type { Language } from "@candour/domain/contact.ts"
import type { NotForUs } from "@candour/domain/not-for-us.ts"
import type { FigureName, Unit } from "./catalogue.ts"

/** What a figure is called, what it counts, and what it doesn't. */
interface Words {
  name: string
  means: string
  leavesOut: string
}

/** Each figure in English. */
const en: Record<FigureName, Words> = {
  contacts: {
    name: "Contacts",
    means: "Every approach to the hotline, online or by phone, each counted once, even where it led nowhere.",
    leavesOut: "A copy that a second force gets isn’t counted again, nor is what a reporter adds later.",
  },
  otherForces: {
    name: "About other forces",
    means: "Contacts by a force’s own line that were first routed to another force.",
    leavesOut: "The national line is no force’s own, so none of its contacts are among them.",
  },
  notForUs: {
    name: "Not for this hotline",
    means: "Contacts about something that this hotline doesn’t take, each with the reason, shown where it is taken.",
    leavesOut: "What a desk set aside later, after it had read a report, isn’t among them.",
  },
  reports: {
    name: "Reports",
    means: "Contacts that left something to read, each counted once at the desk that it first went to.",
    leavesOut: "A copy for a second force isn’t counted again.",
  },
  transfers: {
    name: "Reports handed on",
    means: "How often a desk handed a report on to another desk, or gave one back.",
    leavesOut: "A copy for a second force isn’t handed on: the first desk keeps its own.",
  },
  intelligenceReports: {
    name: "Intelligence reports",
    means:
      "Graded records that a desk made from reports, without what shows the source, each checked by a second person. One report may lead to several.",
    leavesOut: "A draft that nobody has checked isn’t counted.",
  },
  abuseAndDiscrimination: {
    name: "Of these, abuse and discrimination",
    means:
      "Intelligence reports about abusing or controlling a partner, crossing boundaries for sexual purposes, or discrimination, each counted once however many of the three it is about.",
    leavesOut: "What a reporter ticked doesn’t count here: what the desk found it to be about does.",
  },
  furtherInvestigation: {
    name: "Needing further investigation",
    means: "Reports that a desk decided to investigate.",
    leavesOut:
      "Whether anything was proven isn’t said by it. A report that was reopened or handed on counts again where a desk decides so again.",
  },
  closed: {
    name: "Closed",
    means: "Reports that a desk has finished with, those set aside as not for this hotline among them.",
    leavesOut: "A report that was reopened is taken away on that day; one that was handed on isn’t closed by it.",
  },
  proven: {
    name: "Proven",
    means: "A finding, a sanction, a conviction or a caution, also where it led to no action or the person had left.",
    leavesOut:
      "A finding that was overturned isn’t in it: as known then it was until that day, as known now it never was.",
  },
  notProven: {
    name: "Not proven",
    means: "No case to answer, not proven at a meeting or hearing, acquitted, or ended by reflective practice.",
    leavesOut: "Nobody is in it because there was too little to go on: they are not determined.",
  },
  notDetermined: {
    name: "Not determined",
    means:
      "Ended without a finding: not enough to go on, nobody identified, referred elsewhere, charged, or the person left first.",
    leavesOut: "Who still waits for a decision isn’t in it.",
  },
  notYetDecided: {
    name: "Not yet decided",
    means: "No outcome recorded so far.",
    leavesOut:
      "People in reports that nobody has assessed yet aren’t in it, nor those in a report that was handed on, until its new desk has assessed it.",
  },
  peopleConcerned: {
    name: "All people concerned",
    means:
      "The four together: everybody whom desks counted when they assessed reports. Somebody in two reports is counted in both, and so is somebody about whom two desks decided.",
    leavesOut:
      "The people in reports that nobody has assessed yet aren’t in it. Who isn’t decided when a report is handed on counts at the next desk, once it has assessed it.",
  },
}

/** Each figure in Welsh. A draft, as all Welsh here is. */
const cy: Record<FigureName, Words> = {
  contacts: {
    name: "Cysylltiadau",
    means:
      "Pob tro y cysylltodd rhywun â’r llinell gymorth, ar-lein neu dros y ffôn, wedi’i gyfrif unwaith, hyd yn oed os na ddaeth dim ohono.",
    leavesOut: "Ni chyfrifir eto gopi i ail heddlu, na’r hyn y mae rhywun yn ei ychwanegu’n nes ymlaen.",
  },
  otherForces: {
    name: "Am heddluoedd eraill",
    means: "Cysylltiadau drwy linell heddlu ei hun a anfonwyd gyntaf at heddlu arall.",
    leavesOut: "Nid yw’r llinell genedlaethol yn perthyn i unrhyw heddlu, felly nid yw ei chysylltiadau yn eu plith.",
  },
  notForUs: {
    name: "Nid i’r llinell hon",
    means:
      "Cysylltiadau am rywbeth nad yw’r llinell hon yn ei gymryd, pob un â’r rheswm, wedi’u cyfeirio i’r lle iawn.",
    leavesOut: "Nid yw’r hyn a roddodd desg o’r neilltu ar ôl darllen adroddiad yn eu plith.",
  },
  reports: {
    name: "Adroddiadau",
    means: "Cysylltiadau a adawodd rywbeth i’w ddarllen, pob un wedi’i gyfrif unwaith wrth y ddesg gyntaf.",
    leavesOut: "Ni chyfrifir copi i ail heddlu eto.",
  },
  transfers: {
    name: "Adroddiadau a drosglwyddwyd",
    means: "Pa mor aml y trosglwyddodd desg adroddiad i ddesg arall, neu ei roi yn ôl.",
    leavesOut: "Nid trosglwyddo yw copi i ail heddlu: mae’r ddesg gyntaf yn cadw ei hun.",
  },
  intelligenceReports: {
    name: "Adroddiadau cudd-wybodaeth",
    means:
      "Cofnodion wedi’u graddio a wnaeth desg o adroddiadau, heb yr hyn sy’n dangos y ffynhonnell, pob un wedi’i wirio gan ail berson. Gall un adroddiad arwain at sawl un.",
    leavesOut: "Ni chyfrifir drafft nad oes neb wedi’i wirio.",
  },
  abuseAndDiscrimination: {
    name: "O’r rhain, cam-drin a gwahaniaethu",
    means:
      "Adroddiadau cudd-wybodaeth am gam-drin neu reoli partner, croesi ffiniau at ddibenion rhywiol, neu wahaniaethu, pob un wedi’i gyfrif unwaith faint bynnag o’r tri sydd ynddo.",
    leavesOut: "Nid yr hyn a diciodd yr adroddwr sy’n cyfrif yma, ond yr hyn y canfu’r ddesg ei fod.",
  },
  furtherInvestigation: {
    name: "Angen ymchwiliad pellach",
    means: "Adroddiadau y penderfynodd desg ymchwilio iddynt.",
    leavesOut:
      "Nid yw’n dweud a brofwyd dim. Mae adroddiad a ailagorwyd neu a drosglwyddwyd yn cyfrif eto lle mae desg yn penderfynu felly eto.",
  },
  closed: {
    name: "Wedi cau",
    means:
      "Adroddiadau y mae desg wedi gorffen â nhw, gan gynnwys y rhai a roddwyd o’r neilltu am nad i’r llinell hon y maent.",
    leavesOut: "Tynnir adroddiad a ailagorwyd ar y diwrnod hwnnw; nid yw trosglwyddo adroddiad yn ei gau.",
  },
  proven: {
    name: "Profwyd",
    means:
      "Canfyddiad, sancsiwn, euogfarn neu rybudd, hefyd lle na chymerwyd camau neu lle’r oedd y person wedi gadael.",
    leavesOut:
      "Nid yw canfyddiad a wrthdrowyd ynddo: fel y’i hysbyswyd ar y pryd roedd ynddo tan y diwrnod hwnnw, fel y’i gwyddys nawr ni fu erioed.",
  },
  notProven: {
    name: "Ni phrofwyd",
    means:
      "Dim achos i’w ateb, heb ei brofi mewn cyfarfod neu wrandawiad, cafwyd yn ddieuog, neu daeth i ben drwy ymarfer myfyriol.",
    leavesOut: "Nid oes neb ynddo am fod rhy ychydig i fynd arno: ni phenderfynwyd ar y rheini.",
  },
  notDetermined: {
    name: "Ni phenderfynwyd",
    means:
      "Daeth i ben heb ganfyddiad: dim digon i fynd arno, neb wedi’i adnabod, wedi’i gyfeirio i rywle arall, wedi’i gyhuddo, neu gadawodd y person gyntaf.",
    leavesOut: "Nid yw’r rhai sy’n dal i aros am benderfyniad ynddo.",
  },
  notYetDecided: {
    name: "Heb ei benderfynu eto",
    means: "Dim canlyniad wedi’i gofnodi hyd yma.",
    leavesOut:
      "Nid yw’r bobl mewn adroddiadau nad oes neb wedi’u hasesu eto ynddo, na’r rhai mewn adroddiad a drosglwyddwyd, nes i’w ddesg newydd ei asesu.",
  },
  peopleConcerned: {
    name: "Pawb dan sylw",
    means:
      "Y pedwar gyda’i gilydd: pawb a gyfrifodd desgiau wrth asesu adroddiadau. Cyfrifir rhywun mewn dau adroddiad yn y ddau, a hefyd rywun y penderfynodd dwy ddesg arno.",
    leavesOut:
      "Nid yw’r bobl mewn adroddiadau nad oes neb wedi’u hasesu eto ynddo. Mae pwy bynnag sydd heb ei benderfynu pan drosglwyddir adroddiad yn cyfrif wrth y ddesg nesaf, ar ôl iddi ei asesu.",
  },
}

const words: Record<Language, Record<FigureName, Words>> = { en, cy }

/** What a figure is called and means, in a language. */
export const wordsOf = (name: FigureName, language: Language = "en"): Words => words[language][name]

/** What each unit is called in a sentence. */
export const unitWords: Record<Language, Record<Unit, string>> = {
  en: {
    contacts: "contacts",
    reports: "reports",
    "hand-overs": "hand-overs",
    "intelligence-reports": "intelligence reports",
    "people-concerned": "people concerned",
  },
  cy: {
    contacts: "cysylltiadau",
    reports: "adroddiadau",
    "hand-overs": "trosglwyddiadau",
    "intelligence-reports": "adroddiadau cudd-wybodaeth",
    "people-concerned": "pobl dan sylw",
  },
}

/** Why a contact wasn't for this hotline, as a row of a table. */
export const reasonWords: Record<Language, Record<NotForUs, string>> = {
  en: {
    emergency: "An emergency",
    crime: "A crime by somebody who isn’t police",
    service: "Rude or slow police, or a poor investigation",
    grievance: "Police staff in dispute with their employer",
    military: "Military police, prisons, borders and others",
    scotland: "Police in Scotland",
    "northern-ireland": "Police in Northern Ireland",
    data: "What the police hold about somebody",
  },
  cy: {
    emergency: "Argyfwng",
    crime: "Trosedd gan rywun nad yw yn yr heddlu",
    service: "Heddlu anghwrtais neu araf, neu ymchwiliad gwael",
    grievance: "Staff yr heddlu mewn anghydfod â’u cyflogwr",
    military: "Heddlu milwrol, carchardai, ffiniau ac eraill",
    scotland: "Yr heddlu yn yr Alban",
    "northern-ireland": "Yr heddlu yng Ngogledd Iwerddon",
    data: "Yr hyn sydd gan yr heddlu am rywun",
  },
}
