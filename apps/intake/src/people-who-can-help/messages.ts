import type { Day } from "@candour/domain/day.ts"
import { formatDay, type Messages } from "@candour/web/language.ts"

const en = {
  title: "People",
  heading: "People who can help",
  text: "They aren’t the police. You don’t have to say who you are.",
  phone: "A call may show on a bill or in the list of calls. Somebody may check your phone.",
  staySafe: "Leave fewer traces on your phone or computer",
  always: "At any time",
  read: (source: string, day: Day) => `We read this number at: ${source}, on ${formatDay(day, "en")}.`,
  toConfirm: "To be confirmed: we haven’t read this number anywhere yet.",
  hoursToConfirm: "The hours are to be confirmed.",
}

/** The words of the page of people who help. Welsh is a draft: have it read. */
export const messages: Messages<typeof en> = {
  en,
  cy: {
    title: "Pobl",
    heading: "Pobl all helpu",
    text: "Nid yr heddlu ydyn nhw. Does dim rhaid dweud pwy ydych chi.",
    phone: "Gall galwad ymddangos ar fil neu yn y rhestr galwadau. Gallai rhywun edrych ar eich ffôn.",
    staySafe: "Gadael llai o olion ar eich ffôn neu gyfrifiadur",
    always: "Unrhyw bryd",
    read: (source, day) => `Darllenwyd y rhif hwn yn: ${source}, ar ${formatDay(day, "cy")}.`,
    toConfirm: "I’w gadarnhau: dydyn ni ddim wedi darllen y rhif hwn yn unman eto.",
    hoursToConfirm: "Mae’r oriau i’w cadarnhau.",
  },
}
