import type { Category } from "@candour/domain/category.ts"
import type { Danger, MayReply } from "@candour/domain/contact.ts"
import type { Messages } from "@candour/web/language.ts"
import type { TextField } from "./told-fields.ts"

const labels: Record<TextField, string> = {
  account: "What happened?",
  name: "Name or nickname",
  rank: "Rank, number or job",
  station: "Station, team or car",
  looks: "What they look like",
  when: "When?",
  where: "Where?",
  whoElseKnows: "Who else knows? Could they guess it was you?",
  evidence: "What shows it?",
  riskToOthers: "Is a child or anyone else at risk?",
  toldBefore: "Have you told anyone before? What came of it?",
  easier: "Would anything make this easier?",
}

const danger: Record<Danger, string> = {
  now: "Yes, now",
  soon: "Yes, not this minute",
  no: "No",
  unknown: "I don’t know",
}

const mayReply: Record<MayReply, string> = {
  yes: "Yes",
  careful: "Yes, but it isn’t safe to write details",
  no: "No",
}

/** As on the page and, without its Welsh, in domain rules §2. */
const categories: Record<Category, string> = {
  favours: "Giving information or influence for money or favours",
  advantage: "Using their position for personal advantage, financial or otherwise",
  sexual: "Crossing professional boundaries or abusing position for sexual purposes",
  partner: "Abusing or controlling a partner or someone they have a relationship with",
  discrimination: "Racist, homophobic, misogynistic or disablist conduct",
  other: "Something else that is serious",
  unsure: "I’m not sure",
}

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
  labels,
  accountHint:
    "In your own words. You don’t need proof. We don’t ask who you are; if you want the team to know, write it here.",
  danger: {
    legend: "Is anyone in danger?",
    hint: "This doesn’t call anyone. If it’s now, ring 999 too.",
    answers: danger,
  },
  stopHere: "You can stop here, and add more later.",
  sendNow: "Send now",
  who: "Who is it about?",
  whenHint: "A day, or roughly.",
  ongoing: {
    legend: "Still going on?",
    answers: { yes: "Yes", no: "No", unknown: "I don’t know" },
  },
  howKnown: {
    legend: "How do you know?",
    answers: {
      saw: "I saw or heard it, or it happened to me",
      told: "Someone told me",
      found: "I found something",
      unsaid: "I’d rather not say",
    },
  },
  evidenceHint: "Keep it. Don’t send from a shared phone.",
  about: {
    legend: "What is it about? Tick any",
    hint: "These boxes, the danger answer and today’s date are counted, not locked like your words.",
    answers: categories,
  },
  mayReply: {
    legend: "May the team write to you here?",
    hint: "You come back with 20 digits.",
    answers: mayReply,
  },
  last: "Have you written something only you could know?",
  send: "Send",
  problem: {
    noAccount: "Write what happened. A few words are enough.",
    tooLong: (letters: number) => `${letters} letters too long. Send a part and add the rest with your 20 digits.`,
    conflict:
      "Something with the number of this page is with us already: perhaps an earlier version of what is here. Everything you typed is still here. Press Send again to send this one too: it gets a number of its own.",
    busy: "Many people are writing to us this minute, so this wasn’t sent yet. Everything you typed is still here. Wait a moment and press Send again.",
    anew: "The team’s lock has changed since you opened this page, so nothing was sent. Everything you typed is still here. See above the first box where it goes, and press Send again.",
  },
  noKeys: {
    heading: "We can’t take your report this minute",
    text: "It’s on our side. Nothing was sent. Try again in a few minutes, or ring us.",
  },
}

const cyLabels: Record<TextField, string> = {
  account: "Beth ddigwyddodd?",
  name: "Enw neu lysenw",
  rank: "Rheng, rhif neu swydd",
  station: "Gorsaf, tîm neu gar",
  looks: "Sut olwg sydd arnyn nhw",
  when: "Pryd?",
  where: "Ble?",
  whoElseKnows: "Pwy arall sy’n gwybod? Allen nhw ddyfalu mai chi oedd wedi dweud?",
  evidence: "Beth sy’n ei ddangos?",
  riskToOthers: "Oes plentyn neu rywun arall mewn perygl?",
  toldBefore: "Ydych chi wedi dweud wrth rywun o’r blaen? Beth ddaeth o hynny?",
  easier: "Fyddai rhywbeth yn gwneud hyn yn haws?",
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
    labels: cyLabels,
    accountHint:
      "Yn eich geiriau eich hun. Does dim angen prawf. Dydyn ni ddim yn gofyn pwy ydych chi; os ydych am i’r tîm wybod, ysgrifennwch hynny yma.",
    danger: {
      legend: "Oes rhywun mewn perygl?",
      hint: "Nid yw hyn yn galw neb. Os mai nawr mae’r perygl, ffoniwch 999 hefyd.",
      answers: {
        now: "Oes, nawr",
        soon: "Oes, ond nid y funud hon",
        no: "Nac oes",
        unknown: "Dydw i ddim yn gwybod",
      },
    },
    stopHere: "Gallwch stopio yma, ac ychwanegu mwy wedyn.",
    sendNow: "Anfon nawr",
    who: "Pwy sydd dan sylw?",
    whenHint: "Diwrnod, neu’n fras.",
    ongoing: {
      legend: "Ydy e’n dal i ddigwydd?",
      answers: { yes: "Ydy", no: "Nac ydy", unknown: "Dydw i ddim yn gwybod" },
    },
    howKnown: {
      legend: "Sut ydych chi’n gwybod?",
      answers: {
        saw: "Fe welais neu fe glywais i, neu fe ddigwyddodd i mi",
        told: "Dywedodd rhywun wrtha i",
        found: "Des i o hyd i rywbeth",
        unsaid: "Byddai’n well gen i beidio â dweud",
      },
    },
    evidenceHint: "Cadwch ef. Peidiwch ag anfon o ffôn sy’n cael ei rannu.",
    about: {
      legend: "Am beth mae hyn? Ticiwch unrhyw rai",
      hint: "Mae’r blychau hyn, yr ateb am berygl a dyddiad heddiw yn cael eu cyfrif, nid eu cloi fel eich geiriau.",
      answers: {
        favours: "Darparu gwybodaeth neu ddylanwad yn gyfnewid am arian neu ffafrau",
        advantage: "Defnyddio eu safle er budd personol, yn ariannol neu fel arall",
        sexual: "Croesi ffiniau proffesiynol neu gam-drin eu sefyllfa at ddibenion rhywiol",
        partner: "Cam-drin neu reoli eu partner, neu’r rhai y mae ganddynt berthynas â nhw",
        discrimination: "Ymddygiad hiliol, homoffobig neu fisogynistaidd, neu sy’n gwahaniaethu yn erbyn pobl anabl",
        other: "Rhywbeth difrifol arall",
        unsure: "Dydw i ddim yn siŵr",
      },
    },
    mayReply: {
      legend: "Gaiff y tîm ysgrifennu atoch chi yma?",
      hint: "Rydych chi’n dod yn ôl gydag 20 digid.",
      answers: {
        yes: "Caiff",
        careful: "Caiff, ond dydy hi ddim yn ddiogel ysgrifennu manylion",
        no: "Na chaiff",
      },
    },
    last: "Ydych chi wedi ysgrifennu rhywbeth na allai neb ond chi ei wybod?",
    send: "Anfon",
    problem: {
      noAccount: "Ysgrifennwch beth ddigwyddodd. Mae ychydig eiriau’n ddigon.",
      tooLong: (letters) =>
        `${letters} o lythrennau’n rhy hir. Anfonwch ran ac ychwanegwch y gweddill gyda’ch 20 digid.`,
      conflict:
        "Mae rhywbeth â rhif y dudalen hon gyda ni’n barod: fersiwn gynharach o’r hyn sydd yma, efallai. Mae popeth a deipioch chi yma o hyd. Pwyswch Anfon eto i anfon hwn hefyd: bydd yn cael ei rif ei hun.",
      busy: "Mae llawer o bobl yn ysgrifennu atom y funud hon, felly nid yw hwn wedi’i anfon eto. Mae popeth a deipioch chi yma o hyd. Arhoswch ennyd a phwyswch Anfon eto.",
      anew: "Mae clo’r tîm wedi newid ers i chi agor y dudalen hon, felly ni anfonwyd dim. Mae popeth a deipioch chi yma o hyd. Gwelwch uwchben y blwch cyntaf ble mae’n mynd, a phwyswch Anfon eto.",
    },
    noKeys: {
      heading: "Allwn ni ddim derbyn eich adroddiad y funud hon",
      text: "Ar ein hochr ni mae’r bai. Ni anfonwyd dim. Rhowch gynnig arall arni ymhen ychydig funudau, neu ffoniwch ni.",
    },
  },
}
