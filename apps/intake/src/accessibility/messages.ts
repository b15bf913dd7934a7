import type { Messages } from "@candour/web/language.ts"

/** The accessibility statement (PSBAR 2018), as far as it is true today. */
export const en = {
  title: "Accessibility",
  heading: "Accessibility",
  intro: "We want everyone to be able to tell us. These pages are made so that you can:",
  can: [
    "use them with a keyboard alone, and with a screen reader",
    "make the letters four times as large, or read on a narrow screen, without losing anything",
    "use your own colours and high contrast",
    "switch scripts off: everything needed still works",
    "take as long as you like: nothing times out",
    "read and write in English or Welsh, and change at any step without losing what you typed",
  ],
  status: {
    heading: "How far we are",
    text: "We aim at level AA of the Web Content Accessibility Guidelines 2.2. Each page is checked by a program before it is released, and looked at by people. It hasn’t been audited by anyone else yet.",
  },
  not: {
    heading: "What doesn’t work yet",
    text: [
      "There is no version in British Sign Language and none in Easy Read.",
      "The Welsh hasn’t been read by a translator yet.",
      "What you attach (photos, sound, video) is for the team alone: we don’t make it accessible to anyone else.",
    ],
  },
  tell: {
    heading: "Something doesn’t work for you?",
    text: "Ring 0800 085 0000, free, or 18001 0800 085 0000 by Relay UK. Someone there takes your report for you. If we don’t put it right, the Equality Advisory and Support Service can help.",
  },
}

/** Welsh is a draft: have it read. */
export const accessibilityMessages: Messages<typeof en> = {
  en,
  cy: {
    title: "Hygyrchedd",
    heading: "Hygyrchedd",
    intro: "Rydyn ni am i bawb allu dweud wrthym. Mae’r tudalennau hyn wedi’u gwneud fel y gallwch:",
    can: [
      "eu defnyddio â bysellfwrdd yn unig, ac â darllenydd sgrin",
      "gwneud y llythrennau bedair gwaith yn fwy, neu ddarllen ar sgrin gul, heb golli dim",
      "defnyddio eich lliwiau eich hun a chyferbyniad uchel",
      "diffodd sgriptiau: mae popeth sydd ei angen yn dal i weithio",
      "cymryd cymaint o amser ag y mynnwch: does dim yn dod i ben",
      "darllen ac ysgrifennu yn Gymraeg neu yn Saesneg, a newid ar unrhyw gam heb golli’r hyn a deipioch",
    ],
    status: {
      heading: "Pa mor bell rydyn ni wedi cyrraedd",
      text: "Ein nod yw lefel AA Canllawiau Hygyrchedd Cynnwys y We 2.2. Mae rhaglen yn gwirio pob tudalen cyn ei rhyddhau, ac mae pobl yn edrych arni. Does neb arall wedi’i harchwilio eto.",
    },
    not: {
      heading: "Beth sydd ddim yn gweithio eto",
      text: [
        "Does dim fersiwn mewn Iaith Arwyddion Prydain, a dim un Hawdd ei Ddeall.",
        "Does dim cyfieithydd wedi darllen y Gymraeg eto.",
        "I’r tîm yn unig y mae’r hyn rydych chi’n ei atodi (lluniau, sain, fideo): dydyn ni ddim yn ei wneud yn hygyrch i neb arall.",
      ],
    },
    tell: {
      heading: "Rhywbeth ddim yn gweithio i chi?",
      text: "Ffoniwch 0800 085 0000, am ddim, neu 18001 0800 085 0000 drwy Relay UK. Bydd rhywun yno’n cymryd eich adroddiad drosoch. Os na wnawn ni ei gywiro, gall y Gwasanaeth Cynghori a Chefnogi Cydraddoldeb helpu.",
    },
  },
}
