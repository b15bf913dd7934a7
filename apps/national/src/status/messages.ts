import type { Channel } from "@candour/domain/contact.ts"
import { plural } from "@candour/web/language.ts"

const channels: Record<Channel, string> = { online: "Last contact online", phone: "Last contact by telephone" }

/** Every word of the page on how the service runs. */
export const en = {
  title: "Status",
  why: "What this server and the database know of how the service runs. What they can’t see is said so: each other server answers for itself at its own address /health.",
  asAt: (moment: string) => `At ${moment}.`,
  columns: { part: "Part", state: "State", known: "What is known" },
  good: "Good",
  look: "Look",
  unknown: "Not known here",

  database: "Database",
  reached: "Reached, with the logins of the figures and of signing in.",
  migration: (name: string, day: string) => `Its newest migration is ${name}, applied on ${day}.`,

  recount: "Figures counted again",
  never: "Never. Run: npm run --silent candour -- recount",
  recounted: (moment: string, differences: number) =>
    differences === 0
      ? `At ${moment}, with no difference between the figures and what happened.`
      : `At ${moment}: ${plural("en", differences, { one: "1 difference", other: `${differences} differences` })} between the figures and what happened. Somebody wrote to the figures by hand: run the command again and look at each.`,
  recountOld: "That is over a week ago: run it again.",

  watch: "Desks looked at",
  watched: (moment: string) => `At ${moment}. They are looked at every five minutes.`,
  unwatched: "Not yet.",
  late: (moment: string) => `At ${moment}, over a quarter of an hour ago: have this server started again.`,

  alarms: "Alarms that stand",
  noAlarms: "None.",
  standing: (all: number, unowned: number) =>
    `${plural("en", all, { one: "1 alarm", other: `${all} alarms` })}, ${unowned === 0 ? "each seen to by somebody" : `${unowned} of them seen to by nobody`}.`,

  stopped: "Desks whose figures have stopped",
  noneStopped: "None.",
  stoppedSince: (desk: string, day: string) => `${desk}, since ${day}`,

  channels,
  contact: (day: string) => `${day}.`,
  noContact: "None recorded in the last two months.",

  spool: "Reports that wait in the intake’s spool",
  spoolUnknown:
    "They lie on the intake’s own disk and not in the database. The intake’s /health says where one has waited for over ten minutes.",

  mornings: "Morning mails",
  looked: (day: string, desks: number) =>
    `On ${day}, ${plural("en", desks, { one: "1 desk was", other: `${desks} desks were` })} looked at. A desk where nothing waits gets no mail; how many mails went isn’t kept.`,
  noMornings: "No desk was ever looked at: the triage may have no mail server set up.",

  mail: "Mails of alarms",
  mailSet: "This server has a mail server set up.",
  mailNotSet:
    "No mail server is set up here: alarms stand on their page alone. Have CANDOUR_SMTP_URL set for this server.",

  release: "Last release",
  released: (name: string, moment: string) => `${name}, entered at ${moment}.`,
  noRelease: "Nothing was released yet.",

  server: "This server",
  version: (version: string, moment: string) => `Version ${version}, started at ${moment}.`,
}
