import type { TextField } from "@candour/sealing/told-fields.ts"
import { type Messages, plural } from "@candour/web/language.ts"
import { questionMessages } from "@candour/web/questions.ts"

const { en: questions, cy: questionsCy } = questionMessages

/** The words of the tell page (pages §5). */
export const en = {
  title: "Your message",
  heading: "Tell us what happened",
  goesTo: (team: string, because: string) => `Goes to ${team}, because ${because}.`,
  change: "Change where it goes",
  locked: {
    script: "Your words are locked before they leave this phone.",
    noScript: "Your words are locked when they arrive, before anything is kept.",
  },
  labels: questions.labels satisfies Record<TextField, string>,
  accountHint:
    "In your own words. You don’t need proof. We don’t ask who you are; if you want the team to know, write it here.",
  danger: {
    ...questions.danger,
    hint: "This doesn’t call anyone. If it’s now, ring 999 too.",
  },
  /** What stands in the report where all there is to say is in files. */
  inFiles: "(Nothing written. See the files.)",
  stopHere: "You can stop here, and add more later.",
  sendNow: "Send now",
  who: questions.who,
  whenHint: questions.whenHint,
  ongoing: questions.ongoing,
  howKnown: questions.howKnown,
  evidenceHint:
    "Keep it. Once you have your 20 digits you can send photos, recordings and files with them. Don’t send from a shared phone.",
  about: {
    ...questions.about,
    hint: "These boxes, the danger answer and today’s date are counted, not locked like your words.",
  },
  mayReply: {
    ...questions.mayReply,
    hint: "You come back with 20 digits.",
  },
  last: "Have you written something only you could know?",
  send: "Send",
  problem: {
    noAccount: "Write what happened. A few words are enough.",
    tooLong: (letters: number) =>
      `${plural("en", letters, { one: "1 letter", other: `${letters} letters` })} too long. Send a part and add the rest with your 20 digits.`,
    conflict:
      "Something with the number of this page is with us already: perhaps an earlier version of what is here. Everything you typed is still here. Press Send again to send this one too: it gets a number of its own.",
    anew: "The team’s lock has changed since you opened this page, so nothing was sent. Everything you typed is still here. See above the first box where it goes, and press Send again.",
  },
  noKeys: {
    heading: "We can’t take your report this minute",
    text: "It’s on our side. Nothing was sent. Try again in a few minutes, or ring us.",
  },
}

export type TellWords = typeof en

/** Welsh is a draft: have it read. */
export const tellMessages: Messages<typeof en> = {
  en,
  cy: {
    title: "Eich neges",
    heading: "Dywedwch wrthym beth ddigwyddodd",
    goesTo: (team, because) => `Pwy sy’n ei gael: ${team}, oherwydd ${because}.`,
    change: "Newid ble mae’n mynd",
    locked: {
      script: "Mae eich geiriau’n cael eu cloi cyn iddyn nhw adael y ffôn hwn.",
      noScript: "Mae eich geiriau’n cael eu cloi pan gyrhaeddan nhw, cyn i ddim gael ei gadw.",
    },
    labels: questionsCy.labels,
    accountHint:
      "Yn eich geiriau eich hun. Does dim angen prawf. Dydyn ni ddim yn gofyn pwy ydych chi; os ydych am i’r tîm wybod, ysgrifennwch hynny yma.",
    danger: {
      ...questionsCy.danger,
      hint: "Nid yw hyn yn galw neb. Os mai nawr mae’r perygl, ffoniwch 999 hefyd.",
    },
    inFiles: "(Dim byd wedi’i ysgrifennu. Gweler y ffeiliau.)",
    stopHere: "Gallwch stopio yma, ac ychwanegu mwy wedyn.",
    sendNow: "Anfon nawr",
    who: questionsCy.who,
    whenHint: questionsCy.whenHint,
    ongoing: questionsCy.ongoing,
    howKnown: questionsCy.howKnown,
    evidenceHint:
      "Cadwch ef. Pan fydd eich 20 digid gennych, gallwch anfon lluniau, recordiadau a ffeiliau gyda nhw. Peidiwch ag anfon o ffôn sy’n cael ei rannu.",
    about: {
      ...questionsCy.about,
      hint: "Mae’r blychau hyn, yr ateb am berygl a dyddiad heddiw yn cael eu cyfrif, nid eu cloi fel eich geiriau.",
    },
    mayReply: {
      ...questionsCy.mayReply,
      hint: "Rydych chi’n dod yn ôl gydag 20 digid.",
    },
    last: "Ydych chi wedi ysgrifennu rhywbeth na allai neb ond chi ei wybod?",
    send: "Anfon",
    problem: {
      noAccount: "Ysgrifennwch beth ddigwyddodd. Mae ychydig eiriau’n ddigon.",
      tooLong: (letters) =>
        `${plural("cy", letters, { one: "1 llythyren yn", other: `${letters} o lythrennau’n` })} rhy hir. Anfonwch ran ac ychwanegwch y gweddill gyda’ch 20 digid.`,
      conflict:
        "Mae rhywbeth â rhif y dudalen hon gyda ni’n barod: fersiwn gynharach o’r hyn sydd yma, efallai. Mae popeth a deipioch chi yma o hyd. Pwyswch Anfon eto i anfon hwn hefyd: bydd yn cael ei rif ei hun.",
      anew: "Mae clo’r tîm wedi newid ers i chi agor y dudalen hon, felly ni anfonwyd dim. Mae popeth a deipioch chi yma o hyd. Gwelwch uwchben y blwch cyntaf ble mae’n mynd, a phwyswch Anfon eto.",
    },
    noKeys: {
      heading: "Allwn ni ddim derbyn eich adroddiad y funud hon",
      text: "Ar ein hochr ni mae’r bai. Ni anfonwyd dim. Rhowch gynnig arall arni ymhen ychydig funudau, neu ffoniwch ni.",
    },
  },
}
