import type { Category } from "@candour/domain/category.ts"
import type { Danger, MayReply } from "@candour/domain/contact.ts"

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
