import type { CorrectionKind } from "@candour/domain/correction.ts"
import type { Messages } from "@candour/web/language.ts"

/** What can be put right in the form. */
export type WrongProblem = "kind" | "noName" | "nameSigns" | "nameLong" | "said" | "full" | "away"

const kindsEn: Record<CorrectionKind, string> = {
  place: "A place is policed by another force",
  missing: "A name that people use is missing",
  force: "A force’s details are out of date",
  elsewhere: "The details of a body that isn’t a force of England or Wales",
}
const kindsCy: Record<CorrectionKind, string> = {
  place: "Heddlu arall sy’n plismona lle",
  missing: "Mae enw y mae pobl yn ei ddefnyddio ar goll",
  force: "Mae manylion heddlu wedi dyddio",
  elsewhere: "Manylion corff nad yw’n heddlu yng Nghymru na Lloegr",
}

const problemsEn: Record<WrongProblem, string> = {
  kind: "Choose what is wrong.",
  noName: "Type the place or force that it is about.",
  nameSigns: "Use only letters, digits, spaces and . ’ - & in the name.",
  nameLong: "Type a shorter name: 60 characters or less.",
  said: "Choose from the list, or “I don’t know”.",
  full: "So much has been noted today that nobody could read more. Nothing is lost. Try again tomorrow.",
  away: "We couldn’t note that this minute. Try again in a few minutes.",
}
const problemsCy: Record<WrongProblem, string> = {
  kind: "Dewiswch beth sy’n anghywir.",
  noName: "Teipiwch y lle neu’r heddlu dan sylw.",
  nameSigns: "Defnyddiwch lythrennau, digidau, bylchau a . ’ - & yn unig yn yr enw.",
  nameLong: "Teipiwch enw byrrach: 60 nod neu lai.",
  said: "Dewiswch o’r rhestr, neu “Dydw i ddim yn gwybod”.",
  full: "Nodwyd cymaint heddiw fel na allai neb ddarllen rhagor. Does dim wedi’i golli. Rhowch gynnig arall arni yfory.",
  away: "Allen ni ddim nodi hynny’r funud hon. Rhowch gynnig arall arni ymhen ychydig funudau.",
}

const en = {
  heading: "What is wrong in the directory?",
  notAReport:
    "This is about our lists of forces and places. It isn’t read by a team that looks into police wrongdoing. To tell us about someone in the police, press Start on the first page.",
  kept: "We keep what you choose and type below with today’s date, and nothing about you.",
  kind: "What is wrong?",
  kinds: kindsEn,
  name: "Which place or force is it about?",
  nameHint: "A place or a force only. Don’t write about a person here.",
  said: "Which force or body should it be?",
  unknown: "I don’t know",
  forces: "Police forces of England and Wales",
  elsewhere: "Others",
  send: "Send",
  problem: problemsEn,
  thanks: {
    heading: "Thank you",
    text: "It is noted. The people who look after the directory check it against a source; until they have, nothing changes.",
    back: "See every force",
  },
}

/** The words of saying that the directory is wrong. Welsh is a draft: have it read. */
export const messages: Messages<typeof en> = {
  en,
  cy: {
    heading: "Beth sy’n anghywir yn y cyfeiriadur?",
    notAReport:
      "Mae hyn yn ymwneud â’n rhestrau o heddluoedd a lleoedd. Nid tîm sy’n ymchwilio i gamymddwyn yr heddlu sy’n ei ddarllen. I ddweud wrthym am rywun yn yr heddlu, pwyswch Dechrau ar y dudalen gyntaf.",
    kept: "Rydyn ni’n cadw’r hyn rydych chi’n ei ddewis a’i deipio isod gyda’r dyddiad heddiw, a dim byd amdanoch chi.",
    kind: "Beth sy’n anghywir?",
    kinds: kindsCy,
    name: "Pa le neu heddlu sydd dan sylw?",
    nameHint: "Lle neu heddlu yn unig. Peidiwch ag ysgrifennu am berson yma.",
    said: "Pa heddlu neu gorff ddylai fod yno?",
    unknown: "Dydw i ddim yn gwybod",
    forces: "Heddluoedd Cymru a Lloegr",
    elsewhere: "Eraill",
    send: "Anfon",
    problem: problemsCy,
    thanks: {
      heading: "Diolch",
      text: "Mae wedi’i nodi. Bydd y bobl sy’n gofalu am y cyfeiriadur yn ei wirio yn erbyn ffynhonnell; tan hynny, does dim yn newid.",
      back: "Gweld pob heddlu",
    },
  },
}
