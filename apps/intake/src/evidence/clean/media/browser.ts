/** Loaded for sound and film alone: its library is 125 kB compressed. */
export { cleanMedia as clean } from "./clean-media.ts"
