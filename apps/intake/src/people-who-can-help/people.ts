import type { Day } from "@candour/domain/day.ts"
import { both, type Helper } from "./helper.ts"

/** The day on which the sources below were read (domain rules §10, and public pages as they were stored). */
const READ: Day = "2026-11-24"

/** Hours that no source said. */
const UNSURE = { hoursToConfirm: true } as const

const WEEKDAYS = both("weekdays", "dyddiau’r wythnos")

/** Who else helps, nearest danger first. Source: domain rules §10; the Welsh is a draft. */
export const helpers: readonly Helper[] = [
  {
    name: both("Emergency", "Argyfwng"),
    reach: both("999"),
    hours: "always",
    serves: both("danger now", "perygl nawr"),
    source: both("Merseyside Police", "Heddlu Glannau Mersi"),
    checked: READ,
  },
  {
    name: both("Silent Solution", "Datrysiad Tawel"),
    reach: both("999, then 55 on a mobile", "999, yna 55 ar ffôn symudol"),
    hours: "always",
    serves: both(
      "if you can’t speak; it doesn’t give your location",
      "os na allwch siarad; nid yw’n rhoi eich lleoliad",
    ),
    source: both("Isle of Wight Council and Centre 56", "Cyngor Ynys Wyth a Centre 56"),
    checked: READ,
  },
  {
    name: both("Emergency text, and BSL", "Neges destun frys, a BSL"),
    reach: both("text register to 999 first; 999 BSL app", "anfonwch register at 999 yn gyntaf; ap 999 BSL"),
    hours: "always",
    serves: both("if you are deaf or can’t speak", "os ydych yn fyddar neu’n methu siarad"),
    source: both("Safety Solutions Training, for the text", "Safety Solutions Training, am y neges destun"),
    checked: READ,
  },
  {
    name: both("Relay UK"),
    reach: both("18000 in an emergency; 18001 and then any number", "18000 mewn argyfwng; 18001 ac yna unrhyw rif"),
    hours: "always",
    serves: both("if you are deaf or can’t speak", "os ydych yn fyddar neu’n methu siarad"),
    source: both("Merseyside Police, for 18000", "Heddlu Glannau Mersi, am 18000"),
    checked: READ,
  },
  {
    name: both("National Domestic Abuse Helpline (Refuge)", "Llinell Gymorth Cam-drin Domestig Genedlaethol (Refuge)"),
    reach: both("0808 2000 247"),
    hours: "always",
    serves: both("women, England", "menywod, Lloegr"),
    source: both("Refuge"),
    checked: READ,
  },
  {
    name: both("Live Fear Free", "Byw Heb Ofn"),
    reach: both("0808 80 10 800; text 07860 077333", "0808 80 10 800; neges destun 07860 077333"),
    hours: "always",
    serves: both("anyone, Wales", "unrhyw un, Cymru"),
    source: both("the Welsh Government", "Llywodraeth Cymru"),
    checked: READ,
  },
  {
    name: both("Rape Crisis 24/7 line", "Llinell gymorth 24/7 Rape Crisis"),
    reach: both("0808 500 2222"),
    hours: "always",
    serves: both("anyone of 16 or over, England and Wales", "unrhyw un 16 oed neu hŷn, Cymru a Lloegr"),
    source: both("Rape Crisis"),
    checked: READ,
  },
  {
    name: both("Men’s Advice Line"),
    reach: both("0808 801 0327"),
    hours: both("Monday to Friday, 10 to 5", "dydd Llun i ddydd Gwener, 10 tan 5"),
    serves: both("men", "dynion"),
    source: both("Centre 56"),
    checked: READ,
    ...UNSURE,
  },
  {
    name: both("Galop"),
    reach: both("0800 999 5428"),
    hours: both(
      "Monday to Thursday 10 to 8:30, Friday 10 to 4:30",
      "dydd Llun i ddydd Iau 10 tan 8:30, dydd Gwener 10 tan 4:30",
    ),
    serves: both("LGBT+ people", "pobl LHDT+"),
    source: both("Galop, of 2023", "Galop, o 2023"),
    checked: READ,
  },
  {
    name: both("BAWSO"),
    reach: both("0800 731 8147"),
    hours: "always",
    serves: both("Black and minority ethnic people, Wales", "pobl Ddu ac o leiafrifoedd ethnig, Cymru"),
    ...UNSURE,
  },
  {
    name: both("National Stalking Helpline"),
    reach: both("0808 802 0300"),
    hours: WEEKDAYS,
    serves: both("stalking", "stelcio"),
    source: both("the Suzy Lamplugh Trust", "Ymddiriedolaeth Suzy Lamplugh"),
    checked: READ,
    ...UNSURE,
  },
  {
    name: both("SignHealth domestic abuse", "SignHealth, cam-drin domestig"),
    reach: both("text 07800 003421", "neges destun 07800 003421"),
    hours: both("Monday to Friday, 9 to 5", "dydd Llun i ddydd Gwener, 9 tan 5"),
    serves: both("deaf people", "pobl fyddar"),
    ...UNSURE,
  },
  {
    name: both("Victim Support", "Cymorth i Ddioddefwyr"),
    reach: both("08 08 16 89 111"),
    hours: "always",
    serves: both("anyone harmed by any crime", "unrhyw un a gafodd niwed gan unrhyw drosedd"),
    source: both("Victim Support, of 2020", "Cymorth i Ddioddefwyr, o 2020"),
    checked: READ,
  },
  {
    name: both("Stop Hate UK", "Stop Hate UK, Stop Hate Cymru"),
    reach: both("0800 138 1625"),
    hours: "always",
    serves: both("hate, in some areas only", "casineb, mewn rhai ardaloedd yn unig"),
    source: both("Stop Hate UK, of 2020", "Stop Hate UK, o 2020"),
    checked: READ,
    ...UNSURE,
  },
  {
    name: both("Samaritans", "Y Samariaid"),
    reach: both(
      "116 123; in Welsh 0808 164 0123, 7 to 11 in the evening",
      "116 123; yn Gymraeg 0808 164 0123, 7 tan 11 yr hwyr",
    ),
    hours: "always",
    serves: both("despair", "anobaith"),
    source: both("Samaritans, of 2021", "y Samariaid, o 2021"),
    checked: READ,
  },
  {
    name: both("Childline"),
    reach: both("0800 1111"),
    hours: "always",
    serves: both("anyone under 19", "unrhyw un dan 19 oed"),
    source: both("a booklet of Childline’s own", "llyfryn gan Childline ei hun"),
    checked: READ,
  },
  {
    name: both("Protect"),
    reach: both("020 3117 2520"),
    hours: WEEKDAYS,
    serves: both(
      "people who speak up at work, police staff too",
      "pobl sy’n codi llais yn y gwaith, staff yr heddlu hefyd",
    ),
    source: both("Protect"),
    checked: READ,
    ...UNSURE,
  },
]
