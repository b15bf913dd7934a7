import type { Context } from "hono"
import { languageOf } from "../language.ts"
import { type Services, today } from "../services.ts"

/** What a step of finding the force depends on: its language, the day, and the postcodes that were imported. */
export const asOf = (services: Services, c: Context) => ({
  lang: languageOf(c),
  on: today(services),
  postcodes: services.finder().month,
})
