/** The parts of an officer's day, in the order in which they are to be looked at. */
export type DayPart = "danger" | "sameDay" | "overdue" | "letIn" | "waiting" | "next" | "messages" | "accept"

const parts: Record<DayPart, string> = {
  danger: "In danger, and nobody has acted",
  sameDay: "For a lead today: exposure, or a partner at risk",
  overdue: "Mine, overdue",
  letIn: "Stopped as too near: let them in, or leave it so",
  waiting: "Waiting for me",
  next: "Mine, due next",
  messages: "New messages in mine",
  accept: "To accept",
}

/** Words of My day. */
export const en = {
  title: "My day",
  parts,
  paused: (day: string) =>
    `The national body has paused your desk since ${day}: new reports go to the national desk. What is here stays, and you go on with it. Ask the national desk why, and until when.`,
  start: "Next report that needs someone",
  nothing: "Nothing is waiting for you.",
  unassigned: (count: string, one: boolean) => (one ? "1 report has no holder" : `${count} reports have no holder`),
  toQueue: "See the whole queue",
  all: (part: DayPart) => ["See all", `: ${parts[part]}`] as const,
  done: "That was the last that needs someone. What you left is still in the lists below.",
  dangerUnknown: "Danger not known",
  forLead: "For a lead today",
  stopped: (name: string) => `${name} was stopped`,
  holder: (name: string) => `Holder: ${name}`,
}
