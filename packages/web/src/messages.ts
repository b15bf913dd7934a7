import type { Messages } from "./language.ts"
import { problemWords } from "./problem-words.ts"

const en = {
  name: "Candour",
  skip: "Skip to main content",
  safety: "Safety",
  leave: "Leave this site quickly",
  leaveTwoMore: "Shift, press 2 more times to leave.",
  leaveOneMore: "Shift, press 1 more time to leave.",
  ...problemWords.en,
  warning: "Warning",
  important: "Important",
  done: "Done",
  next: "Next page",
  previous: "Previous page",
  pages: "Pages",
  back: "Back",
  footer: "About this site",
  navigation: "Pages of this service",
  signedIn: "Signed in",
  signIns: "Your sign-ins",
  signOut: "Sign out",
  day: "Day",
  month: "Month",
  year: "Year",
  notFound: {
    title: "This page isn’t here",
    text: "The address may be mistyped, or the page may have moved.",
    start: "Go to the first page",
  },
  failure: {
    title: "Something went wrong on our side",
    text: "It isn’t anything you did. Wait a minute and try again. If you were filling in a form, go back: what you typed may still be there.",
  },
  refused: {
    title: "We didn’t take that",
    text: "It didn’t come from a page of this site. Go back, load the page again and try once more.",
  },
  tooLarge: {
    title: "That’s too much at once",
    text: "Go back, send a shorter part first, and add the rest later.",
  },
}

/** The words of the shell, its components and its failure pages. Welsh is a draft: have it read. */
export const messages: Messages<typeof en> = {
  en,
  cy: {
    name: "Candour",
    skip: "Neidio i’r prif gynnwys",
    safety: "Diogelwch",
    leave: "Gadael y wefan yn gyflym",
    leaveTwoMore: "Shift, pwyswch 2 waith eto i adael.",
    leaveOneMore: "Shift, pwyswch 1 waith eto i adael.",
    ...problemWords.cy,
    warning: "Rhybudd",
    important: "Pwysig",
    done: "Wedi’i wneud",
    next: "Y dudalen nesaf",
    previous: "Y dudalen flaenorol",
    pages: "Tudalennau",
    back: "Yn ôl",
    footer: "Am y wefan hon",
    navigation: "Tudalennau’r gwasanaeth hwn",
    signedIn: "Wedi mewngofnodi",
    signIns: "Ble rydych wedi mewngofnodi",
    signOut: "Allgofnodi",
    day: "Dydd",
    month: "Mis",
    year: "Blwyddyn",
    notFound: {
      title: "Dydy’r dudalen hon ddim yma",
      text: "Efallai fod y cyfeiriad yn anghywir, neu fod y dudalen wedi symud.",
      start: "Mynd i’r dudalen gyntaf",
    },
    failure: {
      title: "Aeth rhywbeth o’i le ar ein hochr ni",
      text: "Nid chi sydd ar fai. Arhoswch funud a rhowch gynnig arall arni. Os oeddech chi’n llenwi ffurflen, ewch yn ôl: efallai fod yr hyn a deipioch chi yno o hyd.",
    },
    refused: {
      title: "Wnaethon ni ddim derbyn hynny",
      text: "Ni ddaeth o dudalen ar y wefan hon. Ewch yn ôl, llwythwch y dudalen eto a rhowch gynnig arall arni.",
    },
    tooLarge: {
      title: "Mae hynny’n ormod ar unwaith",
      text: "Ewch yn ôl, anfonwch ran fyrrach yn gyntaf, ac ychwanegwch y gweddill wedyn.",
    },
  },
}
