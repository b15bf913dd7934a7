import type { EventCodes } from "@candour/domain/event.ts"
import type { Told } from "./seal-told.ts"

/** How far a seeded report has come at its desk. */
export type Progress = "received" | "assessed" | "intelligence" | "investigating" | "closed"

/** A seeded report: when it was told, by how many days before today, and how far it has come. */
export interface DemoReport {
  told: Told
  daysAgo: number
  progress: Progress
  assessment?: Extract<EventCodes, { kind: "assessed" }>["detail"]
}

const online = { line: "national", channel: "online" } as const
const phone = { line: "national", channel: "phone" } as const

/** Reports of the demo. Every person, place in a building and event in them is invented. */
export const DEMO_REPORTS: readonly DemoReport[] = [
  {
    daysAgo: 61,
    progress: "closed",
    told: {
      ...online,
      hint: "Maidstone",
      categories: ["partner", "advantage"],
      danger: "no",
      answers: {
        account:
          "My neighbour's husband is a sergeant. He looked her up after she moved out and came to the new flat twice. She had told nobody the address.",
        who: { name: "Smithy", rank: "Sergeant", station: "the station in town" },
        when: "Two evenings in August",
        howKnown: "I saw or heard it, or it happened to me",
      },
    },
    assessment: { threat: "ppda", others: ["systems"], severity: "gross", persons: 1, grounds: ["corruption"] },
  },
  {
    daysAgo: 34,
    progress: "investigating",
    told: {
      ...online,
      hint: "Kent Police",
      categories: ["sexual"],
      danger: "no",
      answers: {
        account:
          "He took my statement after the burglary and kept my number. He has sent messages every night since and turned up where I work.",
        who: { rank: "PC", looks: "tall, red beard" },
        ongoing: "Yes",
        evidence: "Screenshots of the messages",
      },
    },
    assessment: { threat: "apsp", others: [], severity: "gross", persons: 1, grounds: ["apsp"] },
  },
  {
    daysAgo: 12,
    progress: "intelligence",
    told: {
      ...phone,
      hint: "Canterbury",
      categories: ["discrimination"],
      mayReply: "no",
      answers: {
        account:
          "There is a chat group of one shift. They share jokes about Black people they have stopped. I was shown it.",
        howKnown: "I found something",
      },
    },
    assessment: { threat: "discrimination", others: [], severity: "gross", persons: 3, grounds: ["discrimination"] },
  },
  {
    daysAgo: 6,
    progress: "assessed",
    told: {
      ...online,
      hint: "ME14",
      categories: ["favours"],
      answers: {
        account:
          "A civilian in the control room tells a local dealer when there will be a search. He pays for her car.",
      },
    },
    assessment: {
      threat: "disclosure",
      others: ["association"],
      severity: "criminal",
      persons: 1,
      grounds: ["corruption"],
    },
  },
  {
    daysAgo: 3,
    progress: "received",
    told: {
      ...online,
      hint: "Dover",
      categories: ["partner"],
      danger: "soon",
      mayReply: "careful",
      answers: {
        account:
          "My partner is in the police. He says nobody will believe me because he knows them all. He checks my phone.",
        whoElseKnows: "Only my sister. He would guess.",
      },
    },
  },
  {
    daysAgo: 0,
    progress: "received",
    told: {
      ...online,
      hint: "Kent",
      categories: ["partner", "sexual"],
      danger: "now",
      answers: {
        account:
          "He has been drinking and he has his kit at home. He said tonight he will come for us. The children are with me.",
        riskToOthers: "Two children",
      },
    },
  },
  {
    daysAgo: 20,
    progress: "received",
    told: {
      line: "metropolitan",
      channel: "online",
      hint: "the Met",
      categories: ["advantage"],
      answers: { account: "An officer runs a security firm on the side and uses police time and a police van for it." },
    },
  },
  {
    daysAgo: 45,
    progress: "intelligence",
    told: {
      line: "metropolitan",
      channel: "phone",
      hint: "Metropolitan Police",
      categories: ["sexual", "discrimination"],
      mayReply: "no",
      answers: {
        account:
          "An inspector makes remarks about every young woman on the team and touches them at the printer. People have left.",
        who: { rank: "Inspector", station: "a response team in the south" },
      },
    },
    assessment: { threat: "sexual-misconduct", others: ["discrimination"], severity: "gross", persons: 1, grounds: [] },
  },
  {
    daysAgo: 28,
    progress: "closed",
    told: {
      line: "metropolitan",
      channel: "online",
      hint: "Metropolitan Police Service",
      categories: ["other"],
      mayReply: "no",
      answers: { account: "Somebody in uniform was rude to me at a cordon. I don't know his name." },
    },
    assessment: { threat: "authority", others: [], severity: "none", persons: 1, grounds: [] },
  },
  {
    daysAgo: 9,
    progress: "received",
    told: {
      line: "metropolitan",
      channel: "online",
      hint: "Scotland Yard",
      categories: ["unsure"],
      answers: { account: "He brags in the pub about what he sees on the police computer, names and all." },
    },
  },
  {
    daysAgo: 15,
    progress: "assessed",
    told: {
      ...online,
      hint: "Heddlu Gwent",
      language: "cy",
      categories: ["favours"],
      answers: { account: "Mae swyddog yn rhoi gwybodaeth i'w frawd am bobl sydd wedi cwyno amdano." },
    },
    assessment: { threat: "disclosure", others: [], severity: "gross", persons: 1, grounds: ["corruption"] },
  },
  {
    daysAgo: 4,
    progress: "received",
    told: {
      ...phone,
      hint: "Gwent Police",
      categories: ["partner"],
      answers: { account: "A friend is afraid of her ex, who is a special constable. He follows her in his own car." },
    },
  },
  {
    daysAgo: 8,
    progress: "received",
    told: {
      ...online,
      hint: "somewhere on the M4",
      categories: ["other"],
      answers: {
        account:
          "Two officers in an unmarked car took cash from a lorry driver at a service area. I have part of the mark.",
      },
    },
  },
  {
    daysAgo: 2,
    progress: "received",
    told: {
      ...online,
      hint: "Essex Police",
      categories: ["advantage"],
      answers: { account: "A detective sells phones that were handed in as found property." },
    },
  },
  {
    daysAgo: 1,
    progress: "received",
    told: {
      ...online,
      hint: "Kent Police",
      aboutChiefOfficer: true,
      categories: ["favours"],
      answers: { account: "A chief officer stops enquiries about a friend of his. Everybody in the office knows." },
    },
  },
]
