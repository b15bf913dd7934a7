import type { CallEnd } from "@candour/domain/contact.ts"
import type { Messages } from "@candour/web/language.ts"
import type { ReceiptDays } from "@candour/web/receipt-days.ts"

/** What a call handler says when a call isn't for this hotline, by how it ends. */
type EndScripts = Partial<Record<CallEnd, string>>

const endsEn: EndScripts = {
  crime: "You can tell the police on 101, or Crimestoppers on 0800 555 111 without your name. Thank you for ringing.",
  service: "The force itself takes complaints, and the IOPC on 0300 020 0096 tells you how. Thank you for ringing.",
  grievance: "Protect helps people who speak up about their work: 020 3117 2520. Thank you for ringing.",
  military:
    "Each body has somebody who looks into it: for military police the Service Police Complaints Commissioner. Thank you for ringing.",
  scotland: "Police Scotland takes complaints first; then the PIRC, on 01698 542900. Thank you for ringing.",
  "northern-ireland": "The Police Ombudsman looks into it, on 0300 123 2989. Thank you for ringing.",
  data: "Ask the force for a copy, which is free; if that doesn’t help, the ICO, on 0303 123 1113. Thank you for ringing.",
  emergency: "Hang up and ring 999 now. If you can’t speak, press 55 when asked.",
}

const endsCy: EndScripts = {
  crime:
    "Gallwch ddweud wrth yr heddlu ar 101, neu wrth Taclo’r Taclau ar 0800 555 111 heb roi eich enw. Diolch am ffonio.",
  service:
    "Mae’r heddlu ei hun yn derbyn cwynion, ac mae’r IOPC ar 0300 020 0096 yn dweud sut mae gwneud. Diolch am ffonio.",
  grievance: "Mae Protect yn helpu pobl sy’n codi llais am eu gwaith: 020 3117 2520. Diolch am ffonio.",
  military:
    "Mae gan bob corff rywun sy’n ymchwilio iddo: ar gyfer yr heddlu milwrol, y Service Police Complaints Commissioner. Diolch am ffonio.",
  scotland: "Heddlu’r Alban sy’n derbyn cwynion yn gyntaf; yna’r PIRC, ar 01698 542900. Diolch am ffonio.",
  "northern-ireland": "Ombwdsmon yr Heddlu sy’n ymchwilio iddo, ar 0300 123 2989. Diolch am ffonio.",
  data: "Gofynnwch i’r heddlu dan sylw am gopi, sydd am ddim; os nad yw hynny’n helpu, yr ICO, ar 0303 123 1113. Diolch am ffonio.",
  emergency: "Rhowch y ffôn i lawr a ffoniwch 999 nawr. Os na allwch siarad, pwyswch 55 pan ofynnir i chi.",
}

/** What a call handler says, in the order in which a caller tells things (domain rules §11). */
const en = {
  safe: "Are you safe right now? If someone could hurt you, hang up and ring 999; if you can’t speak, press 55 when asked. I can wait while you move.",
  supervisor: "A life may be in danger, so I must pass on what I know. My supervisor rings 999. I’m telling you first.",
  language: "Would you rather speak English or Welsh?",
  promise:
    "I don’t know who you are and I don’t see your number. I won’t write down anything that shows it was you. Nobody from the police listens. If you say who you are, I leave it out unless you ask me not to. I can’t promise what others work out from what only you could know, so tell me what that is. If a life is in danger I must pass on what I know.",
  account: "Thank you for telling us. Tell me what happened, in your own way. You don’t need proof.",
  who: "Who is it about? A name or nickname, a rank or number, what they look like, their car or station, a name they use online: whatever you know.",
  where:
    "Which police force is it, or where did it happen? The force’s own team reads it; or the national desk, if the person works in that team or runs the force, or you don’t trust it. You don’t have to say why.",
  when: "When was it? Once, or often? Is it still going on?",
  howKnown: "How do you know: did you see it, were you told, or did you find something?",
  whoElseKnows: "Who else knows? Could they guess it was you?",
  evidence:
    "What shows it: messages, dates, photos? Keep them. Don’t send them from a shared phone. You don’t have to find anything out.",
  riskToOthers: "Is a child or anyone else at risk?",
  toldBefore: "Have you told anyone before? Which force, and what came of it?",
  mayReply:
    "May the team write to you? Nobody rings you: you read it on our website, with 20 digits that I give you. Would anything make this easier for you?",
  readBack: "I’ll read back what I wrote. Tell me where it isn’t right.",
  receipt:
    "Now I give you 20 digits, in five groups of four. Write them down, but not what they’re for. After each group, please say it back to me.",
  whole: "Now all of them once more.",
  stillDanger: "If it’s still happening, ring 999 now. It may be hours before anyone reads this.",
  only: "They’re the only way to read an answer or add something. I can’t see them again, and nobody can give them to you again.",
  /** `team` begins a sentence here; in Welsh it is “gyda …”, which changes the first letter after it. */
  goodbye: (team: string, { openBy, lookFrom }: ReceiptDays) =>
    `Thank you for telling us. ${team} has your report, and should open it by ${openBy}. Look on our website from ${lookFrom}. An answer may take weeks. This isn’t your fault. This call may show on a bill or in your phone’s list of calls.`,
  without: (team: string) =>
    `Thank you for telling us. ${team} has your report. Without digits there’s no answer to read. You can ring again at any time.`,
  /** What isn't said, and what is. */
  words: [
    ["allegation, complainant, victim", "what you told us; you; person harmed"],
    ["Why didn’t you report it?", "Thank you for telling us."],
    ["Are you sure? Prove it.", "Tell us what you know. You don’t need proof."],
    ["incident, relationship problem", "what happened"],
    ["You must", "You can; it’s your choice"],
    ["Don’t worry; I understand", "This isn’t your fault."],
  ] as [string, string][],
  ends: endsEn,
}

export type Scripts = typeof en

/** The words of a line of script that takes nothing. */
export type ScriptLine = Exclude<keyof Scripts, "goodbye" | "without" | "words" | "ends">

/** Welsh is a draft: have it read. */
export const scripts: Messages<Scripts> = {
  en,
  cy: {
    safe: "Ydych chi’n ddiogel nawr? Os gallai rhywun eich brifo, rhowch y ffôn i lawr a ffoniwch 999; os na allwch siarad, pwyswch 55 pan ofynnir i chi. Galla i aros wrth i chi symud.",
    supervisor:
      "Efallai fod bywyd mewn perygl, felly rhaid i mi basio ymlaen beth rydw i’n ei wybod. Bydd fy ngoruchwyliwr yn ffonio 999. Rydw i’n dweud wrthoch chi gyntaf.",
    language: "Fyddai’n well gennych chi siarad Cymraeg neu Saesneg?",
    promise:
      "Dydw i ddim yn gwybod pwy ydych chi a dydw i ddim yn gweld eich rhif. Fydda i ddim yn ysgrifennu dim byd sy’n dangos mai chi oedd yno. Does neb o’r heddlu yn gwrando. Os dywedwch chi pwy ydych chi, fydda i ddim yn ei ysgrifennu oni bai eich bod yn gofyn i mi. Alla i ddim addo beth fydd eraill yn ei gasglu o’r hyn na allai neb ond chi ei wybod, felly dywedwch wrtha i beth yw hwnnw. Os oes bywyd mewn perygl, rhaid i mi basio ymlaen beth rydw i’n ei wybod.",
    account:
      "Diolch am ddweud wrthym. Dywedwch wrtha i beth ddigwyddodd, yn eich ffordd eich hun. Does dim angen prawf.",
    who: "Am bwy mae hyn? Enw neu lysenw, rheng neu rif, sut maen nhw’n edrych, eu car neu eu gorsaf, enw maen nhw’n ei ddefnyddio ar-lein: beth bynnag rydych chi’n ei wybod.",
    where:
      "Pa heddlu yw e, neu ble ddigwyddodd e? Tîm yr heddlu ei hun sy’n ei ddarllen; neu’r ddesg genedlaethol, os yw’r person yn gweithio yn y tîm hwnnw neu’n rhedeg yr heddlu, neu os nad ydych chi’n ymddiried ynddo. Does dim rhaid i chi ddweud pam.",
    when: "Pryd oedd hyn? Unwaith, neu’n aml? Ydy e’n dal i ddigwydd?",
    howKnown:
      "Sut ydych chi’n gwybod: welsoch chi hynny, ddywedodd rhywun wrthoch chi, neu ddaethoch chi o hyd i rywbeth?",
    whoElseKnows: "Pwy arall sy’n gwybod? Allen nhw ddyfalu mai chi sydd wedi dweud?",
    evidence:
      "Beth sy’n ei ddangos: negeseuon, dyddiadau, lluniau? Cadwch nhw. Peidiwch â’u hanfon o ffôn sy’n cael ei rannu. Does dim rhaid i chi ddarganfod dim byd.",
    riskToOthers: "Oes plentyn neu rywun arall mewn perygl?",
    toldBefore: "Ydych chi wedi dweud wrth rywun o’r blaen? Pa heddlu, a beth ddaeth o hynny?",
    mayReply:
      "Gaiff y tîm ysgrifennu atoch chi? Fydd neb yn eich ffonio: byddwch yn ei ddarllen ar ein gwefan, gydag 20 digid y bydda i’n eu rhoi i chi. Fyddai unrhyw beth yn gwneud hyn yn haws i chi?",
    readBack: "Fe ddarllena i’n ôl beth ysgrifennais i. Dywedwch wrtha i lle nad yw’n iawn.",
    receipt:
      "Nawr rydw i’n rhoi 20 digid i chi, mewn pum grŵp o bedwar. Ysgrifennwch nhw, ond nid beth ydyn nhw. Ar ôl pob grŵp, dywedwch e’n ôl wrtha i.",
    whole: "Nawr pob un ohonyn nhw unwaith eto.",
    stillDanger: "Os yw’n dal i ddigwydd, ffoniwch 999 nawr. Efallai na fydd neb yn darllen hwn am oriau.",
    only: "Dyma’r unig ffordd i ddarllen ateb neu ychwanegu rhywbeth. Alla i ddim eu gweld nhw eto, ac all neb eu rhoi i chi eto.",
    goodbye: (team, { openBy, lookFrom }) =>
      `Diolch am ddweud wrthym. Mae eich adroddiad ${team}, a dylai gael ei agor erbyn ${openBy}. Edrychwch ar ein gwefan o ${lookFrom} ymlaen. Gall ateb gymryd wythnosau. Nid eich bai chi yw hyn. Gall yr alwad hon ymddangos ar fil neu yn rhestr galwadau eich ffôn.`,
    without: (team) =>
      `Diolch am ddweud wrthym. Mae eich adroddiad ${team}. Heb ddigidau does dim ateb i’w ddarllen. Gallwch ffonio eto unrhyw bryd.`,
    words: [
      ["honiad, achwynydd, dioddefwr", "yr hyn a ddywedoch chi wrthym; chi"],
      ["Pam na wnaethoch chi ddweud?", "Diolch am ddweud wrthym."],
      ["Ydych chi’n siŵr? Profwch e.", "Dywedwch wrthym beth rydych chi’n ei wybod. Does dim angen prawf."],
      ["digwyddiad, problem mewn perthynas", "beth ddigwyddodd"],
      ["Rhaid i chi", "Gallwch chi; eich dewis chi yw e"],
      ["Peidiwch â phoeni; rydw i’n deall", "Nid eich bai chi yw hyn."],
    ],
    ends: endsCy,
  },
}
