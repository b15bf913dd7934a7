import { startForms } from "@candour/identity/sign-in/sign-in-form.ts"

startForms()
