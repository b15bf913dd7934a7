import type { Day } from "@candour/domain/day.ts"
import type { NotForUs } from "@candour/domain/not-for-us.ts"
import { both, type Helper } from "../people-who-can-help/helper.ts"

/** The day on which the sources below were read. */
const READ: Day = "2026-11-24"

const OFFICE = both("Monday to Friday, 9 to 5", "dydd Llun i ddydd Gwener, 9 tan 5")

const emergency: Helper = {
  name: both("Emergency", "Argyfwng"),
  reach: both(
    "999; if you can’t speak, from a mobile, then 55; deaf: text register to 999 first",
    "999; os na allwch siarad, o ffôn symudol, yna 55; byddar: anfonwch register at 999 yn gyntaf",
  ),
  hours: "always",
  source: both("Merseyside Police and Isle of Wight Council", "Heddlu Glannau Mersi a Chyngor Ynys Wyth"),
  checked: READ,
}

const police: Helper = {
  name: both("Police", "Yr heddlu"),
  reach: both("101"),
  hours: "always",
  serves: both("what isn’t urgent", "yr hyn nad yw’n frys"),
}

const crimestoppers: Helper = {
  name: both("Crimestoppers", "Taclo’r Taclau"),
  reach: both("0800 555 111"),
  hours: "always",
  serves: both("without giving your name; they aren’t the police", "heb roi eich enw; nid yr heddlu ydyn nhw"),
  source: both("a list of public numbers", "rhestr o rifau cyhoeddus"),
  checked: READ,
  hoursToConfirm: true,
}

const iopc: Helper = {
  name: both("Independent Office for Police Conduct (IOPC)", "Swyddfa Annibynnol Ymddygiad yr Heddlu (IOPC)"),
  reach: both("0300 020 0096"),
  hours: OFFICE,
  serves: both("complaints about the police", "cwynion am yr heddlu"),
  source: both("the IOPC, of 2019", "yr IOPC, o 2019"),
  checked: READ,
  hoursToConfirm: true,
}

const protect: Helper = {
  name: both("Protect"),
  reach: both("020 3117 2520"),
  hours: both("weekdays", "dyddiau’r wythnos"),
  serves: both("people who speak up at work", "pobl sy’n codi llais yn y gwaith"),
  source: both("Protect"),
  checked: READ,
  hoursToConfirm: true,
}

const pirc: Helper = {
  name: both(
    "Police Investigations and Review Commissioner (PIRC)",
    "Comisiynydd Ymchwiliadau ac Adolygu’r Heddlu (PIRC)",
  ),
  reach: both("01698 542900"),
  hours: both("office hours", "oriau swyddfa"),
}

const ombudsman: Helper = {
  name: both("Police Ombudsman for Northern Ireland", "Ombwdsmon yr Heddlu dros Ogledd Iwerddon"),
  reach: both("0300 123 2989"),
  hours: OFFICE,
  source: both(
    "nidirect, the government’s site for Northern Ireland",
    "nidirect, gwefan y llywodraeth i Ogledd Iwerddon",
  ),
  checked: READ,
  hoursToConfirm: true,
}

const ico: Helper = {
  name: both("Information Commissioner’s Office (ICO)", "Swyddfa’r Comisiynydd Gwybodaeth (ICO)"),
  reach: both("0303 123 1113"),
  hours: OFFICE,
  source: both("a list of public numbers", "rhestr o rifau cyhoeddus"),
  checked: READ,
  hoursToConfirm: true,
}

/** Who looks into what is not for this hotline, first who helps most. Source: domain rules §1 and §10. */
export const places: Readonly<Record<NotForUs, readonly Helper[]>> = {
  emergency: [emergency],
  crime: [police, crimestoppers],
  service: [iopc],
  grievance: [protect],
  military: [],
  scotland: [pirc],
  "northern-ireland": [ombudsman],
  data: [ico],
}

/** Bodies of the directory that people mean by military, prison or border staff. */
export const BODIES: readonly string[] = ["royal-military-police", "prison-staff", "border-force", "nca"]
