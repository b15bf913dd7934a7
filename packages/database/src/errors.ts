/** The database can't be reached, or the connection broke: nothing is confirmed. */
export class DatabaseAway extends Error {
  override name = "DatabaseAway"
}

/** Somebody else was first, with an event or in the register: read again, show what they did, and let the person decide. */
export class SomebodyWasFirst extends Error {
  override name = "SomebodyWasFirst"
}

/** The rules refuse the event; `refusal` is a code of packages/domain `succession.ts`. */
export class MayNotFollow extends Error {
  override name = "MayNotFollow"
  readonly refusal: string
  constructor(refusal: string, options?: ErrorOptions) {
    super(`The event may not follow: ${refusal}`, options)
    this.refusal = refusal
  }
}

/** A body was asked for without an opening on record (design §5). */
export class NotOpened extends Error {
  override name = "NotOpened"
}

/** A file was asked for that somebody of the desk has quarantined as unlawful. */
export class FileQuarantined extends Error {
  override name = "FileQuarantined"
}

/** The invitation was used before, or has ended. */
export class InvitationEnded extends Error {
  override name = "InvitationEnded"
}

/** The rules refuse a step of a release; `refusal` is a code of migration 0038. */
export class ReleaseRefused extends Error {
  override name = "ReleaseRefused"
  readonly refusal: string
  constructor(refusal: string, options?: ErrorOptions) {
    super(`The release is refused: ${refusal}`, options)
    this.refusal = refusal
  }
}

/** Whether the database refused a row for what is in it (SQLSTATE classes 22 and 23): trying again is of no use. */
export const isAboutTheRow = (error: unknown): boolean => /^2[23]/.test(String(driverError(error).code))

/**
 * Whether the database may take the same thing a little later: it is away, locked, slow, read-only or full (SQLSTATE
 * classes 25, 40 and 53 to 58).
 */
export const mayPass = (error: unknown): boolean =>
  error instanceof DatabaseAway || /^(25|40|5[3-8])\w{3}$/.test(String(driverError(error).code))

const AWAY_CODES = /^(08...|57P0.|53300|ECONN.*|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/
const AWAY_MESSAGES = /timeout exceeded when trying to connect|Connection terminated|Client has encountered|WebSocket/i

interface DriverError {
  code?: unknown
  message?: unknown
  cause?: unknown
  errors?: unknown[]
}

/** The error of the driver under drizzle's, and under the AggregateError of several addresses. */
function driverError(error: unknown): DriverError {
  const outer = error as DriverError
  if (typeof outer?.code === "string") return outer
  if (outer?.cause !== undefined) return driverError(outer.cause)
  if (outer?.errors?.[0] !== undefined) return driverError(outer.errors[0])
  return outer ?? {}
}

/** Runs `work`, and throws what went wrong in the database as one of the classes above, or as it came. */
export async function translated<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    const { code, message } = driverError(error)
    const cause = { cause: error }
    if (code === "CD001" || (code === "23505" && /event_pkey/.test(String(message))))
      throw new SomebodyWasFirst("Somebody else decided first.", cause)
    if (code === "CD002") throw new MayNotFollow(String(message), cause)
    if (code === "CD003") throw new NotOpened(String(message), cause)
    if (code === "CD004") throw new InvitationEnded(String(message), cause)
    if (code === "CD007") throw new FileQuarantined(String(message), cause)
    if (code === "CD008") throw new ReleaseRefused(String(message), cause)
    if (AWAY_CODES.test(String(code)) || AWAY_MESSAGES.test(String(message)))
      throw new DatabaseAway("The database can't be reached.", cause)
    throw error
  }
}
