import {
  acknowledges,
  assesses,
  closes,
  type DemoReport,
  drafts,
  findsOutcome,
  HEARD,
  makes,
  on,
  opens,
  reads,
  takes,
  titles,
} from "./demo-story.ts"

const online = { line: "national", channel: "online" } as const
const phone = { line: "national", channel: "phone" } as const
const metropolitan = { line: "metropolitan", channel: "online" } as const

/** Reports of the other desks: the Metropolitan Police, Essex, Gwent, and the national desk. */
export const ELSEWHERE_REPORTS: readonly DemoReport[] = [
  {
    name: "security-firm",
    daysAgo: 20,
    told: {
      ...metropolitan,
      hint: "the Met",
      categories: ["advantage"],
      answers: { account: "An officer runs a security firm on the side and uses police time and a police van for it." },
    },
  },
  {
    name: "printer",
    daysAgo: 45,
    told: {
      ...metropolitan,
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
    story: [
      on(
        44,
        "officer",
        opens,
        takes,
        assesses(
          { threat: "sexual-misconduct", others: ["discrimination"], severity: "gross", persons: 1, grounds: [] },
          "Several women, one man, in the open.",
        ),
      ),
      on(43, "officer", drafts(HEARD, "An inspector in south London is said to harass junior colleagues.")),
      on(42, "second", reads, makes({ threat: "sexual-misconduct", others: ["discrimination"] })),
    ],
  },
  {
    name: "rude",
    daysAgo: 28,
    told: {
      ...metropolitan,
      hint: "Metropolitan Police Service",
      categories: ["other"],
      mayReply: "no",
      answers: { account: "Somebody in uniform was rude to me at a cordon. I don't know his name." },
    },
    story: [
      on(
        27,
        "officer",
        opens,
        assesses(
          { threat: "authority", others: [], severity: "none", persons: 1, grounds: [] },
          "No breach, and nobody to look for.",
        ),
      ),
      on(26, "lead", reads, findsOutcome(1, "nfa-unidentified", "Not identified."), closes("Nothing further to do.")),
    ],
  },
  {
    name: "brags",
    daysAgo: 9,
    told: {
      ...metropolitan,
      hint: "Scotland Yard",
      categories: ["unsure"],
      answers: { account: "He brags in the pub about what he sees on the police computer, names and all." },
    },
  },
  {
    name: "phones",
    daysAgo: 2,
    told: {
      ...online,
      hint: "Essex Police",
      categories: ["advantage"],
      answers: { account: "A detective sells phones that were handed in as found property." },
    },
  },
  {
    name: "chelmsford",
    daysAgo: 15,
    told: {
      ...online,
      hint: "Chelmsford",
      categories: ["discrimination"],
      danger: "no",
      answers: {
        account:
          "I clean there at night. One of them calls me a name every time I come in with the trolley and the others look at their screens.",
        howKnown: "saw",
        whoElseKnows: "There are two of us who clean.",
      },
    },
    story: [
      on(14, "officer", opens, takes, acknowledges, titles("A cleaner is called names at night")),
      on(
        12,
        "officer",
        assesses(
          { threat: "discrimination", others: [], severity: "misconduct", persons: 1, grounds: [] },
          "Two cleaners: no question that only one of them could have prompted.",
        ),
      ),
    ],
  },
  {
    name: "brawd",
    daysAgo: 15,
    told: {
      ...online,
      hint: "Heddlu Gwent",
      language: "cy",
      categories: ["favours"],
      answers: { account: "Mae swyddog yn rhoi gwybodaeth i'w frawd am bobl sydd wedi cwyno amdano." },
    },
    story: [
      on(
        14,
        "officer",
        opens,
        acknowledges,
        assesses(
          { threat: "disclosure", others: [], severity: "gross", persons: 1, grounds: ["corruption"] },
          "Disclosure to a relative about those who complained.",
        ),
      ),
    ],
  },
  {
    name: "casnewydd",
    daysAgo: 3,
    told: {
      ...online,
      hint: "Casnewydd",
      language: "cy",
      categories: ["sexual"],
      mayReply: "careful",
      answers: {
        account:
          "Mae rhingyll yn anfon lluniau ohono'i hun ataf. Rhoddais fy rhif iddo pan gollais fy mag. Plîs peidiwch â ffonio'r tŷ.",
        howKnown: "saw",
        ongoing: "yes",
      },
    },
  },
  {
    name: "special",
    daysAgo: 4,
    told: {
      ...phone,
      hint: "Gwent Police",
      categories: ["partner"],
      answers: { account: "A friend is afraid of her ex, who is a special constable. He follows her in his own car." },
    },
  },
  {
    name: "motorway",
    daysAgo: 8,
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
    name: "crossing",
    daysAgo: 2,
    told: {
      ...online,
      hint: "the Dartford crossing",
      categories: ["advantage"],
      answers: {
        account:
          "At the toll crossing an officer in uniform lets the same haulage firm’s lorries through checks, and I have seen the envelope. The car says Essex on the side.",
        howKnown: "saw",
      },
    },
  },
  {
    name: "own-unit",
    daysAgo: 3,
    told: {
      ...online,
      hint: "Kent Police",
      aboutStandardsUnit: true,
      categories: ["favours"],
      answers: {
        account:
          "A sergeant in professional standards tells officers under investigation what is coming. Two of them knew the day before.",
        howKnown: "told",
      },
    },
  },
  {
    name: "brighton",
    daysAgo: 5,
    told: {
      ...online,
      hint: "Sussex Police",
      language: "cy",
      categories: ["discrimination"],
      answers: {
        account:
          "Clywais ddau heddwas yn gwneud hwyl am ben dyn byddar oedd yn ceisio gofyn am help. Roeddent yn ei ddynwared.",
        howKnown: "saw",
      },
    },
  },
  {
    name: "chief",
    daysAgo: 1,
    told: {
      ...online,
      hint: "Kent Police",
      aboutChiefOfficer: true,
      categories: ["favours"],
      answers: { account: "A chief officer stops enquiries about a friend of his. Everybody in the office knows." },
    },
  },
]
