/** Loaded for PDF files alone: its library is 216 kB compressed. */
export { cleanPdf as clean } from "./clean-pdf.ts"
