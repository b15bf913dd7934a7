/**
 * English place names sound otherwise than they are written: each ending as one hears it, so that the sound of
 * "Wellingboro" is that of "Wellingborough". Whole names that follow no rule are in `data/heard-as.json`.
 */
const HEARD: readonly [written: RegExp, heard: string][] = [
  [/(?:borough|brough|burgh|boro)/g, "bura"],
  [/(?:ham|um|am)$/, "am"],
  [/(?:ford|fud|fod)$/, "fod"],
]

/** A joined name as an English ear hears it; only for comparing sounds. */
export const respell = (name: string): string =>
  HEARD.reduce((heard, [written, sound]) => heard.replace(written, sound), name)
