/** Loaded for office files alone: takes out who wrote them, when and with what. */
export { cleanOffice as clean } from "./clean-office.ts"
