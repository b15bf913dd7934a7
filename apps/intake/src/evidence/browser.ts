/** Loaded by a page that takes files, and by no other: it seals, cleans, records and sends. */
export { sendWithReport } from "../tell/send-with-report.ts"
export { wireSpeak } from "./speak/wire-speak.ts"
export { wireFilePicker } from "./wire-file-picker.ts"
