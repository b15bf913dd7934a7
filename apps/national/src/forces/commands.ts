import type { Tenant } from "@candour/domain/tenant.ts"
import { en } from "./messages.ts"

/** The command that gives a force its desk and its database login. */
export const addCommand = (force: Tenant): string => `npm run --silent candour -- force add ${force}`

/** The command that invites a force's lead; it prints the code of the first sign-in. */
export const inviteCommand = (force: Tenant): string =>
  `npm run --silent candour -- staff invite ${force} --name ${en.inviting.name.toLowerCase()}.${force} --shown-name "${en.inviting.shownName}" --role lead`
