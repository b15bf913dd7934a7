import {
  acknowledges,
  actsOnDanger,
  answers,
  asks,
  assesses,
  type DemoReport,
  describes,
  drafts,
  FIRSTHAND,
  fact,
  on,
  opens,
  reads,
  refers,
  restricts,
  returns,
  setsAside,
  takes,
  titles,
  transfers,
  writes,
} from "./demo-story.ts"

const online = { line: "national", channel: "online" } as const
const phone = { line: "national", channel: "phone" } as const

/** Kent's reports of the last weeks: new, being assessed, handed on, not for this hotline. */
export const KENT_REPORTS: readonly DemoReport[] = [
  {
    name: "tonight",
    daysAgo: 0,
    hoursAgo: 3,
    told: {
      ...online,
      hint: "Kent",
      categories: ["partner", "sexual"],
      danger: "now",
      mayReply: "careful",
      answers: {
        account:
          "He has been drinking and he has his kit at home. He said tonight he will come for us. The children are with me.",
        riskToOthers: "Two children",
      },
    },
  },
  {
    name: "smith",
    daysAgo: 9,
    told: {
      ...online,
      hint: "Ashford, Kent Police",
      categories: ["sexual", "advantage"],
      danger: "no",
      answers: {
        account:
          "Dave Smith at Ashford nick messages girls who have reported things. My mate had her bag taken and he was on her Instagram the same night. She thinks it's funny. I don't.",
        who: { name: "Dave Smith", station: "Ashford nick", looks: "ginger beard, big" },
        howKnown: "told",
        ongoing: "yes",
      },
    },
    story: [
      on(8, "second", opens, takes, acknowledges, titles("“Dave Smith”, Ashford: messages victims")),
      on(
        7,
        "second",
        assesses(
          {
            threat: "apsp",
            others: [],
            severity: "gross",
            persons: 1,
            grounds: [],
            signs: ["met-on-duty"],
          },
          "Heard, not seen. But a first name, a station and a beard.",
        ),
        describes(1, { name: "Dave Smith", unit: "Ashford nick", note: "Ginger beard, big." }),
      ),
      on(
        6,
        "second",
        drafts(
          FIRSTHAND,
          "A police person in mid Kent is said to contact women who have reported crimes, for his own ends.",
        ),
      ),
    ],
  },
  {
    name: "custody",
    daysAgo: 16,
    told: {
      ...phone,
      hint: "Northfleet custody",
      categories: ["other"],
      danger: "no",
      answers: {
        account:
          "A detainee was kneed in the back in the cell corridor after he was already in cuffs. He could not stand. The camera there has been broken since July and everyone knows.",
        howKnown: "saw",
        when: "A fortnight ago, a late shift",
        whoElseKnows: "Three of us were there.",
      },
    },
    story: [
      on(15, "officer", opens, takes, acknowledges, titles("Assault in a cell corridor, camera broken")),
      on(
        10,
        "officer",
        assesses(
          { threat: "authority", others: [], severity: "criminal", persons: 1, grounds: ["dsi", "assault"] },
          "He couldn't stand: serious injury isn't ruled out. The referral is for the lead.",
        ),
        fact("Healthcare log: a detainee seen for back pain that night."),
      ),
    ],
  },
  {
    name: "control-room",
    daysAgo: 11,
    told: {
      ...online,
      hint: "ME14",
      categories: ["favours"],
      answers: {
        account:
          "A civilian in the control room tells a local dealer when there will be a search. He pays for her car.",
        who: { looks: "drives a white Audi she can't afford" },
      },
    },
    story: [
      on(10, "officer", opens, acknowledges, titles("Control room: searches told to a dealer")),
      on(
        7,
        "officer",
        assesses(
          { threat: "disclosure", others: ["association"], severity: "criminal", persons: 1, grounds: ["corruption"] },
          "Disclosure for gain.",
        ),
        describes(1, { rank: "Police staff", unit: "Control room", note: "A white Audi." }),
        drafts(
          FIRSTHAND,
          "A member of police staff is said to disclose planned searches to a supplier of drugs for gain.",
        ),
      ),
    ],
  },
  {
    name: "shift",
    daysAgo: 5,
    told: {
      ...online,
      hint: "Sittingbourne",
      categories: ["sexual", "discrimination"],
      mayReply: "careful",
      answers: {
        account:
          "I'm the only PCSO on B section who is a woman, I started in March. My sergeant shows us pictures on nights and asks me which I would do. On the 9th he locked the door of the report room and stood against it. Only him and me were there.",
        who: { rank: "Sergeant", station: "B section" },
        howKnown: "saw",
        whoElseKnows: "Nobody. He would know in a second.",
      },
    },
    story: [
      on(
        4,
        "officer",
        opens,
        titles("GIVES ITS REPORTER AWAY: sergeant, B section"),
        fact(
          "The only woman PCSO of the section, a start in March, a night when two people were there: any of the three names her. No detail leaves this report.",
        ),
      ),
    ],
  },
  {
    name: "dover",
    daysAgo: 6,
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
    name: "knife",
    daysAgo: 8,
    told: {
      ...phone,
      hint: "Herne Bay",
      categories: ["partner"],
      danger: "now",
      mayReply: "no",
      answers: {
        account:
          "My daughter is locked in the bathroom. He is a special constable. He has a knife, he is outside the door now. She whispered to me on the phone.",
      },
    },
    story: [
      on(
        8,
        "officer",
        actsOnDanger("rang-999", "Rang 999 with the caller on the other line. Officers from another district sent."),
        opens,
        takes,
        titles("Special, Herne Bay: knife, daughter in the bathroom"),
      ),
      on(
        7,
        "officer",
        assesses(
          {
            threat: "ppda",
            others: [],
            severity: "criminal",
            persons: 1,
            grounds: ["relevant-offence"],
            signs: ["victims"],
          },
          "Arrested at the door. Two matters: the offence and his warrant.",
        ),
        describes(1, { name: "Kieran Boyle", rank: "SC", unit: "Herne Bay" }),
      ),
    ],
  },
  {
    name: "late",
    daysAgo: 14,
    told: {
      ...online,
      hint: "Tonbridge",
      categories: ["advantage", "unsure"],
      answers: {
        account:
          "I don't know if this counts. An officer eats free at my uncle's restaurant every week with three friends and my uncle is afraid to give him the bill. There was trouble with the licence once and then there wasn't.",
        howKnown: "told",
        ongoing: "yes",
      },
    },
    story: [on(9, "second", opens)],
  },
  {
    name: "slow-burglary",
    daysAgo: 1,
    told: {
      ...online,
      hint: "Kent Police",
      categories: ["other"],
      danger: "no",
      answers: {
        account:
          "My shed was broken into three weeks ago and nobody has come. I have rung four times. I want to complain about how slow you all are.",
      },
    },
  },
  {
    name: "cordon",
    daysAgo: 13,
    told: {
      ...online,
      hint: "Whitstable",
      categories: ["other"],
      mayReply: "no",
      answers: {
        account: "A policewoman was short with me at the cordon by the harbour and would not say when the road opens.",
      },
    },
    story: [on(12, "lead", opens, setsAside("service", "Rudeness and delay: told where a complaint goes."))],
  },
  {
    name: "colleague",
    daysAgo: 7,
    told: {
      ...online,
      hint: "Kent Police",
      categories: ["favours"],
      mayReply: "careful",
      answers: {
        account:
          "Somebody in the team that looks into police told my inspector that a complaint had come in about him. He knew the words I used. I have only ever written them to that team.",
        howKnown: "saw",
        whoElseKnows: "The inspector. Please don't let it go through the same office.",
      },
    },
    story: [
      on(
        6,
        "lead",
        opens,
        restricts(["lead", "second"], "It is about one of this unit. Two of us, until it is clear who."),
        titles("A leak from this unit"),
        asks("second", 1, "List who opened the inspector's file in the week before."),
      ),
    ],
  },
  {
    name: "back-from-essex",
    daysAgo: 8,
    told: {
      ...online,
      hint: "Dartford",
      categories: ["advantage"],
      answers: {
        account:
          "The officer at the bridge lets one haulier through without checks. Same lorries, same nod, every Friday.",
        howKnown: "saw",
        ongoing: "yes",
      },
    },
    story: [
      on(7, "officer", opens),
      on(6, "lead", reads, transfers("essex", "The bridge's northern side is yours, and so is the haulier.")),
      on(
        3,
        "lead",
        opens,
        returns(
          "kent",
          "The crossing is policed from your side under the agreement of 2019. The officer isn't one of ours.",
        ),
      ),
    ],
  },
  {
    name: "across-the-water",
    daysAgo: 6,
    told: {
      ...online,
      hint: "Essex Police",
      categories: ["favours", "partner"],
      answers: {
        account:
          "My ex is a DC. I moved to Gravesend to be away from him and he knew my street in a week. His friend works at Kent and looks things up for him, he told me so himself.",
        who: { name: "Neil Harker", rank: "DC" },
        howKnown: "saw",
        ongoing: "yes",
      },
    },
    story: [
      on(4, "officer", opens),
      on(1, "lead", reads, transfers("kent", "The one who looks things up is yours. The DC left us in March.")),
    ],
  },
  {
    name: "whole-road",
    daysAgo: 5,
    told: {
      ...online,
      hint: "Essex Police",
      categories: ["sexual"],
      danger: "unknown",
      answers: {
        account:
          "A dog handler offers lifts to girls after the clubs, in Southend and when he is over in Medway. One of them was seventeen.",
        howKnown: "told",
        riskToOthers: "Yes, the girls.",
      },
    },
    story: [on(4, "lead", opens, refers("kent", "He is said to do the same in Medway. Your copy; we keep ours."))],
  },
  {
    name: "chwaer",
    daysAgo: 10,
    told: {
      ...online,
      hint: "Heddlu Caint, Kent",
      language: "cy",
      categories: ["favours"],
      answers: {
        account:
          "Mae fy nghymydog yn gweithio i Heddlu Caint. Mae'n chwilio am enwau cariadon ei chwaer ar gyfrifiadur yr heddlu ac yn chwerthin am y peth. Rwy'n ofni y bydd yn gwybod mai fi ddywedodd.",
        howKnown: "told",
        ongoing: "yes",
      },
    },
    story: [
      on(
        9,
        "officer",
        opens,
        takes,
        titles("Looks up his sister's boyfriends (in Welsh)"),
        writes("Diolch am ddweud wrthym. Rydym wedi darllen eich adroddiad. A oes rhywun arall yn gwybod am hyn?"),
      ),
      on(8, "reporter", answers("Na, dim ond fi. Fe ddywedodd wrthyf dros y ffens, yn yr ardd.")),
      on(
        6,
        "officer",
        assesses(
          { threat: "systems", others: ["disclosure"], severity: "gross", persons: 1, grounds: [] },
          "Systems misused out of curiosity. Heard over a fence: don't say where.",
        ),
      ),
    ],
  },
  {
    name: "ofn",
    daysAgo: 2,
    told: {
      ...online,
      hint: "Kent",
      language: "cy",
      categories: ["unsure"],
      danger: "unknown",
      mayReply: "careful",
      answers: {
        account:
          "Dydw i ddim yn siŵr a ddylwn i ysgrifennu. Mae heddwas yn galw yn y siop bob nos ar ôl i ni gau ac yn gofyn i mi gerdded adref gydag ef. Rwy'n rhy ofnus i wrthod.",
        ongoing: "yes",
        howKnown: "saw",
      },
    },
  },
]
