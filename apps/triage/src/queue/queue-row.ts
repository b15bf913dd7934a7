import { report } from "@candour/database/schema.ts"

/** The columns of a row of the queue. */
export const columns = {
  id: report.id,
  urgency: report.urgency,
  danger: report.danger,
  categories: report.categories,
  day: report.day,
  stage: report.stage,
  opened: report.opened,
  holder: report.holder,
  due: report.due,
  messageWaiting: report.messageWaiting,
  disputed: report.disputed,
  paused: report.paused,
  restrictedTo: report.restrictedTo,
  cameFrom: report.cameFrom,
  lastNumber: report.lastNumber,
}

/** One row of a queue: what is counted of a report, and never its words. */
export type QueueRow = Pick<typeof report.$inferSelect, keyof typeof columns>
