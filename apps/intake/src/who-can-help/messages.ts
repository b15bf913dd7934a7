import type { NotForUs } from "@candour/domain/not-for-us.ts"
import type { Messages } from "@candour/web/language.ts"

const aboutEn: Record<NotForUs, string> = {
  emergency: "Someone is in danger now",
  crime: "A crime by someone who isn’t police",
  service: "Rude or slow police, a poor investigation, or how the police work",
  grievance: "My own job in the police, such as pay, promotion or a dispute",
  military: "Military police, prison or border staff, or others with powers",
  scotland: "Police in Scotland",
  "northern-ireland": "Police in Northern Ireland",
  data: "What the police hold about me",
}

const aboutCy: Record<NotForUs, string> = {
  emergency: "Mae rhywun mewn perygl nawr",
  crime: "Trosedd gan rywun nad yw yn yr heddlu",
  service: "Heddlu anghwrtais neu araf, ymchwiliad gwael, neu sut mae’r heddlu’n gweithio",
  grievance: "Fy swydd fy hun yn yr heddlu, fel cyflog, dyrchafiad neu anghydfod",
  military: "Heddlu milwrol, staff carchar neu’r ffin, neu eraill sydd â phwerau",
  scotland: "Yr heddlu yn yr Alban",
  "northern-ireland": "Yr heddlu yng Ngogledd Iwerddon",
  data: "Yr hyn y mae’r heddlu’n ei gadw amdanaf",
}

const answerEn: Record<NotForUs, string> = {
  emergency: "Nobody here can come at once. Ring 999. If you are afraid because they are police, tell the operator.",
  crime: "The police look into it. If you don’t want to give your name, Crimestoppers takes it without.",
  service: "Complain to the force itself first: each has a complaints page. If that doesn’t help, ask the IOPC.",
  grievance:
    "Your union or staff association knows your force’s own procedure. Protect gives free advice to anyone who speaks up about wrongdoing at work.",
  military: "Each body has somebody who looks into it. These are the ones that people ask about most:",
  scotland: "Complain to Police Scotland first. The PIRC reviews how it was handled and looks into the gravest cases.",
  "northern-ireland": "The Police Ombudsman looks into it, and isn’t the police.",
  data: "Ask the force for a copy first: that is free. If it doesn’t answer within a month, or you think it is wrong, ask the ICO.",
}

const answerCy: Record<NotForUs, string> = {
  emergency:
    "All neb yma ddod ar unwaith. Ffoniwch 999. Os ydych chi’n ofni am mai’r heddlu ydyn nhw, dywedwch hynny wrth y sawl sy’n ateb.",
  crime: "Yr heddlu sy’n ymchwilio iddo. Os nad ydych am roi eich enw, mae Taclo’r Taclau yn ei gymryd hebddo.",
  service:
    "Cwynwch wrth yr heddlu dan sylw yn gyntaf: mae gan bob un dudalen gwyno. Os nad yw hynny’n helpu, gofynnwch i’r IOPC.",
  grievance:
    "Mae eich undeb neu gymdeithas staff yn gwybod am drefn eich heddlu. Mae Protect yn rhoi cyngor am ddim i unrhyw un sy’n codi llais am gamwedd yn y gwaith.",
  military: "Mae gan bob corff rywun sy’n ymchwilio iddo. Dyma’r rhai y bydd pobl yn holi amdanyn nhw fwyaf:",
  scotland:
    "Cwynwch wrth Heddlu’r Alban yn gyntaf. Mae’r PIRC yn adolygu sut yr aed ati ac yn ymchwilio i’r achosion mwyaf difrifol.",
  "northern-ireland": "Ombwdsmon yr Heddlu sy’n ymchwilio iddo, ac nid yr heddlu yw ef.",
  data: "Gofynnwch i’r heddlu dan sylw am gopi yn gyntaf: mae hynny am ddim. Os nad yw’n ateb o fewn mis, neu os ydych yn meddwl ei fod yn anghywir, gofynnwch i’r ICO.",
}

const en = {
  title: "Others",
  heading: "Who can help with other things",
  text: "Here you can tell us about corruption, abuse and other serious wrongdoing by someone in the police. Others look into the rest. Say what it is about, and we say who.",
  danger: "In danger now? Ring 999.",
  question: "What is it about?",
  counted: "We count what people choose here, with today’s date, and keep nothing about you.",
  unsure: "Something else, or I’m not sure",
  next: "Next",
  problem: "Choose what it is about, or “Something else, or I’m not sure”.",
  thanks: "Thank you for asking.",
  stillUs:
    "If someone in the police did it, covered it up or used their position, it is for us after all. You don’t have to be sure.",
  tellUs: "Tell us",
  unsureAnswer: "Then tell us. You don’t have to know whom it is for: we send it to the right place.",
  allBodies: "All forces, and everybody else with who looks into them",
  another: "Ask about something else",
  about: aboutEn,
  answer: answerEn,
}

/** The words of the pages for what is not for this hotline (domain rules §1, "not taken"). Welsh is a draft: have it read. */
export const messages: Messages<typeof en> = {
  en,
  cy: {
    title: "Eraill",
    heading: "Pwy all helpu gyda phethau eraill",
    text: "Yma gallwch ddweud wrthym am lygredd, cam-drin a chamwedd difrifol arall gan rywun yn yr heddlu. Mae eraill yn ymchwilio i’r gweddill. Dywedwch beth yw’r mater, ac fe ddywedwn ni pwy.",
    danger: "Mewn perygl nawr? Ffoniwch 999.",
    question: "Beth yw’r mater?",
    counted: "Rydyn ni’n cyfrif beth mae pobl yn ei ddewis yma, gyda’r dyddiad heddiw, ac yn cadw dim amdanoch chi.",
    unsure: "Rhywbeth arall, neu dydw i ddim yn siŵr",
    next: "Nesaf",
    problem: "Dewiswch beth yw’r mater, neu “Rhywbeth arall, neu dydw i ddim yn siŵr”.",
    thanks: "Diolch am ofyn.",
    stillUs:
      "Os mai rhywun yn yr heddlu a’i gwnaeth, a’i cuddiodd neu a ddefnyddiodd ei safle, i ni y mae wedi’r cyfan. Does dim rhaid bod yn siŵr.",
    tellUs: "Dweud wrthym",
    unsureAnswer: "Dywedwch wrthym felly. Does dim rhaid gwybod i bwy y mae: byddwn ni’n ei anfon i’r lle iawn.",
    allBodies: "Pob heddlu, a phawb arall gyda phwy sy’n ymchwilio iddyn nhw",
    another: "Holi am rywbeth arall",
    about: aboutCy,
    answer: answerCy,
  },
}
