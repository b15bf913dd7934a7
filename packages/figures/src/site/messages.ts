import type { Channel, Language } from "@candour/domain/contact.ts"
import type { Day } from "@candour/domain/day.ts"
import { formatCount } from "@candour/web/format-count.ts"
import { formatDay, formatWeekday, type Messages } from "@candour/web/language.ts"
import type { WeekBand } from "../release/heartbeat-weeks.ts"
import { lastDayOf } from "../release/release.ts"

const QUARTERS: Record<Language, readonly (readonly [long: string, short: string])[]> = {
  en: [
    ["January to March", "Jan–Mar"],
    ["April to June", "Apr–Jun"],
    ["July to September", "Jul–Sep"],
    ["October to December", "Oct–Dec"],
  ],
  cy: [
    ["Ionawr i Fawrth", "Ion–Maw"],
    ["Ebrill i Fehefin", "Ebr–Meh"],
    ["Gorffennaf i Fedi", "Gor–Medi"],
    ["Hydref i Ragfyr", "Hyd–Rhag"],
  ],
}

const quarterWords = (quarter: string, lang: Language, short: 0 | 1) => {
  const [year = "", number = "1"] = quarter.split("-Q")
  return `${QUARTERS[lang][Number(number) - 1]?.[short]} ${year}`
}

/** A quarter in words: `January to March 2024`. */
export const formatQuarter = (quarter: string, lang: Language): string => quarterWords(quarter, lang, 0)

/** A quarter as a column has it: `Jan–Mar 2024`, and `so far` where the figures end within it. */
export const shortQuarter = (quarter: string, asAt: Day, lang: Language): string =>
  `${quarterWords(quarter, lang, 1)}${lastDayOf(quarter) > asAt ? ` ${messages[lang].soFar}` : ""}`

const bands: Record<WeekBand, string> = {
  "within-7": "All opened within 7 working days",
  "over-7": "One has waited over 7 working days",
  "over-28": "One has waited over 28 working days",
  "not-open": "Not open yet",
}

const channels: Record<Channel, string> = { online: "Online", phone: "Phone" }

const en = {
  soFar: "(so far)",
  language: "Cymraeg",
  about: "About these figures",
  pages: {
    front: "Figures",
    latest: "Latest release",
    heartbeats: "Heartbeats",
    method: "Method and definitions",
    data: "Data and API",
  },
  nothingOut: "No figures have been released yet.",
  next: (quarter: string, day: Day) =>
    `Next release: ${formatQuarter(quarter, "en")}, on ${formatWeekday(day, "en")} ${day.slice(0, 4)} at 9:30.`,
  noNext: "The day of the next release hasn’t been set yet.",
  front: {
    title: "Figures of the police corruption and abuse hotline",
    what: "How many people got in touch about police officers and staff in England and Wales, and what became of it, by force and quarter. Each release stays as it came out; nothing here changes from one release to the next.",
    latest: "In the latest release",
    all: "All figures of this release",
    releases: "Every release",
    columns: { release: "Release", published: "Came out", asAt: "As at", why: "Why revised", files: "Files" },
    revision: (quarter: string, revision: number) => `${formatQuarter(quarter, "en")}, revision ${revision}`,
    csv: (release: string) => `CSV, ${release}`,
  },
  release: {
    title: (quarter: string) => `Figures: ${formatQuarter(quarter, "en")}`,
    asAt: (asAt: Day, knownAt: Day) =>
      `What had happened by ${formatDay(asAt, "en")}, as recorded by ${formatDay(knownAt, "en")}.`,
    published: (day: Day) => `Came out on ${formatDay(day, "en")} at 9:30.`,
    isRevision: (revision: number, reason: string) => `This is revision ${revision}. Why: ${reason}`,
    isRevised: "These figures have been revised. What was printed first stays here.",
    revisedBy: (revision: number) => `See revision ${revision}`,
    figures: "The figures",
    toDay: (day: Day) => `to ${formatDay(day, "en")}`,
    inQuarter: (quarter: string, count: string) => `${formatQuarter(quarter, "en")}: ${count}`,
    share: (percent: number, whole: string) => `${percent}% of ${whole.toLowerCase()}`,
    stopped: "Desks that had stopped",
    stoppedDesk: (desk: string, quarter: string) =>
      `No figures from ${desk} since ${formatQuarter(quarter, "en")}: it let reports wait and recorded nothing. A count of nothing since then prints as [x].`,
  },
  marks: {
    heading: "What the marks mean",
    c: "[c]: 1 to 4, or hidden so that no one can work it out.",
    x: "[x]: not known, because that desk had stopped recording.",
  },
  adding: {
    heading: "Why columns don’t add up",
    rows: [
      "Contacts, reports, intelligence reports and people are four units. A contact may leave no report; a report may lead to several intelligence reports and be about several people. So no column can be added to another, or taken from it.",
      "A contact stays with its line and with the force it was first sent to. What became of a report counts at the force that held it at the time. So one force may have the contact and another the outcome.",
      "Counts marked [c] are in the totals, so the rows that you see come to less than their total.",
      "A contact may have several categories, and one that left no report has none.",
    ],
  },
  figure: {
    means: "What it counts",
    leavesOut: "What it leaves out",
    unit: (unit: string) => `Counted in ${unit}.`,
    byQuarter: "By quarter",
    byQuarterPicture: (name: string) =>
      `Columns: ${name}, each quarter. A quarter marked [c] has no column. The table after it has each number.`,
    byForce: "By force",
    byForceNote:
      "In the order of their names: how many people told about a force says nothing of how it compares with another.",
    byForcePicture: (name: string) =>
      `Bars: ${name}, each force that prints a count over 0. The table after it has each number.`,
    byLine: "By line",
    byChannel: "By channel",
    byCategory: "By category",
    byReason: "By reason",
    byFinding: "What became of them",
    byFindingPicture:
      "Bars: what became of people concerned. What is marked [c] has no bar. The table after it has each number.",
    quarter: "Quarter",
    force: "Force",
    line: "Line",
    channel: "Channel",
    category: "Category",
    reason: "Reason",
    finding: "Outcome",
    count: "Count",
    all: "All",
    allToDay: "All to the day",
    proven: (percent: number) =>
      `Of those who were found proven or not proven, ${percent}% were proven. Not determined isn’t in it, and is printed above.`,
  },
  quote: {
    heading: "Quote this",
    counted: (name: string, count: number, asAt: Day) =>
      `${name} as at ${formatDay(asAt, "en")}: ${formatCount(count)}.`,
    hidden: (name: string, asAt: Day) => `${name} as at ${formatDay(asAt, "en")}: not printed, [c].`,
    source: (release: string, published: Day, digest: string) =>
      `Candour, figures of release ${release}, ${formatDay(published, "en")}, SHA-256 ${digest}`,
  },
  changed: {
    heading: "What changed",
    since: (release: string) =>
      `Where a count of the same quarter or total was printed otherwise in ${release}. What was recorded later, and what was corrected, is in the newer one.`,
    nothing: (release: string) => `Nothing that ${release} printed of these quarters has changed.`,
    columns: { figure: "Figure", group: "Of", period: "Period", was: "Was", now: "Now" },
    everybody: "All",
  },
  files: {
    heading: "Take these figures away",
    csv: "Every count (CSV)",
    json: "Every count, with definitions (JSON)",
    metadata: "What the columns of the CSV are (CSV on the Web)",
    one: "This figure (JSON)",
    digest: "SHA-256 of the CSV:",
  },
  heartbeats: {
    title: "Heartbeats",
    what: "Whether each force’s desk opens the reports that it gets. Made once a week, on Monday at 9:30, as at the Sunday before, by working days.",
    week: (monday: Day) => `Week of ${formatDay(monday, "en")}`,
    asAt: (sunday: Day) => `As at Sunday ${formatDay(sunday, "en")}.`,
    none: "No week has been made yet.",
    columns: { desk: "Desk", band: "Reports that nobody has opened" },
    volume: (quarter: string) => `Contacts, ${formatQuarter(quarter, "en")}`,
    noVolume: "The contacts of a quarter stand beside it once a release is out.",
    open: "A desk that has nothing unopened is in the first band. A desk that isn’t open yet receives nothing: what is meant for it waits at the national desk.",
    earlier: "Earlier weeks",
    bands,
  },
  method: {
    title: "Method and definitions",
    released: {
      heading: "How figures come out",
      rows: [
        "A release is counted from events, as at a day, as recorded by another. One coordinator prepares it, another checks it, and it comes out at 9:30 on a day set ahead. Nobody outside gets it earlier.",
        "Once out, it is never changed. A mistake is corrected by a numbered revision with its reason; the first stays readable.",
        "Each release gives earlier quarters anew, with what was recorded since. What differs is listed.",
        "Pages and files are made from releases alone. One more report changes nothing here before the next release, unless it moves a desk’s heartbeat from one band to another.",
      ],
    },
    small: {
      heading: "How small numbers are protected",
      rows: [
        "Counts from 1 to 4 print as [c]. 0 prints as 0.",
        "Where another count, a total, an earlier release or an answer to a freedom of information request would give one away by subtraction, that is hidden too, by [c].",
        "A count that moved by 1 to 4 since it was last printed is hidden until it is 5 or more away: otherwise one could see how few were recorded in between.",
        "Before each release a solver checks that every hidden count from 1 to 4 could still be any of these, and 5. All that ever went out, answers to requests included, is kept for that.",
        "A percentage is given only where the whole is 20 or more and both numbers are printed.",
        "Figures are told apart by force, quarter and at most one thing more.",
      ],
    },
    definitions: "Definitions",
    columns: { figure: "Figure", means: "What it counts", leavesOut: "What it leaves out", unit: "Counted in" },
  },
  data: {
    title: "Data and API",
    what: "Every address here is a file that stays. Nothing asks for a key, sets a cookie or keeps who asked. “latest” is always the newest release; any other name stays as it is.",
    openapi: "What there is, described for programs (OpenAPI 3.1)",
    releases: "Every release, with its digest (JSON)",
    heartbeats: "Every week of heartbeats (JSON)",
    licence: "You may use these figures under the Open Government Licence v3.0. Say which release they are from.",
  },
  lines: { national: "The national line", own: (force: string) => `${force}’s own line` },
  channels,
}

const cyBands: Record<WeekBand, string> = {
  "within-7": "Pob un wedi’i agor o fewn 7 diwrnod gwaith",
  "over-7": "Un wedi aros dros 7 diwrnod gwaith",
  "over-28": "Un wedi aros dros 28 diwrnod gwaith",
  "not-open": "Heb agor eto",
}

/** The words of the public's figures. Welsh is a draft: have it read. */
export const messages: Messages<typeof en> = {
  en,
  cy: {
    soFar: "(hyd yma)",
    language: "English",
    about: "Am y ffigurau hyn",
    pages: {
      front: "Ffigurau",
      latest: "Y datganiad diweddaraf",
      heartbeats: "Curiad calon",
      method: "Dull a diffiniadau",
      data: "Data ac API",
    },
    nothingOut: "Does dim ffigurau wedi’u rhyddhau eto.",
    next: (quarter, day) =>
      `Y datganiad nesaf: ${formatQuarter(quarter, "cy")}, ar ${formatWeekday(day, "cy")} ${day.slice(0, 4)} am 9:30.`,
    noNext: "Does dim diwrnod wedi’i osod eto ar gyfer y datganiad nesaf.",
    front: {
      title: "Ffigurau llinell gymorth llygredd a cham-drin yr heddlu",
      what: "Faint o bobl gysylltodd am swyddogion a staff yr heddlu yng Nghymru a Lloegr, a beth ddaeth o hynny, fesul heddlu a chwarter. Mae pob datganiad yn aros fel y daeth allan; does dim yma yn newid o un datganiad i’r nesaf.",
      latest: "Yn y datganiad diweddaraf",
      all: "Holl ffigurau’r datganiad hwn",
      releases: "Pob datganiad",
      columns: {
        release: "Datganiad",
        published: "Daeth allan",
        asAt: "Ar",
        why: "Pam y’i diwygiwyd",
        files: "Ffeiliau",
      },
      revision: (quarter, revision) => `${formatQuarter(quarter, "cy")}, diwygiad ${revision}`,
      csv: (release) => `CSV, ${release}`,
    },
    release: {
      title: (quarter) => `Ffigurau: ${formatQuarter(quarter, "cy")}`,
      asAt: (asAt, knownAt) =>
        `Yr hyn oedd wedi digwydd erbyn ${formatDay(asAt, "cy")}, fel y’i cofnodwyd erbyn ${formatDay(knownAt, "cy")}.`,
      published: (day) => `Daeth allan ar ${formatDay(day, "cy")} am 9:30.`,
      isRevision: (revision, reason) => `Diwygiad ${revision} yw hwn. Pam: ${reason}`,
      isRevised: "Mae’r ffigurau hyn wedi’u diwygio. Mae’r hyn a argraffwyd gyntaf yn aros yma.",
      revisedBy: (revision) => `Gweler diwygiad ${revision}`,
      figures: "Y ffigurau",
      toDay: (day) => `hyd ${formatDay(day, "cy")}`,
      inQuarter: (quarter, count) => `${formatQuarter(quarter, "cy")}: ${count}`,
      // In quotation marks, so that no mutation follows “o”.
      share: (percent, whole) => `${percent}% o’r cyfanswm “${whole}”`,
      stopped: "Desgiau oedd wedi stopio",
      stoppedDesk: (desk, quarter) =>
        `Dim ffigurau gan ${desk} ers ${formatQuarter(quarter, "cy")}: gadawodd i adroddiadau aros heb gofnodi dim. Mae cyfrif o ddim ers hynny yn cael ei argraffu fel [x].`,
    },
    marks: {
      heading: "Ystyr y marciau",
      c: "[c]: 1 i 4, neu wedi’i guddio fel na all neb ei gyfrifo.",
      x: "[x]: ddim yn hysbys, am fod y ddesg honno wedi stopio cofnodi.",
    },
    adding: {
      heading: "Pam nad yw colofnau’n adio",
      rows: [
        "Pedair uned yw cysylltiadau, adroddiadau, adroddiadau cudd-wybodaeth a phobl. Gall cysylltiad beidio â gadael adroddiad; gall adroddiad arwain at sawl adroddiad cudd-wybodaeth a bod am sawl person. Felly ni ellir adio un golofn at un arall, na’i thynnu ohoni.",
        "Mae cysylltiad yn aros gyda’i linell a’r heddlu yr anfonwyd ef ato gyntaf. Mae’r hyn a ddaeth o adroddiad yn cyfrif wrth yr heddlu oedd yn ei ddal ar y pryd. Felly gall un heddlu fod â’r cysylltiad ac un arall â’r canlyniad.",
        "Mae cyfrifon a nodir [c] yn y cyfansymiau, felly mae’r rhesi a welwch yn dod i lai na’u cyfanswm.",
        "Gall cysylltiad fod â sawl categori, a does dim gan un na adawodd adroddiad.",
      ],
    },
    figure: {
      means: "Beth mae’n ei gyfrif",
      leavesOut: "Beth nad yw’n ei gynnwys",
      unit: (unit) => `Wedi’i gyfrif mewn ${unit}.`,
      byQuarter: "Fesul chwarter",
      byQuarterPicture: (name) =>
        `Colofnau: ${name}, pob chwarter. Does dim colofn gan chwarter a nodir [c]. Mae pob rhif yn y tabl ar ei ôl.`,
      byForce: "Fesul heddlu",
      byForceNote:
        "Yn nhrefn eu henwau: nid yw faint o bobl a ddywedodd am heddlu yn dweud dim am sut mae’n cymharu ag un arall.",
      byForcePicture: (name) =>
        `Barrau: ${name}, pob heddlu sy’n argraffu cyfrif dros 0. Mae pob rhif yn y tabl ar ei ôl.`,
      byLine: "Fesul llinell",
      byChannel: "Fesul sianel",
      byCategory: "Fesul categori",
      byReason: "Fesul rheswm",
      byFinding: "Beth ddaeth ohonynt",
      byFindingPicture:
        "Barrau: beth ddaeth o bobl dan sylw. Does dim bar gan yr hyn a nodir [c]. Mae pob rhif yn y tabl ar ei ôl.",
      quarter: "Chwarter",
      force: "Heddlu",
      line: "Llinell",
      channel: "Sianel",
      category: "Categori",
      reason: "Rheswm",
      finding: "Canlyniad",
      count: "Cyfrif",
      all: "Pawb",
      allToDay: "Y cyfan hyd y diwrnod",
      proven: (percent) =>
        `O’r rhai y cafwyd bod yr achos wedi’i brofi neu heb ei brofi, profwyd ${percent}%. Nid yw’r rhai na phenderfynwyd arnynt ynddo; argraffir hwy uchod.`,
    },
    quote: {
      heading: "Dyfynnu hyn",
      counted: (name, count, asAt) => `${name} ar ${formatDay(asAt, "cy")}: ${formatCount(count)}.`,
      hidden: (name, asAt) => `${name} ar ${formatDay(asAt, "cy")}: heb ei argraffu, [c].`,
      source: (release, published, digest) =>
        `Candour, ffigurau datganiad ${release}, ${formatDay(published, "cy")}, SHA-256 ${digest}`,
    },
    changed: {
      heading: "Beth newidiodd",
      since: (release) =>
        `Lle’r oedd cyfrif o’r un chwarter neu gyfanswm wedi’i argraffu’n wahanol yn ${release}. Mae’r hyn a gofnodwyd wedyn, a’r hyn a gywirwyd, yn yr un mwy newydd.`,
      nothing: (release) => `Nid oes dim a argraffodd ${release} o’r chwarteri hyn wedi newid.`,
      columns: { figure: "Ffigur", group: "O", period: "Cyfnod", was: "Oedd", now: "Nawr" },
      everybody: "Pawb",
    },
    files: {
      heading: "Mynd â’r ffigurau hyn",
      csv: "Pob cyfrif (CSV)",
      json: "Pob cyfrif, gyda diffiniadau (JSON)",
      metadata: "Beth yw colofnau’r CSV (CSV on the Web)",
      one: "Y ffigur hwn (JSON)",
      digest: "SHA-256 y CSV:",
    },
    heartbeats: {
      title: "Curiad calon",
      what: "A yw desg pob heddlu yn agor yr adroddiadau y mae’n eu cael. Gwneir hyn unwaith yr wythnos, ddydd Llun am 9:30, fel ar y dydd Sul cynt, fesul diwrnod gwaith.",
      week: (monday) => `Wythnos ${formatDay(monday, "cy")}`,
      asAt: (sunday) => `Ar ddydd Sul ${formatDay(sunday, "cy")}.`,
      none: "Does dim wythnos wedi’i gwneud eto.",
      columns: { desk: "Desg", band: "Adroddiadau nad oes neb wedi’u hagor" },
      volume: (quarter) => `Cysylltiadau, ${formatQuarter(quarter, "cy")}`,
      noVolume: "Bydd cysylltiadau chwarter yn sefyll wrth ei ochr unwaith y bydd datganiad allan.",
      open: "Mae desg nad oes ganddi ddim heb ei agor yn y band cyntaf. Nid yw desg nad yw ar agor eto yn derbyn dim: mae’r hyn sydd ar ei chyfer yn aros wrth y ddesg genedlaethol.",
      earlier: "Wythnosau cynharach",
      bands: cyBands,
    },
    method: {
      title: "Dull a diffiniadau",
      released: {
        heading: "Sut mae ffigurau’n dod allan",
        rows: [
          "Cyfrifir datganiad o ddigwyddiadau, fel ar un diwrnod, fel y’u cofnodwyd erbyn un arall. Mae un cydlynydd yn ei baratoi, un arall yn ei wirio, a daw allan am 9:30 ar ddiwrnod a osodwyd ymlaen llaw. Nid oes neb y tu allan yn ei gael yn gynt.",
          "Unwaith y bydd allan, ni chaiff ei newid byth. Cywirir camgymeriad gan ddiwygiad â rhif a rheswm; mae’r cyntaf yn dal i’w ddarllen.",
          "Mae pob datganiad yn rhoi’r chwarteri cynharach o’r newydd, gyda’r hyn a gofnodwyd ers hynny. Rhestrir yr hyn sy’n wahanol.",
          "Gwneir tudalennau a ffeiliau o ddatganiadau yn unig. Nid yw un adroddiad arall yn newid dim yma cyn y datganiad nesaf, oni bai ei fod yn symud curiad calon desg o un band i un arall.",
        ],
      },
      small: {
        heading: "Sut mae rhifau bach yn cael eu diogelu",
        rows: [
          "Argraffir cyfrifon o 1 i 4 fel [c]. Argraffir 0 fel 0.",
          "Lle byddai cyfrif arall, cyfanswm, datganiad cynharach neu ateb i gais rhyddid gwybodaeth yn datgelu un drwy dynnu, cuddir hwnnw hefyd, â [c].",
          "Cuddir cyfrif a symudodd 1 i 4 ers iddo gael ei argraffu ddiwethaf nes ei fod 5 neu fwy i ffwrdd: fel arall gellid gweld cyn lleied a gofnodwyd rhyngddynt.",
          "Cyn pob datganiad mae datryswr yn gwirio y gallai pob cyfrif cudd o 1 i 4 fod yn unrhyw un o’r rhain o hyd, a 5. Cedwir popeth a aeth allan erioed, gan gynnwys atebion i geisiadau, ar gyfer hynny.",
          "Rhoddir canran dim ond lle mae’r cyfan yn 20 neu fwy a’r ddau rif wedi’u hargraffu.",
          "Rhennir ffigurau fesul heddlu, chwarter ac un peth arall ar y mwyaf.",
        ],
      },
      definitions: "Diffiniadau",
      columns: {
        figure: "Ffigur",
        means: "Beth mae’n ei gyfrif",
        leavesOut: "Beth nad yw’n ei gynnwys",
        unit: "Wedi’i gyfrif mewn",
      },
    },
    data: {
      title: "Data ac API",
      what: "Mae pob cyfeiriad yma’n ffeil sy’n aros. Nid oes dim yn gofyn am allwedd, yn gosod cwci nac yn cadw pwy ofynnodd. “latest” yw’r datganiad diweddaraf bob amser; mae pob enw arall yn aros fel y mae.",
      openapi: "Beth sydd yma, wedi’i ddisgrifio ar gyfer rhaglenni (OpenAPI 3.1)",
      releases: "Pob datganiad, gyda’i grynodeb (JSON)",
      heartbeats: "Pob wythnos o guriadau calon (JSON)",
      licence:
        "Cewch ddefnyddio’r ffigurau hyn dan Drwydded Llywodraeth Agored f3.0. Dywedwch o ba ddatganiad y maent.",
    },
    lines: { national: "Y llinell genedlaethol", own: (force) => `Llinell ${force} ei hun` },
    channels: { online: "Ar-lein", phone: "Ffôn" },
  },
}
