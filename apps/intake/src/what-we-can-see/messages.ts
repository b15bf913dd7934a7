import type { Messages } from "@candour/web/language.ts"

interface Section {
  heading: string
  text: readonly string[]
}

const sectionsEn: readonly Section[] = [
  {
    heading: "Your words",
    text: [
      "They are locked on your phone or computer when you press Send. Only the team that the page names has the key.",
      "If scripts are off in your browser, they are locked when they arrive, in memory, before anything is kept: our computer sees them for a moment.",
      "Our pages never send your words unlocked while scripts are on. But whoever changes the pages we serve could read what is typed after that.",
    ],
  },
  {
    heading: "What we count",
    text: [
      "Which team has your report and why, the line you came by, online or by phone, the language, the boxes you tick, the danger answer, whether the team may write to you, and the day. Not the time; only if you say that someone is in danger now, the hour is kept until a person acts.",
      "The size of what you wrote, in steps, and what becomes of it, can be seen as well.",
      "National figures are made from this. Where a number is small, it can be about one report.",
    ],
  },
  {
    heading: "You",
    text: [
      "We don’t ask who you are, and we don’t keep anything that says it: no cookie, no address of your phone or computer, no name of your browser.",
      "Your network, your employer or your phone may show that you were here. The exit button doesn’t clear your history.",
      "What only you could know can show who told us. Think about it before you send.",
      "With scripts on, the force is found on your phone or computer. We get the first letters of the words you type there, one or two of each, or the first half of a postcode, and then the force you choose. With scripts off, or where that script doesn’t come, what you type there is sent to us. We keep none of it.",
      "Sealed or not, nothing you type goes to anyone else’s computer.",
      "If you tell us that our list of forces is wrong, we keep what you chose, the name you typed there, and the day.",
    ],
  },
  {
    heading: "Your 20 digits and your messages",
    text: [
      "With scripts on the digits are made in your browser, and we never see them. With scripts off our computer makes them, reads them when you come back, and forgets them each time.",
      "Whoever has them can read the messages between you and the team, and write as you. They can’t read what you reported: that is never shown again.",
      "Messages are locked like your report, both ways. Yours carry a mark that only your digits can make: neither our computers nor anyone on the team can write one in your name.",
      "We can see on which days messages came and went, which side wrote them, and their size in steps.",
      "Messages you remove are gone from your sight. The team keeps its copy.",
      "Until you leave by one of our buttons or close the tab, going back to the last page can show the digits again.",
    ],
  },
  {
    heading: "If somebody steals our database",
    text: [
      "They get no words of a report, a message or a file. They do get the force, the day (and, from the database’s own log, the moment), the boxes, the danger answer, sizes, what became of each report, and which of our staff opened it.",
    ],
  },
  {
    heading: "If our database is down",
    text: [
      "We still take your report, locked, onto a disk. Once your digits show, it is there, unless that disk breaks before it is passed on.",
    ],
  },
  {
    heading: "After you sent it",
    text: [
      "Each time someone on the team is given your report, it is written down, and their lead sees it. What somebody copies then, nobody sees.",
      "If it moves to another team, the first one’s access ends. What was read can’t be taken back.",
    ],
  },
  {
    heading: "Who runs this",
    text: [
      "The national coordinating body for the police forces of England and Wales runs these pages and the telephone line. Each force’s own standards team, which looks into wrongdoing by police officers and staff, reads what is sent to it and nothing else.",
      "The coordinating body sees figures. Its own desk reads only what nobody could send to a force, and what must not go to the force concerned.",
      "Each force answers for the reports it gets, and the coordinating body for its desk. If you think your information is handled wrongly, you can tell the Information Commissioner: 0303 123 1113.",
    ],
  },
]

const sectionsCy: readonly Section[] = [
  {
    heading: "Eich geiriau",
    text: [
      "Maen nhw’n cael eu cloi ar eich ffôn neu’ch cyfrifiadur pan bwyswch Anfon. Dim ond y tîm y mae’r dudalen yn ei enwi sydd â’r allwedd.",
      "Os yw sgriptiau wedi’u diffodd yn eich porwr, maen nhw’n cael eu cloi pan gyrhaeddan nhw, yn y cof, cyn i ddim gael ei gadw: mae ein cyfrifiadur yn eu gweld am ennyd.",
      "Nid yw ein tudalennau byth yn anfon eich geiriau heb eu cloi tra bo sgriptiau ymlaen. Ond gallai pwy bynnag sy’n newid y tudalennau a weinwn ddarllen yr hyn a deipir ar ôl hynny.",
    ],
  },
  {
    heading: "Beth rydyn ni’n ei gyfrif",
    text: [
      "Pa dîm sydd â’ch adroddiad a pham, y llinell y daethoch drwyddi, ar-lein neu dros y ffôn, yr iaith, y blychau a diciwch, yr ateb am berygl, a gaiff y tîm ysgrifennu atoch, a’r diwrnod. Nid yr amser; dim ond os dywedwch fod rhywun mewn perygl nawr y cedwir yr awr, nes i berson weithredu.",
      "Gellir gweld maint yr hyn a ysgrifennoch hefyd, fesul cam, a beth ddaw ohono.",
      "O hyn y gwneir ffigurau cenedlaethol. Lle mae rhif yn fach, gall fod am un adroddiad.",
    ],
  },
  {
    heading: "Chi",
    text: [
      "Dydyn ni ddim yn gofyn pwy ydych chi, nac yn cadw dim sy’n dweud hynny: dim cwci, dim cyfeiriad eich ffôn na’ch cyfrifiadur, dim enw eich porwr.",
      "Gall eich rhwydwaith, eich cyflogwr neu’ch ffôn ddangos eich bod wedi bod yma. Nid yw’r botwm gadael yn clirio eich hanes.",
      "Gall yr hyn na allai neb ond chi ei wybod ddangos pwy ddywedodd wrthym. Meddyliwch am hynny cyn anfon.",
      "Gyda sgriptiau ymlaen, ar eich ffôn neu’ch cyfrifiadur y deuir o hyd i’r heddlu. Rydyn ni’n cael llythrennau cyntaf y geiriau a deipiwch yno, un neu ddwy o bob un, neu hanner cyntaf cod post, ac yna’r heddlu a ddewiswch. Gyda sgriptiau wedi’u diffodd, neu lle na ddaw’r sgript honno, anfonir atom yr hyn a deipiwch yno. Dydyn ni’n cadw dim ohono.",
      "Wedi’i gloi neu beidio, nid yw dim a deipiwch yn mynd i gyfrifiadur neb arall.",
      "Os dywedwch wrthym fod ein rhestr o heddluoedd yn anghywir, rydyn ni’n cadw’r hyn a ddewisoch, yr enw a deipioch yno, a’r diwrnod.",
    ],
  },
  {
    heading: "Eich 20 digid a’ch negeseuon",
    text: [
      "Gyda sgriptiau ymlaen, yn eich porwr y gwneir y digidau, a dydyn ni byth yn eu gweld. Gyda sgriptiau wedi’u diffodd, ein cyfrifiadur ni sy’n eu gwneud, yn eu darllen pan ddewch yn ôl, ac yn eu hanghofio bob tro.",
      "Gall pwy bynnag sydd â nhw ddarllen y negeseuon rhyngoch chi a’r tîm, ac ysgrifennu fel chi. Ni allant ddarllen yr hyn a adroddoch: ni ddangosir hwnnw byth eto.",
      "Mae negeseuon yn cael eu cloi fel eich adroddiad, y ddwy ffordd. Mae eich rhai chi’n cario marc na all ond eich digidau ei wneud: ni all ein cyfrifiaduron na neb yn y tîm ysgrifennu un yn eich enw.",
      "Gallwn weld ar ba ddiwrnodau y daeth ac yr aeth negeseuon, pa ochr a’u hysgrifennodd, a’u maint fesul cam.",
      "Mae’r negeseuon rydych chi’n eu tynnu i ffwrdd yn mynd o’ch golwg. Mae’r tîm yn cadw ei gopi.",
      "Nes i chi adael drwy un o’n botymau neu gau’r tab, gall mynd yn ôl i’r dudalen ddiwethaf ddangos y digidau eto.",
    ],
  },
  {
    heading: "Os bydd rhywun yn dwyn ein cronfa ddata",
    text: [
      "Nid ydynt yn cael geiriau adroddiad, neges na ffeil. Maen nhw’n cael yr heddlu, y diwrnod (ac, o log y gronfa ddata ei hun, yr eiliad), y blychau, yr ateb am berygl, meintiau, beth ddaeth o bob adroddiad, a pha rai o’n staff a’i hagorodd.",
    ],
  },
  {
    heading: "Os yw ein cronfa ddata i lawr",
    text: [
      "Rydyn ni’n dal i dderbyn eich adroddiad, dan glo, ar ddisg. Unwaith y bydd eich digidau’n ymddangos, mae yno, oni bai bod y ddisg honno’n torri cyn iddo gael ei drosglwyddo.",
    ],
  },
  {
    heading: "Ar ôl i chi ei anfon",
    text: [
      "Bob tro y rhoddir eich adroddiad i rywun yn y tîm, mae hynny’n cael ei gofnodi, ac mae arweinydd y tîm yn ei weld. Yr hyn y mae rhywun yn ei gopïo wedyn, does neb yn ei weld.",
      "Os yw’n symud i dîm arall, daw mynediad y tîm cyntaf i ben. Ni ellir cymryd yn ôl yr hyn a ddarllenwyd.",
    ],
  },
  {
    heading: "Pwy sy’n rhedeg hwn",
    text: [
      "Y corff cydlynu cenedlaethol ar gyfer heddluoedd Cymru a Lloegr sy’n rhedeg y tudalennau hyn a’r llinell ffôn. Mae tîm safonau pob heddlu, sy’n ymchwilio i gamwedd gan swyddogion a staff yr heddlu, yn darllen yr hyn a anfonir ato a dim arall.",
      "Ffigurau y mae’r corff cydlynu’n eu gweld. Dim ond yr hyn na allai neb ei anfon at heddlu, a’r hyn na ddylai fynd at yr heddlu dan sylw, y mae ei ddesg ei hun yn ei ddarllen.",
      "Mae pob heddlu’n atebol am yr adroddiadau y mae’n eu cael, a’r corff cydlynu am ei ddesg. Os credwch fod eich gwybodaeth yn cael ei thrin yn anghywir, gallwch ddweud wrth y Comisiynydd Gwybodaeth: 0303 123 1113.",
    ],
  },
]

/** What we may claim, and no more (keys.md, "What we may claim"). */
export const en = { title: "What we can see", heading: "What we can and can’t see", sections: sectionsEn }

/** Welsh is a draft: have it read. */
export const seeMessages: Messages<typeof en> = {
  en,
  cy: { title: "Beth allwn ni ei weld", heading: "Beth allwn ni a beth na allwn ni ei weld", sections: sectionsCy },
}
