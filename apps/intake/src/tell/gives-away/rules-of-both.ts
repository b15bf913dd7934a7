import { exactly, type Rule, words } from "./rule.ts"

/** What belongs to somebody else, said just before it: “his number is”, “ei rif ef”. */
const OF_ANOTHER = new RegExp(
  String.raw`(?:\b(?:his|her|their|ei|eu)|'s)\s(?:\p{L}+\s)?(?:number|mobile|phone|telephone|tel|e-?mail|address|house|home|flat|` +
    "place|car|van|motor|bike|reg|registration|plate|facebook|instagram|insta|snapchat|twitter|tiktok|account|handle|profile|" +
    String.raw`rh?if|ffon|symudol|h?ebost|gyfeiriad|chyfeiriad|thy|dy|gar|char|fan|gyfrif|chyfrif)\b[^.!?\n]{0,25}$`,
  "iu",
)

/** “My number” after “his number” is the reporter's again. */
const OWN_AGAIN = /\b(?:my|our|mine|fy|ein)\b[^.!?\n]{0,25}$/iu

const isOwn: Rule["fits"] = (_, before) => OWN_AGAIN.test(before) || !OF_ANOTHER.test(before)

/** Where somebody else lives. */
const LIVES_THERE =
  /\b(?:he|she|they|who|it|hi|nhw|ef|fe|mae'n|mae o'n|mae hi'n)\s(?:\p{L}+\s){0,2}(?:lives?|lived|living|moved|stays|byw)\b[^.!?\n]{0,20}$/iu

/** Ordinals look like the second half of a postcode: “E1 2nd floor”. */
const ORDINAL = /(?:1st|2nd|3rd|[4-90]th)$/

/** Words of three letters after a collar number or a road, in a text all in capitals: “PC12 THE”. */
const NO_MARK =
  /(?:THE|AND|WAS|HAS|HAD|FOR|BUT|NOT|CAN|SHE|HIS|HER|HIM|WHO|ARE|DID|GOT|SAW|HIT|MET|OUT|OFF|ALL|ONE|TWO|YOU|OUR|WHY|HOW|MAE|YDY|OND|YNA|ETO)$/

const SOCIAL = "facebook|fb|instagram|insta|twitter|tiktok|snapchat|linkedin|threads|youtube|reddit|whatsapp|telegram"

/** Rules that know no language: numbers, marks and addresses. */
export const rulesOfBoth: readonly Rule[] = [
  {
    kind: "phone",
    // From 01, 02 and 07: 08 and 03 are helplines and offices. A date isn't a number.
    pattern:
      /(?<![\d+/])(?!\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d))(?:\+44[\s-]?(?:\(0\)[\s-]?)?|0044[\s-]?|\(?0)[127](?:[\s().-]{0,2}\d){8,9}(?!\d)/gu,
    fits: isOwn,
  },
  { kind: "phone", pattern: /(?<![\d+])\+(?!44)[1-9](?:[\s().-]{0,2}\d){8,13}(?!\d)/gu, fits: isOwn },
  {
    kind: "email",
    pattern: /(?<![\w.+%-])[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}(?![\w@])/gu,
    fits: isOwn,
  },
  {
    kind: "email",
    pattern: words(
      String.raw`[\w.-]{2,40} ?[([]?at[)\]]? ?[\w-]{2,40} ?[([]?dot[)\]]? ?(?:com|co|net|org|uk|cymru|wales)`,
    ),
    fits: isOwn,
  },
  { kind: "handle", pattern: /(?<![\w@./])@[A-Za-z][\w.]{1,29}/gu, fits: isOwn },
  {
    kind: "handle",
    pattern: words(String.raw`(?:https?://)?(?:www\.|m\.)?(?:${SOCIAL}|x)\.com/[\w.@/?=%-]{2,80}`),
    fits: isOwn,
  },
  { kind: "handle", pattern: words(`my (?:${SOCIAL}|website|blog|channel|profile|username)`) },
  { kind: "handle", pattern: words(`fy (?:ngwefan|mlog|sianel|mhroffil|${SOCIAL})`) },
  {
    kind: "address",
    // A whole postcode; its first half alone is a town.
    pattern: words(String.raw`[a-z]{1,2}\d[a-z\d]?\s?\d[abd-hjlnp-uw-z]{2}`),
    fits: (found, before) => !ORDINAL.test(found[0]) && isOwn(found, before) === true && !LIVES_THERE.test(before),
  },
  {
    kind: "address",
    pattern: words(
      String.raw`(?:flat \d{1,4}[a-z]?,? )?\d{1,4}[a-z]?,? (?:[\p{L}'.-]{2,20} ){1,3}(?:street|st|road|rd|avenue|ave|lane|close|drive|` +
        "court|crescent|terrace|gardens|grove|square|mews|way|place|row|walk)",
    ),
    // “2 of them on the same street” has small letters; an address has a name.
    fits: (found, before) =>
      found[0].split(/\s+/).slice(1).every(looksNamed) && isOwn(found, before) === true && !LIVES_THERE.test(before),
  },
  {
    kind: "address",
    pattern: words(
      String.raw`\d{1,4}[a-z]?,? (?:heol|ffordd|stryd|lon|rhodfa|maes|clos|rhes|teras|cilgant|bryn|llys|stad|tan)` +
        String.raw`(?: (?:y|yr))? [\p{L}'-]{2,20}`,
    ),
    fits: (found, before) => isOwn(found, before) === true && !LIVES_THERE.test(before),
  },
  {
    kind: "car",
    pattern: exactly("[A-Z]{2}[0-9]{2} ?[A-Z]{3}|[A-Z][0-9]{1,3} [A-Z]{3}|[A-Z]{3} ?[0-9]{1,3}[A-Z]"),
    fits: (found, before) => !NO_MARK.test(found[0]) && isOwn(found, before) === true,
  },
  { kind: "car", pattern: exactly("[a-z]{2}[0-9]{2}[a-z]{3}"), fits: isOwn },
  {
    kind: "reference",
    pattern: words(
      "(?:(?:my|our|your|the) )?(?:crime|incident|case|ticket|booking|order|complaint|log|custody|staff|payroll|customer|appointment|claim|policy|" +
        "national insurance|ni|nhs|passport|licence|hospital|employee|my|your|our) " +
        String.raw`(?:ref(?:erence)?\.?(?: (?:number|no\.?))?|number|no\.|id)(?: ?(?:is|was|:|#))? ?` +
        String.raw`(?=[a-z/-]{0,10}\d)[a-z\d][a-z\d/-]{3,24}`,
    ),
  },
  {
    kind: "reference",
    pattern: words(String.raw`(?:ref(?:erence)?[.:]?|cad:?|urn:?) ?(?=[a-z/-]{0,10}\d)[a-z\d][a-z\d/-]{3,24}`),
  },
  {
    kind: "reference",
    pattern: words(
      "(?:cyfeirnod|rhif (?:y )?(?:trosedd|achos|cyfeirnod|tocyn|digwyddiad|cwyn|staff))(?: ?(?:yw|oedd|:))? ?" +
        String.raw`(?=[a-z/-]{0,10}\d)[a-z\d][a-z\d/-]{3,24}`,
    ),
  },
  // A crime number, and a national insurance number, without a word before it.
  { kind: "reference", pattern: /(?<![\d/])\d{2}\/\d{4,6}\/\d{2}(?![\d/])/gu },
  { kind: "reference", pattern: exactly("[A-Z]{2} ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D]") },
]

/** A part of an address as people write it: a word with a capital, its number, or a short name of a road. */
const looksNamed = (part: string) => /^[\p{Lu}\d]|^(?:rd|st|ave|of|the|on|y|yr)$/u.test(part)
