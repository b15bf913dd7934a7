import { addDays, type Day, daysBetween } from "@candour/domain/day.ts"
import type { EventCodes } from "@candour/domain/event.ts"
import type { Told } from "./seal-told.ts"

/**
 * The founding history in numbers: the Metropolitan line from its first day to the day of the published answer.
 * Source: domain rules §1 (Met FOI 01.FOI.23.034971; the article of March 2024). Who, where and what is invented.
 */
export const FOUNDING = {
  from: "2022-11-29",
  to: "2024-01-15",
  contacts: 2_400,
  /** How many contacts by a day were about another force. */
  otherForces: [
    { by: "2023-03-31", count: 55 },
    { by: "2023-11-29", count: 94 },
    { by: "2024-01-15", count: 95 },
  ],
  intelligence: 727,
  investigating: 217,
  abuseAndDiscrimination: 128,
} as const satisfies { from: Day; to: Day; otherForces: readonly { by: Day; count: number }[] } & Record<
  string,
  unknown
>

type Assessment = Extract<EventCodes, { kind: "assessed" }>["detail"]

/** One contact of the history, and what became of its report on which day. */
export interface FoundingContact {
  day: Day
  /** What was told; nothing where the caller rang off, which is a contact all the same. */
  told?: Told
  /** Whether the caller leaves with a receipt; online everybody does. */
  receipt: boolean
  assessment?: Assessment
  assessedOn?: Day
  madeOn?: Day
  investigatedOn?: Day
}

const MET_HINTS = ["Metropolitan Police", "the Met", "Met Police", "Scotland Yard", "Metropolitan Police Service"]
const OTHER_HINTS = [
  "Kent Police",
  "Essex Police",
  "Surrey Police",
  "Hertfordshire",
  "Thames Valley Police",
  "Sussex Police",
  "BTP",
]
const ABUSE = ["ppda", "apsp", "discrimination", "sexual-misconduct"] as const
const OTHER_THREATS = [
  "disclosure",
  "systems",
  "association",
  "justice",
  "authority",
  "theft-fraud",
  "drugs",
  "interests",
] as const
const CATEGORY_OF = {
  ppda: "partner",
  apsp: "sexual",
  "sexual-misconduct": "sexual",
  discrimination: "discrimination",
} as const

const LAG_DAYS = { assess: 4, make: 9, investigate: 21 }

/** `count` of `from`, spread evenly over it, in its order. */
function spread<Item>(from: readonly Item[], count: number): Item[] {
  if (from.length < count) throw new Error(`The history has ${from.length} places for ${count}.`)
  return Array.from({ length: count }, (_, index) => from[Math.floor((index * from.length) / count)] as Item)
}

/** The whole history, always the same, in the order of its days. */
export function foundingPlan(): FoundingContact[] {
  const days = daysBetween(FOUNDING.from, FOUNDING.to) + 1
  const contacts: FoundingContact[] = Array.from({ length: FOUNDING.contacts }, (_, index) => {
    const online = index % 10 < 3
    const told: Told = {
      hint: MET_HINTS[index % MET_HINTS.length] ?? "",
      line: "metropolitan",
      channel: online ? "online" : "phone",
      categories: ["unsure"],
      mayReply: online ? "yes" : "no",
      answers: { account: `An invented report of the founding history, number ${index + 1}.` },
    }
    return { day: addDays(FOUNDING.from, Math.floor((index * days) / FOUNDING.contacts)), told, receipt: online }
  })

  const others = new Set<FoundingContact>()
  let after: Day = addDays(FOUNDING.from, -1)
  for (const { by, count } of FOUNDING.otherForces) {
    const within = contacts.filter(({ day }) => day > after && day <= by)
    for (const contact of spread(within, count - others.size)) others.add(contact)
    after = by
  }
  for (const [index, contact] of [...others].entries())
    if (contact.told) contact.told = { ...contact.told, hint: OTHER_HINTS[index % OTHER_HINTS.length] ?? "" }

  const ours = contacts.filter((contact) => !others.has(contact))
  const inTime = ours.filter(({ day }) => addDays(day, LAG_DAYS.investigate) <= FOUNDING.to)
  const intelligence = spread(inTime, FOUNDING.intelligence)
  const abuse = new Set(spread(intelligence, FOUNDING.abuseAndDiscrimination))
  for (const [index, contact] of intelligence.entries()) {
    const threat = abuse.has(contact) ? ABUSE[index % ABUSE.length] : OTHER_THREATS[index % OTHER_THREATS.length]
    if (threat === undefined || contact.told === undefined) continue
    const category = threat in CATEGORY_OF ? CATEGORY_OF[threat as keyof typeof CATEGORY_OF] : "other"
    contact.told = { ...contact.told, categories: [category] }
    contact.assessment = { threat, others: [], severity: "gross", persons: 1, grounds: [] }
    contact.assessedOn = addDays(contact.day, LAG_DAYS.assess)
    contact.madeOn = addDays(contact.day, LAG_DAYS.make)
  }
  for (const contact of spread(intelligence, FOUNDING.investigating))
    contact.investigatedOn = addDays(contact.day, LAG_DAYS.investigate)

  // Some who rang said nothing that could be passed on.
  const silent = ours.filter((contact) => contact.assessment === undefined && contact.told?.channel === "phone")
  for (const contact of spread(silent, Math.floor(silent.length / 5))) contact.told = undefined
  return contacts
}
