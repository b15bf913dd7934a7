import type { Category } from "@candour/domain/category.ts"
import type { Danger, MayReply } from "@candour/domain/contact.ts"
import type { Messages } from "./language.ts"

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

/** The questions that a reporter is asked, on the tell page and on the telephone (pages §5). */
export const en = {
  /** By field of the tell form. */
  labels: {
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
  },
  danger: { legend: "Is anyone in danger?", answers: danger },
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
  about: { legend: "What is it about? Tick any", answers: categories },
  mayReply: { legend: "May the team write to you here?", answers: mayReply },
}

const dangerCy: Record<Danger, string> = {
  now: "Oes, nawr",
  soon: "Oes, ond nid y funud hon",
  no: "Nac oes",
  unknown: "Dydw i ddim yn gwybod",
}

const mayReplyCy: Record<MayReply, string> = {
  yes: "Caiff",
  careful: "Caiff, ond dydy hi ddim yn ddiogel ysgrifennu manylion",
  no: "Na chaiff",
}

/** After Dyfed-Powys where it was checked, the rest our draft (domain rules §2). */
const categoriesCy: Record<Category, string> = {
  favours: "Darparu gwybodaeth neu ddylanwad yn gyfnewid am arian neu ffafrau",
  advantage: "Defnyddio eu safle er budd personol, yn ariannol neu fel arall",
  sexual: "Croesi ffiniau proffesiynol neu gam-drin eu sefyllfa at ddibenion rhywiol",
  partner: "Cam-drin neu reoli eu partner, neu’r rhai y mae ganddynt berthynas â nhw",
  discrimination: "Ymddygiad hiliol, homoffobig neu fisogynistaidd, neu sy’n gwahaniaethu yn erbyn pobl anabl",
  other: "Rhywbeth difrifol arall",
  unsure: "Dydw i ddim yn siŵr",
}

/** The questions in both languages. Welsh is a draft: have it read. */
export const questionMessages: Messages<typeof en> = {
  en,
  cy: {
    labels: {
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
    },
    danger: { legend: "Oes rhywun mewn perygl?", answers: dangerCy },
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
    about: { legend: "Am beth mae hyn? Ticiwch unrhyw rai", answers: categoriesCy },
    mayReply: { legend: "Gaiff y tîm ysgrifennu atoch chi yma?", answers: mayReplyCy },
  },
}
