import type { Messages } from "@candour/web/language.ts"

/** The words of finding the force (pages §5). */
export const en = {
  title: "Which area",
  heading: "Which police force, or where did it happen?",
  hint: "A force, a town or a postcode. We don’t keep what you type here.",
  list: "Choose from all forces",
  problem: {
    nothing: "Type a force, a town or a postcode, or press “I don’t know”.",
    notFound:
      "We don’t know that one. Try the nearest town or a postcode, choose from all forces, or press “I don’t know”.",
    noSuchPostcode: "There is no such postcode. Check it, type a town instead, or press “I don’t know”.",
    notChosen: "Choose one, or “I don’t know”.",
  },
  /** Adding another force to those found. */
  add: {
    soFar: (teams: string) => `So far it goes to ${teams}. Say which other force is in it.`,
    enough: "No other force",
  },
  choose: {
    heading: "Which of these is it?",
    one: "Is it this one?",
    many: "Which of these is it? You can choose more than one",
    /** A body that we can't send a report to. */
    notOurs: (body: string) => `${body} – not one of ours`,
    several: "There is more than one that it could be.",
    more: "There are others still. If yours isn’t here, go back and type a town.",
    none: "None of these",
  },
  all: {
    heading: "All forces",
  },
  elsewhere: {
    heading: "Others look into this one",
    text: (body: string) => `We can’t send a report to ${body}.`,
    who: "Who looks into it:",
    website: "Their website",
    leaves: "That page is not ours: the exit button isn’t on it.",
    again: "It’s about someone in a police force of England or Wales",
  },
}

export type FindWords = typeof en

/** Welsh is a draft: have it read. */
export const findMessages: Messages<typeof en> = {
  en,
  cy: {
    title: "Pa ardal",
    heading: "Pa heddlu, neu ble ddigwyddodd?",
    hint: "Heddlu, tref neu god post. Dydyn ni ddim yn cadw’r hyn rydych chi’n ei deipio yma.",
    list: "Dewis o blith pob heddlu",
    problem: {
      nothing: "Teipiwch enw heddlu, tref neu god post, neu pwyswch “Dydw i ddim yn gwybod”.",
      notFound:
        "Dydyn ni ddim yn adnabod hwnna. Rhowch gynnig ar y dref agosaf neu god post, dewiswch o blith pob heddlu, neu pwyswch “Dydw i ddim yn gwybod”.",
      noSuchPostcode:
        "Does dim cod post fel hwnna. Gwiriwch ef, teipiwch dref yn ei le, neu pwyswch “Dydw i ddim yn gwybod”.",
      notChosen: "Dewiswch un, neu “Dydw i ddim yn gwybod”.",
    },
    add: {
      soFar: (teams) => `Hyd yn hyn, y darllenwyr yw ${teams}. Dywedwch pa heddlu arall sydd ynddo.`,
      enough: "Dim heddlu arall",
    },
    choose: {
      heading: "Pa un o’r rhain ydyw?",
      one: "Ai hwn ydyw?",
      many: "Pa un o’r rhain ydyw? Gallwch ddewis mwy nag un",
      notOurs: (body) => `${body} – nid un o’n rhai ni`,
      several: "Mae mwy nag un y gallai fod.",
      more: "Mae eraill hefyd. Os nad yw’ch un chi yma, ewch yn ôl a theipiwch dref.",
      none: "Dim un o’r rhain",
    },
    all: {
      heading: "Pob heddlu",
    },
    elsewhere: {
      heading: "Eraill sy’n ymchwilio i hwn",
      text: (body) => `Allwn ni ddim anfon adroddiad at ${body}.`,
      who: "Pwy sy’n ymchwilio iddo:",
      website: "Eu gwefan",
      leaves: "Nid ein tudalen ni yw honno: dyw’r botwm gadael ddim arni.",
      again: "Mae’n ymwneud â rhywun mewn heddlu yng Nghymru neu Loegr",
    },
  },
}
