import type { RouteReason, Sureness, Unknown } from "@candour/routing/route-shape.ts"
import type { Messages } from "@candour/web/language.ts"

/** Why route() answered so: each a sentence of its own, for every page that shows an answer. Needs no directory. */
const reasonsEn: Record<RouteReason, string> = {
  "force-name": "That is the force’s own name.",
  alias: "People call that force so.",
  place: "That is an area it polices.",
  town: "That is a place it polices.",
  "larger-namesake": "The place that most people mean by that name is there. Smaller ones have the name too.",
  "several-forces": "Several forces share that place.",
  "several-places": "Several places have that name.",
  "several-named": "You named more than one force or place.",
  slip: "That is the nearest name to what you typed.",
  railway: "On trains and in stations it is the railway’s own police. Outside it is the force around.",
  "postcode-district": "That postcode is in the area it polices.",
  postcode: "That postcode is in the area it polices.",
  "border-postcode": "That postcode is near a border, so it may be any of these.",
  merged: "That force no longer exists by itself, or not yet. These stand in its place.",
  "elsewhere-name": "That isn’t a police force of England or Wales.",
  "elsewhere-place": "That place isn’t policed by a force of England or Wales.",
  "elsewhere-postcode": "That postcode isn’t policed by a force of England or Wales.",
  "unknown-postcode": "There is no such postcode.",
  "nothing-found": "We don’t know that name.",
  empty: "Nothing was typed.",
}

const reasonsCy: Record<RouteReason, string> = {
  "force-name": "Dyna enw’r heddlu ei hun.",
  alias: "Dyna mae pobl yn galw’r heddlu hwnnw.",
  place: "Dyna ardal y mae’n ei phlismona.",
  town: "Dyna le y mae’n ei blismona.",
  "larger-namesake": "Yno mae’r lle y mae’r rhan fwyaf o bobl yn ei olygu. Mae lleoedd llai â’r un enw hefyd.",
  "several-forces": "Mae sawl heddlu’n rhannu’r lle hwnnw.",
  "several-places": "Mae sawl lle â’r enw hwnnw.",
  "several-named": "Fe enwoch chi fwy nag un heddlu neu le.",
  slip: "Dyna’r enw agosaf at yr hyn a deipioch chi.",
  railway: "Ar drenau ac mewn gorsafoedd, heddlu’r rheilffyrdd ydyw. Y tu allan, yr heddlu lleol.",
  "postcode-district": "Mae’r cod post hwnnw yn yr ardal y mae’n ei phlismona.",
  postcode: "Mae’r cod post hwnnw yn yr ardal y mae’n ei phlismona.",
  "border-postcode": "Mae’r cod post hwnnw’n agos at ffin, felly gallai fod yn unrhyw un o’r rhain.",
  merged: "Dydy’r heddlu hwnnw ddim yn bod ar ei ben ei hun mwyach, neu ddim eto. Mae’r rhain yn ei le.",
  "elsewhere-name": "Nid heddlu o Gymru na Lloegr yw hwnnw.",
  "elsewhere-place": "Nid heddlu o Gymru na Lloegr sy’n plismona’r lle hwnnw.",
  "elsewhere-postcode": "Nid heddlu o Gymru na Lloegr sy’n plismona’r cod post hwnnw.",
  "unknown-postcode": "Does dim cod post felly.",
  "nothing-found": "Dydyn ni ddim yn adnabod yr enw hwnnw.",
  empty: "Chafodd dim ei deipio.",
}

const sureEn: Record<Sureness, string> = {
  certain: "We are sure of that.",
  likely: "Likely, but look whether it is the one you mean.",
  perhaps: "We can’t tell which, so we would ask you.",
}

const sureCy: Record<Sureness, string> = {
  certain: "Rydyn ni’n siŵr o hynny.",
  likely: "Mae’n debygol, ond edrychwch ai dyna’r un rydych chi’n ei olygu.",
  perhaps: "Allwn ni ddim dweud pa un, felly byddem yn gofyn i chi.",
}

type Help = Unknown["helps"][number]

const helpsEn: Record<Help, string> = {
  town: "the nearest town",
  postcode: "a postcode, or its first half",
  force: "the force’s name",
}

const helpsCy: Record<Help, string> = {
  town: "y dref agosaf",
  postcode: "cod post, neu ei hanner cyntaf",
  force: "enw’r heddlu",
}

/** As many people as one may say "about" of: two digits that count, and never under ten. */
function about(count: number): string {
  const step = Math.max(10, 10 ** (Math.floor(Math.log10(count)) - 1))
  return Math.max(step, Math.round(count / step) * step).toLocaleString("en-GB")
}

const en = {
  reason: reasonsEn,
  sure: sureEn,
  helps: helpsEn,
  /** What was read out of the hint, where it wasn't one name as the directory writes it. */
  understood: (names: readonly string[]) => `We read it as: ${names.join(", ")}.`,
  /** A place with what tells it apart from others of its name. */
  place: (name: string, county?: string) => (county && county !== name ? `${name}, ${county}` : name),
  people: (count: number) => `about ${about(count)} people`,
  more: "There are others still.",
}

/** The words of an answer of route(). Welsh is a draft: have it read. */
export const answerWords: Messages<typeof en> = {
  en,
  cy: {
    reason: reasonsCy,
    sure: sureCy,
    helps: helpsCy,
    understood: (names) => `Fe’i darllenwyd fel: ${names.join(", ")}.`,
    place: en.place,
    people: (count) => `tua ${about(count)} o bobl`,
    more: "Mae rhagor eto.",
  },
}
