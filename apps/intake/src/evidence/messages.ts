import type { RemovedCode } from "@candour/sealing/file-entry.ts"
import { type Messages, plural } from "@candour/web/language.ts"
import type { Remains } from "./chosen-file.ts"
import type { NotSentReason } from "./send-files.ts"

/** The words of adding files (pages §5, Mailbox). */
export const en = {
  label: "Photos, recordings or other files (optional)",
  hint: "Up to 10, each up to 100 MB. What a file says of where, when and by whom it was made is taken out before it is sent, where that can be done. We tell you for each file.",
  noScriptHint:
    "Up to 10, each up to 100 MB. Without JavaScript nothing can be taken out of a file: it may say where, when and by whom it was made. It is locked when it arrives.",
  shared: "Don’t send from a shared phone.",
  chosen: "Files you chose",
  looking: (name: string) => `Looking through ${name}`,
  remove: "Remove",
  removeOf: (name: string) => `Remove ${name}`,
  removedOne: (name: string) => `${name} was removed.`,
  cleaned: {
    yes: "Taken out:",
    part: "Taken out as far as we can:",
    no: "We could not take anything out of this file. It may say where, when and by whom it was made, and on which device.",
  },
  codes: {
    place: "the place",
    camera: "the camera or phone",
    time: "the time",
    author: "the author",
    comments: "who commented or changed it",
    thumbnail: "the small preview",
    title: "the title",
    program: "the program",
    attachments: "files inside it",
    voice: "your own voice",
    other: "other hidden data",
  } satisfies Record<RemovedCode, string>,
  remains: {
    picture: "What the picture shows is still there: faces, places, reflections.",
    film: "What is seen and heard is still there: faces, voices, places, sounds behind.",
    sound: "What is heard is still there: voices, and sounds behind.",
    text: "What is written and shown in it is still there, and names in the text.",
    all: "Everything in it is still there.",
  } satisfies Record<Remains, string>,
  called: (name: string) => `It will be called “${name}”. Only the team sees that.`,
  sending: (name: string) => `Sending ${name}`,
  progress: (name: string, percent: number) => `${name}: ${percent} %`,
  sent: (count: number) => plural("en", count, { one: "1 file was sent.", other: `${count} files were sent.` }),
  cancel: "Stop sending",
  problem: {
    unreadable: (name: string) => `${name} can’t be read. Choose it again, or another.`,
    tooLarge: (name: string) => `${name} has more than 100 MB. Send a shorter part of it.`,
    tooMany: "Choose 10 files at most. You can send more with your next message.",
    reason: {
      away: "We didn’t get all of it. What arrived is kept: press Send again to go on.",
      cancelled: "You stopped it. Nothing of that file was kept.",
      gone: "That file can’t be read any more. Choose it again.",
      "too-large": "That file is too large. Send a shorter part of it.",
      unknown: "We can’t find your report. Open the mailbox again with your 20 digits.",
      full: "This report has as many files as it can hold. Write to the team, and ask how else to send them.",
      "no-room":
        "There is no room for that file at the moment, since many wait to be looked at. Send it with a message in a few days.",
      conflict: "That file could not be sent. Choose it again.",
      "not-yet": "Your report is on its way to the team. Press Send again in a few minutes.",
      busy: "Many people are sending right now. Press Send again in a minute.",
    } satisfies Record<NotSentReason, string>,
  },
}

export type EvidenceWords = typeof en

/** Welsh is a draft: have it read. */
export const evidenceMessages: Messages<typeof en> = {
  en,
  cy: {
    label: "Lluniau, recordiadau neu ffeiliau eraill (dewisol)",
    hint: "Hyd at 10, pob un hyd at 100 MB. Mae’r hyn y mae ffeil yn ei ddweud am ble, pryd a chan bwy y’i gwnaed yn cael ei dynnu allan cyn ei hanfon, lle bo modd. Byddwn yn dweud wrthych am bob ffeil.",
    noScriptHint:
      "Hyd at 10, pob un hyd at 100 MB. Heb JavaScript does dim modd tynnu dim byd allan o ffeil: gall ddweud ble, pryd a chan bwy y’i gwnaed. Mae’n cael ei chloi pan fydd yn cyrraedd.",
    shared: "Peidiwch ag anfon o ffôn sy’n cael ei rannu.",
    chosen: "Ffeiliau a ddewisoch",
    looking: (name) => `Yn edrych drwy ${name}`,
    remove: "Tynnu",
    removeOf: (name) => `Tynnu ${name}`,
    removedOne: (name) => `Mae ${name} wedi’i thynnu.`,
    cleaned: {
      yes: "Wedi’u tynnu allan:",
      part: "Wedi’u tynnu allan hyd y gallwn:",
      no: "Allen ni ddim tynnu dim byd allan o’r ffeil hon. Gall ddweud ble, pryd a chan bwy y’i gwnaed, ac ar ba ddyfais.",
    },
    codes: {
      place: "y lle",
      camera: "y camera neu’r ffôn",
      time: "yr amser",
      author: "yr awdur",
      comments: "pwy wnaeth sylwadau neu newidiadau",
      thumbnail: "y rhagolwg bach",
      title: "y teitl",
      program: "y rhaglen",
      attachments: "ffeiliau y tu mewn iddi",
      voice: "eich llais eich hun",
      other: "data cudd arall",
    },
    remains: {
      picture: "Mae’r hyn y mae’r llun yn ei ddangos yno o hyd: wynebau, lleoedd, adlewyrchiadau.",
      film: "Mae’r hyn sydd i’w weld a’i glywed yno o hyd: wynebau, lleisiau, lleoedd, synau yn y cefndir.",
      sound: "Mae’r hyn sydd i’w glywed yno o hyd: lleisiau, a synau yn y cefndir.",
      text: "Mae’r hyn sydd wedi’i ysgrifennu a’i ddangos ynddi yno o hyd, ac enwau yn y testun.",
      all: "Mae popeth ynddi yno o hyd.",
    },
    called: (name) => `Ei henw fydd “${name}”. Dim ond y tîm sy’n gweld hynny.`,
    sending: (name) => `Yn anfon ${name}`,
    progress: (name, percent) => `${name}: ${percent} %`,
    sent: (count) => `Anfonwyd ${count} ffeil.`, // after a number Welsh has the singular
    cancel: "Rhoi’r gorau i anfon",
    problem: {
      unreadable: (name) => `Does dim modd darllen ${name}. Dewiswch hi eto, neu un arall.`,
      tooLarge: (name) => `Mae gan ${name} fwy na 100 MB. Anfonwch ran fyrrach ohoni.`,
      tooMany: "Dewiswch 10 ffeil ar y mwyaf. Gallwch anfon rhagor gyda’ch neges nesaf.",
      reason: {
        away: "Chawsom ni mo’r cyfan. Mae’r hyn a gyrhaeddodd wedi’i gadw: pwyswch Anfon eto i fynd ymlaen.",
        cancelled: "Chi a’i stopiodd. Chadwyd dim byd o’r ffeil honno.",
        gone: "Does dim modd darllen y ffeil honno mwyach. Dewiswch hi eto.",
        "too-large": "Mae’r ffeil honno’n rhy fawr. Anfonwch ran fyrrach ohoni.",
        unknown: "Allwn ni ddim dod o hyd i’ch adroddiad. Agorwch y blwch post eto gyda’ch 20 digid.",
        full: "Mae gan yr adroddiad hwn gymaint o ffeiliau ag y gall eu dal. Ysgrifennwch at y tîm, a gofynnwch sut arall i’w hanfon.",
        "no-room":
          "Does dim lle i’r ffeil honno ar hyn o bryd, gan fod llawer yn aros i gael eu gweld. Anfonwch hi gyda neges ymhen ychydig ddyddiau.",
        conflict: "Doedd dim modd anfon y ffeil honno. Dewiswch hi eto.",
        "not-yet": "Mae’ch adroddiad ar ei ffordd at y tîm. Pwyswch Anfon eto ymhen ychydig funudau.",
        busy: "Mae llawer o bobl yn anfon ar hyn o bryd. Pwyswch Anfon eto ymhen munud.",
      },
    },
  },
}
