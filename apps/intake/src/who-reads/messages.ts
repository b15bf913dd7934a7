import type { Language, RoutingReason } from "@candour/domain/contact.ts"
import { NATIONAL_DESK, type Tenant } from "@candour/domain/tenant.ts"
import { forceName } from "@candour/routing/directory.ts"
import type { Messages } from "@candour/web/language.ts"

/** What a tenant's team is called within a sentence. In Welsh never after a word that would mutate it. */
const team: Record<Language, (tenant: Tenant) => string> = {
  en: (tenant) => (tenant === NATIONAL_DESK ? "the national desk" : `${forceName(tenant, "en")}’s team`),
  cy: (tenant) => (tenant === NATIONAL_DESK ? "y ddesg genedlaethol" : `tîm ${forceName(tenant, "cy")}`),
}

const capital = (text: string) => text.replace(/^./u, (letter) => letter.toUpperCase())

/** A team or several, within a sentence and at its beginning. */
function teamWords(lang: Language) {
  const list = new Intl.ListFormat(lang === "cy" ? "cy" : "en-GB")
  const teams = (tenants: readonly Tenant[]) => list.format(tenants.map(team[lang]))
  return {
    team: team[lang],
    Team: (tenant: Tenant) => capital(team[lang](tenant)),
    teams,
    Teams: (tenants: readonly Tenant[]) => capital(teams(tenants)),
  }
}

const because: Record<Language, Record<RoutingReason, (routedTo: Tenant) => string>> = {
  en: {
    found: () => "it looks into that force",
    chosen: () => "it looks into the force you chose",
    unknown: () => "it finds out which force it is",
    "reporter-chose-desk": () => "you chose it",
    "standards-unit": () => "it is about someone in the team that would read it",
    "chief-officer": () => "it is about someone who runs the force",
    diverted: (routedTo) => `it takes new reports for ${team.en(routedTo)} just now`,
    "desk-not-open": (routedTo) => `${team.en(routedTo)} doesn’t take reports here yet`,
  },
  cy: {
    found: () => "mai’r tîm hwnnw sy’n ymchwilio i’r heddlu hwnnw",
    chosen: () => "mai’r tîm hwnnw sy’n ymchwilio i’r heddlu a ddewisoch chi",
    unknown: () => "mai hi sy’n canfod pa heddlu ydyw",
    "reporter-chose-desk": () => "mai dyna oedd eich dewis chi",
    "standards-unit": () => "ei fod yn ymwneud â rhywun yn y tîm a fyddai’n ei ddarllen",
    "chief-officer": () => "ei fod yn ymwneud â rhywun sy’n rhedeg yr heddlu",
    diverted: (routedTo) => `mai hi sy’n derbyn adroddiadau newydd ar ran ${team.cy(routedTo)} ar hyn o bryd`,
    "desk-not-open": (routedTo) => `nad yw ${team.cy(routedTo)} yn derbyn adroddiadau yma eto`,
  },
}

/** The words of choosing who reads a report (pages §5). */
export const en = {
  ...teamWords("en"),
  title: "Which area",
  heading: "Who should read it?",
  all: (count: number): string => (count === 2 ? "Both teams" : "All these teams"),
  /** The team of a smaller namesake. */
  teamAt: (tenant: Tenant, place: string) => `${team.en(tenant)}, if you mean ${place} there`,
  desk: "The national desk",
  deskHint: "If the person works in that team or runs the force, or you don’t trust it. You don’t have to say why.",
  deskHintSeveral:
    "If the person works in one of those teams or runs one of the forces, or you don’t trust one of them. You don’t have to say why.",
  about: {
    legend: "Is it about one of these?",
    hint: "You don’t have to answer. If you tick one, the national desk reads it and nobody in that force does, whatever you chose above.",
    "standards-unit": "Someone in that team, or the team itself (professional standards, counter-corruption, vetting)",
    "chief-officer": "A chief constable or someone else who runs the force",
  },
  near: {
    own: "Do you work for this force?",
    ownText: [
      "We don’t ask, and nothing on this page says so to anyone. If you do, colleagues may know your way of writing, and what only you could know. The national desk can read it instead: choose it above.",
      "Don’t use a work phone, computer or network: your force can see that you were here.",
      "The law protects you for speaking up: police officers and staff count as workers who may tell of wrongdoing (Public Interest Disclosure Act 1998; Employment Rights Act 1996, section 43KA). For officers it is also a duty: standard 10 of professional behaviour is to report and challenge what is wrong.",
      "You may also tell the Independent Office for Police Conduct, which the law names for this: 0300 020 0096. Protect, a charity, advises free and in confidence: 020 3117 2520.",
    ],
    know: "Do you know someone in that team?",
    knowText: [
      "The team is told not to let anyone read about themselves, their line or their unit. But it can’t know whom you know. If you would rather that nobody in that force reads it, choose the national desk above.",
    ],
  },
  notOpen: (tenant: Tenant, diverted = false) =>
    diverted
      ? `The national desk reads new reports for ${team.en(tenant)} just now.`
      : `${capital(team.en(tenant))} doesn’t take reports here yet. Until it does, the national desk reads them.`,
  other: "A different force",
  add: "Add another force",
  addHint:
    "If people of more than one force are involved, or the person has moved. You tell it once; each force gets its own locked copy.",
  takeOff: (tenant: Tenant) => `Take off ${team.en(tenant)}`,
  problem: "Choose who should read it.",
  /** Why a report goes where it goes, after "because". */
  because: (reason: RoutingReason, routedTo: Tenant): string => because.en[reason](routedTo),
  /** Why a report goes to several teams, after "because". */
  becauseSeveral: (reason: RoutingReason): string =>
    reason === "chosen" ? "they look into the forces you chose" : "they look into those forces",
  deskFindsOut: "The national desk finds out which other force it is.",
}

/** Welsh is a draft: have it read. */
export const readerMessages: Messages<typeof en> = {
  en,
  cy: {
    ...teamWords("cy"),
    title: "Pa ardal",
    heading: "Pwy ddylai ei ddarllen?",
    all: (count) => (count === 2 ? "Y ddau dîm" : "Pob un o’r timau hyn"),
    teamAt: (tenant, place) => `${team.cy(tenant)}, os mai ${place} yno sydd gennych mewn golwg`,
    desk: "Y ddesg genedlaethol",
    deskHint:
      "Os yw’r person yn gweithio yn y tîm hwnnw neu’n rhedeg yr heddlu, neu os nad ydych chi’n ymddiried ynddo. Does dim rhaid dweud pam.",
    deskHintSeveral:
      "Os yw’r person yn gweithio yn un o’r timau hynny neu’n rhedeg un o’r heddluoedd, neu os nad ydych chi’n ymddiried yn un ohonynt. Does dim rhaid dweud pam.",
    about: {
      legend: "Ydy e’n ymwneud ag un o’r rhain?",
      hint: "Does dim rhaid ateb. Os ticiwch chi un, y ddesg genedlaethol sy’n ei ddarllen a neb yn yr heddlu hwnnw, beth bynnag a ddewisoch uchod.",
      "standards-unit": "Rhywun yn y tîm hwnnw, neu’r tîm ei hun (safonau proffesiynol, gwrth-lygredd, fetio)",
      "chief-officer": "Prif gwnstabl neu rywun arall sy’n rhedeg yr heddlu",
    },
    near: {
      own: "Ydych chi’n gweithio i’r heddlu hwn?",
      ownText: [
        "Dydyn ni ddim yn gofyn, a does dim ar y dudalen hon yn dweud hynny wrth neb. Os ydych chi, efallai y bydd cydweithwyr yn adnabod eich ffordd o ysgrifennu, a’r hyn na allai neb ond chi ei wybod. Gall y ddesg genedlaethol ei ddarllen yn lle hynny: dewiswch hi uchod.",
        "Peidiwch â defnyddio ffôn, cyfrifiadur na rhwydwaith y gwaith: gall eich heddlu weld eich bod wedi bod yma.",
        "Mae’r gyfraith yn eich diogelu am godi llais: mae swyddogion a staff yr heddlu’n cyfrif fel gweithwyr a gaiff ddweud am gamwedd (Deddf Datgelu er Lles y Cyhoedd 1998; Deddf Hawliau Cyflogaeth 1996, adran 43KA). I swyddogion mae’n ddyletswydd hefyd: safon 10 ymddygiad proffesiynol yw adrodd a herio’r hyn sydd o’i le.",
        "Cewch ddweud wrth Swyddfa Annibynnol Ymddygiad yr Heddlu hefyd, y mae’r gyfraith yn ei henwi ar gyfer hyn: 0300 020 0096. Mae Protect, elusen, yn cynghori am ddim ac yn gyfrinachol: 020 3117 2520.",
      ],
      know: "Ydych chi’n adnabod rhywun yn y tîm hwnnw?",
      knowText: [
        "Dywedir wrth y tîm am beidio â gadael i neb ddarllen amdano’i hun, ei linell na’i uned. Ond ni all wybod pwy rydych chi’n ei adnabod. Os byddai’n well gennych nad oes neb yn yr heddlu hwnnw’n ei ddarllen, dewiswch y ddesg genedlaethol uchod.",
      ],
    },
    notOpen: (tenant, diverted = false) =>
      diverted
        ? `Y ddesg genedlaethol sy’n darllen adroddiadau newydd ar ran ${team.cy(tenant)} ar hyn o bryd.`
        : `Nid yw ${team.cy(tenant)} yn derbyn adroddiadau yma eto. Tan hynny, y ddesg genedlaethol sy’n eu darllen.`,
    other: "Heddlu gwahanol",
    add: "Ychwanegu heddlu arall",
    addHint:
      "Os oes pobl o fwy nag un heddlu’n rhan o hyn, neu os yw’r person wedi symud. Rydych chi’n dweud unwaith; mae pob heddlu’n cael ei gopi ei hun dan glo.",
    takeOff: (tenant) => `Tynnu ${team.cy(tenant)} i ffwrdd`,
    problem: "Dewiswch pwy ddylai ei ddarllen.",
    because: (reason, routedTo) => because.cy[reason](routedTo),
    becauseSeveral: (reason) =>
      reason === "chosen"
        ? "mai nhw sy’n ymchwilio i’r heddluoedd a ddewisoch chi"
        : "mai nhw sy’n ymchwilio i’r heddluoedd hynny",
    deskFindsOut: "Mae’r ddesg genedlaethol yn canfod pa heddlu arall ydyw.",
  },
}
