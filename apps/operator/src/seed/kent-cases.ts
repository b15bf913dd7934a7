import {
  acknowledges,
  answers,
  asks,
  assesses,
  assigns,
  closes,
  type DemoReport,
  decidesOnIopc,
  describes,
  doesTask,
  drafts,
  FIRSTHAND,
  fact,
  findsOutcome,
  HEARD,
  hearsFromIopc,
  investigates,
  makes,
  on,
  opens,
  opinion,
  pauses,
  reaches,
  reads,
  saysNotOver,
  sendsBack,
  takes,
  titles,
  withdraws,
  writes,
} from "./demo-story.ts"

const online = { line: "national", channel: "online" } as const
const phone = { line: "national", channel: "phone" } as const

/** Kent's reports that have come a long way: investigated, decided, closed, disputed. */
export const KENT_CASES: readonly DemoReport[] = [
  {
    name: "hearing",
    daysAgo: 118,
    told: {
      ...online,
      hint: "Medway",
      categories: ["advantage", "sexual"],
      danger: "no",
      answers: {
        account:
          "I called the police about my son. The officer who came was kind and gave me his own number. Two weeks later he came back in the evening, not in uniform, and asked if he could stay. I said no. He said it would be easier for my boy if I was nice to him.",
        who: { name: "Callum", rank: "PC", looks: "late twenties, tattoo of a swallow on his wrist" },
        when: "In the spring, a Thursday",
        ongoing: "no",
        howKnown: "saw",
        evidence: "His texts. I have not deleted them.",
      },
    },
    story: [
      on(117, "officer", opens, takes, acknowledges, titles("Callum, response, Medway: asked a mother for sex")),
      on(
        115,
        "officer",
        assesses(
          { threat: "apsp", others: [], severity: "gross", persons: 1, grounds: ["apsp"] },
          "He used what he learned on duty to get at a mother who had asked for help. If proved it is gross misconduct.",
        ),
        describes(1, {
          name: "Callum Frear",
          rank: "PC",
          number: "11408",
          unit: "Medway response",
          note: "By rota and the tattoo.",
        }),
      ),
      on(
        115,
        "lead",
        reads,
        decidesOnIopc({ refer: true, grounds: ["apsp"] }, "Abuse of position for a sexual purpose: it must go."),
      ),
      on(110, "lead", hearsFromIopc("local", "Local investigation, IOPC reference kept in the case file.")),
      on(108, "lead", investigates("Case 3120/26. Two officers from outside Medway.")),
      on(
        106,
        "officer",
        writes(
          "Thank you for telling us. We believe this needs looking into. Please keep the texts, and don't answer him. Are you safe?",
        ),
        reaches("notice-served", "Served by the duty superintendent, restricted duties."),
      ),
      on(105, "reporter", answers("I am all right. My sister is staying with me. I will keep everything.")),
      on(
        98,
        "officer",
        reaches("evidence-secured", "Phone seized, 61 messages. His pocket book shows no visit."),
        reaches("interviewed", "No comment."),
      ),
      on(
        60,
        "lead",
        reaches("case-to-answer", "Case to answer, gross misconduct."),
        reaches("hearing-set", "Before a legally qualified adviser."),
      ),
      on(
        9,
        "lead",
        writes(
          "The hearing is over. He has been dismissed. Nobody there knew your name. Thank you for staying with this.",
        ),
        reaches("hearing-ended", "Proved."),
        findsOutcome(1, "dismissed", "Dismissed without notice. Barred list to be told."),
      ),
    ],
  },
  {
    name: "neighbour",
    daysAgo: 92,
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
        howKnown: "told",
      },
    },
    story: [
      on(91, "officer", opens, takes, acknowledges, titles("Sergeant found his wife's new flat")),
      on(
        88,
        "officer",
        assesses(
          { threat: "ppda", others: ["systems"], severity: "gross", persons: 1, grounds: ["corruption"] },
          "If he looked her up, that is misuse of systems and stalking. The audit will show it either way.",
        ),
        drafts(
          FIRSTHAND,
          "A sergeant of this force is said to have searched police systems for the new address of a former partner, and to have gone there twice.",
        ),
      ),
      on(87, "second", reads, makes({ threat: "ppda", others: ["systems"] })),
      on(
        87,
        "lead",
        reads,
        decidesOnIopc({ refer: true, grounds: ["corruption"] }, "Serious corruption: unlawful use of systems."),
      ),
      on(85, "lead", investigates("Case 4471/26.")),
      on(
        60,
        "officer",
        reaches("evidence-secured", "Audit: two searches on her name with no policing purpose."),
        writes(
          "We have looked into what you told us and it is being dealt with. We can't say more yet. You did the right thing.",
        ),
      ),
      on(
        33,
        "lead",
        reaches("meeting-set", "Meeting on the 14th."),
        findsOutcome(1, "final-warning", "As found at the meeting: final written warning."),
      ),
      on(
        31,
        "lead",
        writes("Thank you for telling us. We have finished looking into this."),
        closes("Nothing further to do. She has been told and has a plan."),
      ),
      on(30, "reporter", answers("Thank you. She is sleeping again. I didn't think anyone would listen.")),
    ],
  },
  {
    name: "court",
    daysAgo: 76,
    told: {
      ...phone,
      hint: "Gravesend",
      categories: ["favours"],
      danger: "no",
      answers: {
        account:
          "A man I used to buy from said he never worries about raids because he has a policeman on the payroll. I laughed, then a week later he moved everything the night before they came. He calls him Mr Punctual.",
        ongoing: "unknown",
        howKnown: "told",
        whoElseKnows: "He would know it was me if you ask about the laugh.",
      },
    },
    story: [
      on(75, "second", opens, takes, acknowledges, titles("Leaked raid, Gravesend (“Mr Punctual”)")),
      on(
        73,
        "second",
        assesses(
          { threat: "disclosure", others: ["association"], severity: "criminal", persons: 1, grounds: ["corruption"] },
          "Disclosure of an operation to a dealer. The warrant log narrows it to eleven people.",
        ),
        drafts(
          HEARD,
          "A police person in the Gravesend area is said to warn a supplier of controlled drugs before searches.",
        ),
      ),
      on(
        72,
        "officer",
        reads,
        sendsBack("“He calls him Mr Punctual” can only have come from one person. Please take the name out."),
      ),
      on(
        71,
        "second",
        drafts(HEARD, "A police person in north Kent is said to warn a supplier of controlled drugs before searches."),
      ),
      on(71, "officer", makes({ threat: "disclosure", others: ["association"] })),
      on(
        71,
        "lead",
        reads,
        decidesOnIopc({ refer: true, grounds: ["corruption"] }, "Serious corruption."),
        investigates("Case 4502/26, with the regional unit."),
      ),
      on(
        40,
        "lead",
        reaches("interviewed", "Arrested and interviewed by the regional unit. Charged."),
        pauses("court", "Crown Court, trial listed for spring. Nothing to be done that could touch it."),
      ),
    ],
  },
  {
    name: "disputed",
    daysAgo: 58,
    told: {
      ...online,
      hint: "Folkestone",
      categories: ["discrimination"],
      danger: "no",
      answers: {
        account:
          "My brother was stopped four times in five weeks by the same two officers on the same street. The last time one said 'still here then'. We are the only Black family on the road.",
        who: { station: "a marked van, ends in KX" },
        ongoing: "yes",
        howKnown: "saw",
        toldBefore: "I rang 101. They said to fill in a form.",
      },
    },
    story: [
      on(57, "second", opens, takes, acknowledges, titles("Repeated stops of one family, Folkestone")),
      on(
        54,
        "second",
        assesses(
          {
            threat: "discrimination",
            others: ["authority"],
            severity: "misconduct",
            persons: 2,
            grounds: ["discrimination"],
          },
          "Four stops, no find, the same officers. The records must say why.",
        ),
      ),
      on(
        53,
        "lead",
        reads,
        decidesOnIopc(
          { refer: false, grounds: [] },
          "Aggravated discrimination considered: the records gave a reason for each stop. Decision log 53/26.",
        ),
      ),
      on(
        22,
        "lead",
        findsOutcome(1, "reflective", "Grounds poorly written; reflective practice."),
        findsOutcome(2, "no-case", "Was not at three of the four stops."),
        writes(
          "We have looked at every stop. We have spoken to the officers about how they write down why. We are closing this now. If it happens again, or if this isn't right, write to us here.",
        ),
        closes("Reflective practice for one."),
      ),
      on(
        2,
        "reporter",
        saysNotOver(
          "It happened again on Saturday. Same van. My brother doesn't go out any more. Please don't close this.",
        ),
      ),
    ],
  },
  {
    name: "burglary",
    daysAgo: 34,
    told: {
      ...online,
      hint: "Kent Police",
      categories: ["sexual"],
      danger: "no",
      answers: {
        account:
          "He took my statement after the burglary and kept my number. He has sent messages every night since and turned up where I work. I never gave him the address of my work.",
        who: { name: "David Smith", rank: "PC", station: "Ashford", looks: "tall, red beard" },
        ongoing: "yes",
        howKnown: "saw",
        evidence: "Screenshots of the messages",
        easier: "Please write in the daytime. He looks at my phone when he comes in.",
      },
    },
    story: [
      on(33, "officer", opens, takes, titles("PC Smith, Ashford: pursues a burglary victim")),
      on(
        33,
        "officer",
        assesses(
          { threat: "apsp", others: ["systems"], severity: "gross", persons: 1, grounds: ["apsp"] },
          "A victim's number kept and used. If proved, gross misconduct.",
        ),
        describes(1, {
          name: "PC David Smith",
          rank: "PC",
          unit: "Ashford",
          note: "Tall, red beard. Took the statement after the burglary.",
        }),
        writes(
          "Thank you. We have read what you told us and it is taken seriously. We will only write in the daytime. Have you blocked him? You don't have to.",
        ),
      ),
      on(
        32,
        "lead",
        reads,
        decidesOnIopc({ refer: true, grounds: ["apsp"] }, "Mandatory: abuse of position for a sexual purpose."),
      ),
      on(
        31,
        "reporter",
        answers(
          "I have not blocked him. I am scared he will be angry if he sees. He came again on Tuesday and waited by the tills for twenty minutes.",
        ),
      ),
      on(
        30,
        "officer",
        fact("Rota: he was on duty on Tuesday from two until ten, and booked out to another address."),
        opinion("She will stop writing if we ask for the same thing twice. One officer only."),
      ),
      on(
        28,
        "lead",
        hearsFromIopc("directed", "Directed investigation. Their contact is in the case file."),
        investigates("Case 4610/26."),
      ),
      on(
        26,
        "officer",
        asks("second", -12, "Ask the shop for the recording of that Tuesday, without a name."),
        writes(
          "We know about Tuesday now. Someone who isn't from Ashford is dealing with it. If he comes again and you are afraid, ring 999: they will come and he will not be sent.",
        ),
      ),
      on(14, "second", reads, doesTask("The shop kept it: 14:20 to 14:43. Copied and signed for.")),
      on(
        12,
        "officer",
        asks("officer", 2, "Agree with the IOPC on which day the notice is served."),
        reaches("evidence-secured", "Recording, screenshots, audit of the incident log."),
      ),
    ],
  },
  {
    name: "chat",
    daysAgo: 27,
    told: {
      ...phone,
      hint: "Canterbury",
      categories: ["discrimination"],
      mayReply: "no",
      answers: {
        account:
          "There is a chat group of one shift. They share jokes about Black people they have stopped, and a picture of a man crying in the van. I was shown it. I don't want to be contacted.",
        howKnown: "found",
        whoElseKnows: "About a dozen are in it. They would not guess me.",
      },
    },
    story: [
      on(26, "second", opens, takes, titles("Racist chat group, one Canterbury shift")),
      on(
        25,
        "second",
        assesses(
          {
            threat: "discrimination",
            others: ["disclosure"],
            severity: "gross",
            persons: 2,
            grounds: ["discrimination"],
          },
          "Two who post; the others read.",
        ),
        drafts(
          FIRSTHAND,
          "A shift in east Kent is said to share racist material and a picture of a detained man in a private chat group.",
        ),
      ),
      on(24, "officer", reads, makes({ threat: "discrimination", others: ["disclosure"] })),
      on(
        24,
        "lead",
        reads,
        decidesOnIopc({ refer: true, grounds: ["discrimination"] }, "Aggravated by discrimination."),
      ),
      on(20, "lead", asks("second", -3, "Ask legal about the phones: which are the force's own?")),
    ],
  },
  {
    name: "van",
    daysAgo: 44,
    told: {
      ...online,
      hint: "Tunbridge Wells",
      categories: ["advantage"],
      mayReply: "no",
      answers: {
        account:
          "An officer does removals on his rest days in what looks like a police van with the signs covered. He did my neighbour's.",
        howKnown: "saw",
        ongoing: "unknown",
      },
    },
    story: [
      on(43, "officer", opens, titles("Removals in a covered van")),
      on(
        41,
        "officer",
        assesses(
          { threat: "interests", others: [], severity: "misconduct", persons: 1, grounds: [] },
          "An undeclared second job, perhaps with our van.",
        ),
        drafts(HEARD, "A police person in west Kent is said to run a removals business in a vehicle of the force."),
      ),
      on(40, "second", reads, makes({ threat: "interests", others: [] })),
      on(
        38,
        "lead",
        reads,
        findsOutcome(1, "intelligence-kept", "Fleet finds no such van. Kept, to be looked at again in six months."),
        closes("Nobody identified."),
      ),
    ],
  },
  {
    name: "withdrawn",
    daysAgo: 18,
    told: {
      ...online,
      hint: "Margate",
      categories: ["partner"],
      danger: "soon",
      mayReply: "careful",
      answers: {
        account:
          "My husband works in the control room. He pushed me on the stairs on Sunday. He said if I ring, he will hear the call come in.",
        ongoing: "yes",
        howKnown: "saw",
        riskToOthers: "Our daughter saw it. She is six.",
      },
    },
    story: [
      on(17, "lead", assigns("second")),
      on(17, "second", opens, acknowledges, titles("Control room: wife afraid to ring 999")),
      on(
        16,
        "second",
        assesses(
          { threat: "ppda", others: [], severity: "criminal", persons: 1, grounds: ["relevant-offence"], danger: true },
          "A child was there. He hears the calls: so no calls to the home.",
        ),
        writes("Thank you. We have seen this. Is there a time when it is safe to look here?"),
      ),
      on(
        16,
        "lead",
        reads,
        decidesOnIopc(
          { refer: true, grounds: ["relevant-offence"] },
          "Assault by somebody who could listen in to a call for help.",
        ),
      ),
      on(
        13,
        "reporter",
        answers("Please leave it. He has said sorry and I can't do this to my daughter. I shouldn't have written."),
      ),
      on(
        12,
        "second",
        withdraws("She asks us to leave it. Nothing ends by that: the child's risk stays."),
        opinion("This reads as fear, not as a change of mind. Safeguarding to decide with us, not by letter."),
      ),
    ],
  },
]
