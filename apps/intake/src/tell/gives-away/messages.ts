import type { Messages } from "@candour/web/language.ts"
import type { GiveawayKind } from "./giveaway.ts"

const whyEn: Record<GiveawayKind, string> = {
  "own-name": "This looks like your name.",
  relation: "This says who you are to someone, or what you do.",
  workplace: "This says where you work, or who you work with.",
  "only-one": "If only you could know it, it shows it was you.",
  phone: "A phone number leads to whoever has it.",
  email: "An e-mail address leads to whoever has it.",
  handle: "An account or a page leads to whoever has it.",
  address: "A place this exact can show who lives there.",
  car: "A number plate leads to whoever drives it.",
  reference: "A reference can be looked up, with the names kept under it.",
  time: "If few people were there at that time, it can show you were one of them.",
  "sign-off": "This is how people sign their name.",
  "first-person": "Words like this say you were there. That may be fine, and hard to leave out.",
}

const whyCy: Record<GiveawayKind, string> = {
  "own-name": "Mae hwn yn edrych fel eich enw.",
  relation: "Mae hwn yn dweud beth ydych chi i rywun, neu beth rydych chi’n ei wneud.",
  workplace: "Mae hwn yn dweud ble rydych chi’n gweithio, neu gyda phwy.",
  "only-one": "Os mai dim ond chi allai wybod hyn, mae’n dangos mai chi ydoedd.",
  phone: "Mae rhif ffôn yn arwain at bwy bynnag sydd piau ef.",
  email: "Mae cyfeiriad e-bost yn arwain at bwy bynnag sydd piau ef.",
  handle: "Mae cyfrif neu dudalen yn arwain at bwy bynnag sydd piau nhw.",
  address: "Gall lle mor fanwl â hyn ddangos pwy sy’n byw yno.",
  car: "Mae rhif car yn arwain at bwy bynnag sy’n ei yrru.",
  reference: "Gellir chwilio am gyfeirnod, a chael yr enwau sydd dano.",
  time: "Os nad oedd llawer yno bryd hynny, gall ddangos eich bod chi’n un ohonyn nhw.",
  "sign-off": "Fel hyn y bydd pobl yn llofnodi eu henw.",
  "first-person": "Mae geiriau fel hyn yn dweud eich bod chi yno. Gall hynny fod yn iawn, ac mae’n anodd eu hepgor.",
}

const en = {
  heading: "Words that could show who you are",
  yours: "This is yours to decide. Nothing is changed or held back, and none of this is sent.",
  how: "Press the words to go to them.",
  show: "Show in your text:",
  more: "There are more like these.",
  hide: "Hide this list",
  some: "Some of your words could show who you are. They are listed under what you wrote.",
  why: whyEn,
}

/** The words about what could give a reporter away. Welsh is a draft: have it read. */
export const messages: Messages<typeof en> = {
  en,
  cy: {
    heading: "Geiriau a allai ddangos pwy ydych chi",
    yours: "Eich dewis chi yw hyn. Does dim yn cael ei newid na’i ddal yn ôl, ac ni chaiff dim o hyn ei anfon.",
    how: "Pwyswch y geiriau i fynd atyn nhw.",
    show: "Dangos yn eich testun:",
    more: "Mae rhagor fel y rhain.",
    hide: "Cuddio’r rhestr hon",
    some: "Gallai rhai o’ch geiriau ddangos pwy ydych chi. Maen nhw wedi’u rhestru o dan yr hyn a ysgrifennoch.",
    why: whyCy,
  },
}
