/** Somebody who helps, as data: numbers change, and each says where it was read and how sure that is. */
export interface Helper {
  name: string
  /** How to reach them, as one says it. */
  reach: string
  hours: string
  /** Whom they are for. */
  serves: string
  /** `read`: the number was seen in a source; `to-check`: from knowledge, to be checked before launch. */
  sure: "read" | "to-check"
}

/** The day the list was put together (domain rules §10). */
export const MADE = "2026-11-24"

/** Who else helps, nearest danger first. Source: domain rules §10. */
export const helpers: readonly Helper[] = [
  { name: "Emergency", reach: "999", hours: "always", serves: "danger now", sure: "read" },
  {
    name: "Silent Solution",
    reach: "999, then 55 on a mobile",
    hours: "always",
    serves: "if you can’t speak; it doesn’t give your location",
    sure: "read",
  },
  {
    name: "Emergency text, and BSL",
    reach: "text register to 999 first; 999 BSL app",
    hours: "always",
    serves: "if you are deaf or can’t speak",
    sure: "read",
  },
  {
    name: "Relay UK",
    reach: "18000 in an emergency; 18001 and then any number",
    hours: "always",
    serves: "if you are deaf or can’t speak",
    sure: "to-check",
  },
  {
    name: "National Domestic Abuse Helpline (Refuge)",
    reach: "0808 2000 247",
    hours: "always",
    serves: "women, England",
    sure: "read",
  },
  {
    name: "Live Fear Free",
    reach: "0808 80 10 800; text 07860 077333",
    hours: "always",
    serves: "anyone, Wales",
    sure: "read",
  },
  {
    name: "Rape Crisis 24/7 line",
    reach: "0808 500 2222",
    hours: "always",
    serves: "anyone of 16 or over, England and Wales",
    sure: "read",
  },
  {
    name: "Men’s Advice Line",
    reach: "0808 801 0327",
    hours: "Monday to Friday, 10 to 5",
    serves: "men",
    sure: "to-check",
  },
  {
    name: "Galop",
    reach: "0800 999 5428",
    hours: "Monday to Thursday 10 to 8:30, Friday 10 to 4:30",
    serves: "LGBT+ people",
    sure: "read",
  },
  {
    name: "BAWSO",
    reach: "0800 731 8147",
    hours: "always",
    serves: "Black and minority ethnic people, Wales",
    sure: "to-check",
  },
  {
    name: "National Stalking Helpline",
    reach: "0808 802 0300",
    hours: "weekdays",
    serves: "stalking",
    sure: "to-check",
  },
  {
    name: "SignHealth domestic abuse",
    reach: "text 07800 003421",
    hours: "Monday to Friday, 9 to 5",
    serves: "deaf people",
    sure: "to-check",
  },
  {
    name: "Victim Support",
    reach: "08 08 16 89 111",
    hours: "always",
    serves: "anyone harmed by any crime",
    sure: "read",
  },
  {
    name: "Samaritans",
    reach: "116 123; in Welsh 0808 164 0123, 7 to 11 in the evening",
    hours: "always",
    serves: "despair",
    sure: "read",
  },
  { name: "Childline", reach: "0800 1111", hours: "always", serves: "anyone under 19", sure: "to-check" },
  {
    name: "Protect",
    reach: "020 3117 2520",
    hours: "weekdays",
    serves: "people who speak up at work, police staff too",
    sure: "to-check",
  },
]

/** Who looks into what is not for this hotline. Source: domain rules §1 and §10. */
export const others: readonly (Helper & { matter: string })[] = [
  { matter: "Danger now", name: "Emergency", reach: "999", hours: "always", serves: "", sure: "read" },
  {
    matter: "A crime by someone who isn’t police",
    name: "Police",
    reach: "101",
    hours: "always",
    serves: "",
    sure: "to-check",
  },
  {
    matter: "The same, without giving your name",
    name: "Crimestoppers",
    reach: "0800 555 111",
    hours: "always",
    serves: "",
    sure: "to-check",
  },
  {
    matter: "Rude or slow police, or a poor investigation",
    name: "The force itself, then the Independent Office for Police Conduct (IOPC)",
    reach: "0300 020 0096",
    hours: "Monday to Friday, 9 to 5",
    serves: "",
    sure: "to-check",
  },
  {
    matter: "Police in Scotland",
    name: "Police Investigations and Review Commissioner (PIRC)",
    reach: "01698 542900",
    hours: "office hours",
    serves: "",
    sure: "to-check",
  },
  {
    matter: "Police in Northern Ireland",
    name: "Police Ombudsman for Northern Ireland",
    reach: "028 9082 8600",
    hours: "office hours",
    serves: "",
    sure: "to-check",
  },
  {
    matter: "What is held about you",
    name: "Information Commissioner’s Office (ICO)",
    reach: "0303 123 1113",
    hours: "Monday to Friday, 9 to 5",
    serves: "",
    sure: "to-check",
  },
]
