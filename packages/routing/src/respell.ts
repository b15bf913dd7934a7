/**
 * English place names sound otherwise than they are written: each ending as one hears it, so that the sound of
 * "Lester" is that of "Leicester". Whole names that follow no rule are in `data/heard-as.json`.
 */
const HEARD: readonly [written: RegExp, heard: string][] = [
  [/(?:ce|che)ster/g, "ster"],
  [/(?:borough|brough|burgh|bruh|borrow|boro)/g, "bura"],
  [/(?:wich|wick|wik)(?=$|s)/g, "ik"],
  [/mouth$/, "muth"],
  [/(?:shire|sher|shur|sheer)$/, "sha"],
  [/(?:ham|um|am)$/, "am"],
  [/(?:ford|fud|fod)$/, "fod"],
  [/(?:bury|berry|bry|beri|burry)$/, "bri"],
  [/(?:ley|leigh|lea|lee|ly|ligh)$/, "li"],
  [/(?:ton|tun|tan)$/, "ton"],
  [/^wr/, "r"],
  [/^kn/, "n"],
  [/^(?:ll|thl|chl|cl)(?=an)/, "l"],
  [/ough/g, "o"],
  [/ph/g, "f"],
  [/(?:er|a|or|ar)$/, "a"],
]

/** A joined name as an English ear hears it; only for comparing sounds. */
export const respell = (name: string): string =>
  HEARD.reduce((heard, [written, sound]) => heard.replace(written, sound), name)
