import type { Messages } from "@candour/web/language.ts"

/** The words of the receipt (pages §5, Receipt page). */
export const en = {
  title: "Your number",
  danger: "Ring 999 if it’s still happening. It may be hours before anyone reads this.",
  heading: "Keep these 20 digits",
  /** `teams` are as many as `count`. */
  thanks: (teams: string, count: number) =>
    `Thank you for telling us. ${teams} ${count === 1 ? "has" : "have"} your report.`,
  only: "They are the only way to read an answer or add something. We can’t give them to you again.",
  copy: "Copy",
  copied: "Copied.",
  print: "Print",
  save: "Save",
  paper:
    "Paper is safest. Don’t write what they’re for. Copies and screenshots can show on devices that share your account.",
  check: {
    heading: "Check your 20 digits",
    only: "This page only compares the last 4. To see where a report stands, type all 20 under “Read an answer”.",
    label: "Type the last 4 digits to check (optional)",
    button: "Check",
    right: "That’s right.",
    wrong: "Those aren’t the last 4. Look again; nothing is lost.",
  },
  /** `teams` says how many have it; the days are in words, such as "Tuesday 3 March". */
  next: {
    heading: "What happens next",
    open: (teams: number, day: string) => `${teams > 1 ? "Each team" : "The team"} should open it by ${day}.`,
    look: (day: string) =>
      `Look here from ${day}. An answer may take weeks and can’t say everything. With the digits you can also add words, photos, recordings and files there.`,
  },
  files: {
    heading: "Your files",
    going:
      "Your report is safe. Your files are being sent: keep this page open. You can write your digits down meanwhile.",
    there: "Your files are there.",
    stopped:
      "Your report is safe, but not all files went. Try again here, or later: open “Read an answer” with your 20 digits and choose them again.",
    again: "Try the files again",
  },
  fault: "This isn’t your fault.",
  kept: "I’ve kept them",
  gone: {
    heading: "Your digits aren’t on this page",
    text: "They were shown once, when your report was sent, and we can’t give them to you again. If you’ve lost them, tell us again, and say that you did before.",
    start: "Go to the first page",
  },
}

/** Welsh is a draft: have it read. */
export const receiptMessages: Messages<typeof en> = {
  en,
  cy: {
    title: "Eich rhif",
    danger: "Ffoniwch 999 os yw’n dal i ddigwydd. Efallai na fydd neb yn darllen hwn am oriau.",
    heading: "Cadwch yr 20 digid hyn",
    thanks: (teams) => `Diolch am ddweud wrthym. ${teams} sydd â’ch adroddiad.`,
    only: "Dyma’r unig ffordd i ddarllen ateb neu ychwanegu rhywbeth. Allwn ni ddim eu rhoi i chi eto.",
    copy: "Copïo",
    copied: "Wedi’i gopïo.",
    print: "Argraffu",
    save: "Cadw",
    paper:
      "Papur sydd fwyaf diogel. Peidiwch ag ysgrifennu beth ydyn nhw. Gall copïau a sgrinluniau ymddangos ar ddyfeisiau sy’n rhannu eich cyfrif.",
    check: {
      heading: "Gwiriwch eich 20 digid",
      only: "Cymharu’r 4 olaf yn unig mae’r dudalen hon. I weld ble mae adroddiad, teipiwch bob un o’r 20 o dan “Darllen ateb”.",
      label: "Teipiwch y 4 digid olaf i wirio (dewisol)",
      button: "Gwirio",
      right: "Cywir.",
      wrong: "Nid y 4 olaf yw’r rheini. Edrychwch eto; does dim wedi’i golli.",
    },
    next: {
      heading: "Beth sy’n digwydd nesaf",
      open: (teams, day) => `Dylai ${teams > 1 ? "pob tîm" : "y tîm"} ei agor erbyn ${day}.`,
      look: (day) =>
        `Edrychwch yma o ${day} ymlaen. Gall ateb gymryd wythnosau, ac ni all ddweud popeth. Gyda’r digidau gallwch hefyd ychwanegu geiriau, lluniau, recordiadau a ffeiliau yno.`,
    },
    files: {
      heading: "Eich ffeiliau",
      going:
        "Mae eich adroddiad yn ddiogel. Mae eich ffeiliau’n cael eu hanfon: cadwch y dudalen hon ar agor. Gallwch ysgrifennu eich digidau yn y cyfamser.",
      there: "Mae eich ffeiliau wedi cyrraedd.",
      stopped:
        "Mae eich adroddiad yn ddiogel, ond nid aeth pob ffeil. Rhowch gynnig arall arni yma, neu’n hwyrach: agorwch “Darllen ateb” gyda’ch 20 digid a dewiswch nhw eto.",
      again: "Rhoi cynnig arall ar y ffeiliau",
    },
    fault: "Nid eich bai chi yw hyn.",
    kept: "Rydw i wedi’u cadw",
    gone: {
      heading: "Nid yw eich digidau ar y dudalen hon",
      text: "Fe’u dangoswyd unwaith, pan anfonwyd eich adroddiad, ac allwn ni ddim eu rhoi i chi eto. Os ydych chi wedi’u colli, dywedwch wrthym eto, a dywedwch eich bod wedi gwneud hynny o’r blaen.",
      start: "Mynd i’r dudalen gyntaf",
    },
  },
}
