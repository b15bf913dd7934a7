import type { Tenant } from "@candour/domain/tenant.ts"
import type { Connection, Database } from "./connect.ts"

/** Runs `work` in a transaction of `tenant`'s own login, which sees that tenant's rows and no others. */
export const asTenant = <Result>(
  database: Database,
  tenant: Tenant,
  work: (transaction: Connection) => Promise<Result>,
): Promise<Result> => database.transaction(tenant, work)

/** Runs `work` as the public's door: functions and no table. Each call is a transaction of its own. */
export const asIntake = <Result>(database: Database, work: (connection: Connection) => Promise<Result>) =>
  database.statement("intake", work)

/** Runs `work` as the national view, which reads the cube and the corrections of the directory, and no report. */
export const asNational = <Result>(database: Database, work: (transaction: Connection) => Promise<Result>) =>
  database.transaction("national", work)

/** Runs `work` as identity: functions and no table. Each call is a transaction of its own. */
export const asIdentity = <Result>(database: Database, work: (connection: Connection) => Promise<Result>) =>
  database.statement("identity", work)

/** Runs `work` as the owner of everything: for the operator's commands alone. */
export const asOwner = <Result>(database: Database, work: (transaction: Connection) => Promise<Result>) =>
  database.transaction("owner", work)
