import { isLastLine } from "./last-line.ts"
import { isCapitalised, type Rule, words } from "./rule.ts"
import { timesWith } from "./times.ts"

const KIN =
  "husband|hubby|wife|partner|boyfriend|girlfriend|fiancee?|spouse|other half|mum|mam|mom|mother|dad|father|parents?|son|" +
  "daughter|brother|sister|twin|uncle|aunt|auntie|cousin|nephew|niece|grand(?:ad|father|ma|mother|son|daughter)|nan|" +
  "(?:mother|father|sister|brother|son|daughter)-in-law|step-?(?:dad|mum|father|mother|son|daughter|brother|sister)|" +
  "child|children|kids?|baby|lover|bf|gf"
const NEAR = "neighbou?r|flatmate|housemate|lodger|landlord|landlady|tenant|(?:best )?friend|best mate|carer|family"
const AT_WORK =
  "boss|gaffer|(?:line )?manager|supervisor|sergeant|sarge|sgt|insp|skipper|inspector|superintendent|commander|guv'?nor|colleagues?|" +
  "co-?workers?|workmates?|crewmate|tutor|mentor|trainer|team|shift|unit|squad|relief|rota|department|force|nick"
const ROLES =
  "police (?:officer|constable|sergeant|inspector)|officer|constable|special(?: constable)?|sergeant|inspector|detective|dc|ds|" +
  "pc|pcso|ddo|custody (?:sergeant|officer|nurse)|call handler|dispatcher|analyst|trainee|student officer|probationer|" +
  "detention officer|volunteer|civilian|nurse|doctor|gp|paramedic|midwife|teacher|social worker|probation officer|" +
  "solicitor|barrister|magistrate|interpreter|cleaner|receptionist|carer|counsellor|journalist|councillor|taxi driver|" +
  "informant|witness|victim|complainant|suspect"

const NOT_NAMES = new Set(
  (
    "a an the in on at so not very too sorry afraid scared sure now here there being known out mentioned all safe kept just " +
    "never still also never going no on to from about with what why because and but or if welsh english scottish irish british " +
    "polish european african asian indian pakistani muslim christian jewish sikh hindu catholic black white gay straight " +
    "god thank thanks please told pc dc ds police sergeant inspector detective constable"
  ).split(" "),
)

/** The word after “I'm” is a name: written as one, and no word that is often written with a capital. */
const isName = (name = "") => isCapitalised(name) && !NOT_NAMES.has(name.toLowerCase())

/** What English says. */
export const rulesInEnglish: readonly Rule[] = [
  {
    kind: "own-name",
    pattern: words(
      String.raw`my (?:(?:full|real|first|last|maiden|married|second) )?(?:name|surname)(?: is|'s|:) ?(?<name>[\p{L}'-]{2,30})(?: [\p{L}'-]{2,30})?`,
    ),
    // A name without a capital is still a name where “my name is” stands before it.
    fits: ({ groups }) => !NOT_NAMES.has(groups?.name?.toLowerCase() ?? ""),
  },
  {
    kind: "own-name",
    pattern: words(
      String.raw`(?:i'?m|i am|i'm called|i am called|call me|calls me|this is|it's|it is)(?<name> [\p{L}-]{2,30})(?: (?:here|speaking))?(?!'s|[’']|(?: [\p{L}-]{2,30}){0,2}'s)`,
    ),
    fits: ({ 0: all, groups }) => {
      const said = /^(?:this is|it's|it is)/i.test(all) ? /(?:here|speaking)$/i.test(all) : true
      return said && isName(groups?.name?.trim())
    },
  },
  {
    kind: "relation",
    pattern: words(
      `(?:my|our) (?:own |late |former |old |new |then |now |eldest |youngest |older |younger |little |big |two |three |four )?(?:ex-? ?|soon to be ex-? ?)?(?:${KIN}|${NEAR}|${AT_WORK})|my ex`,
    ),
  },
  {
    kind: "relation",
    pattern: words(`as (?:his|her|their) (?:own |former |late )?(?:ex-? ?)?(?:${KIN}|${NEAR}|${AT_WORK}|${ROLES})`),
  },
  {
    kind: "relation",
    pattern: words(`as an? (?:fellow |serving |former |retired |junior |senior )?(?:${ROLES}|ex)`),
    // “He met her as a victim” is about somebody else.
    fits: ({ 0: all, input, index }, before) =>
      /^,?\s(?:i|we|my)\b/i.test(input.slice(index + all.length, index + all.length + 10)) ||
      /\b(?:i|i'?m|i've|we|we've|speaking)\b[^.!?\n]{0,40}$/i.test(before),
  },
  {
    kind: "relation",
    pattern: words(
      "(?:i'?m|i am|i was|i used to be|i've been|i work as|i worked as) " +
        String.raw`(?:his|her|their|an?|the|(?:[\p{L}\d-]{1,20} ){0,3}[\p{L}\d-]{1,20}'s) ` +
        `(?:own |former |serving |retired |new |only |trainee |junior |senior )?(?:ex-? ?)?(?:${KIN}|${NEAR}|${AT_WORK}|${ROLES})|i (?:am|was) (?:his|her) ex`,
    ),
  },
  {
    kind: "relation",
    pattern: words(
      "(?:when |while )?i(?:'m| am| was|'ve been) (?:also )?(?:on|off) (?:shift|duty|call|nights|earlies|lates|patrol|response)|" +
        "(?:my|our) (?:night|day|late|early) shift",
    ),
  },
  {
    kind: "relation",
    pattern: words(
      "(?:we(?:'re| are| were| got|'ve been| have been| had been)|i(?:'m| am| was)) (?:both )?(?:married|engaged|divorced|separated|dating|living together|seeing each other)(?: to (?:him|her|them))?|" +
        "(?:i|we) (?:have|had|share) (?:a|one|two|three|four) (?:child|children|kids|sons?|daughters?|baby)(?: (?:together|with (?:him|her)))?|" +
        "married to me|lives? with me|i live with (?:him|her|them)|(?:he|she) is the (?:father|mother) of my",
    ),
  },
  {
    kind: "workplace",
    pattern: words(
      "(?:i|we)(?:'ve|'m| have| am| are|'re)?(?: both| all| also| still| used to| only)? (?:work|works|worked|working|volunteer|volunteered) " +
        String.raw`(?:together |alongside (?:him|her|them) )?(?:at|for|in|with|alongside|under)(?: (?:the|a|an|our|my))? [\p{L}'&-]{2,30}`,
    ),
  },
  {
    kind: "workplace",
    pattern: words(
      "i(?:'m| am| was) (?:employed|based|posted|stationed) (?:by|at|in|with)|(?:where|place) i work(?:ed)?|we work(?:ed)? together|" +
        "my (?:work|workplace|office|school|college|university|hospital|surgery|ward|shop|employer|desk|police station|station)|at my job",
    ),
  },
  {
    kind: "only-one",
    pattern: words(
      "only i (?:know|knew|saw|heard|was|had|have|could)|(?:just|only) (?:me and (?:him|her)|(?:him|her) and (?:me|i)|(?:he|she) and i|the two of us|us two)|" +
        "i(?:'m| am| was) the only (?:one|person|woman|man|girl|witness|officer|other)|the only (?:one|person) who (?:knew|knows|saw|heard)(?: (?:is|was) me)?|" +
        "(?:nobody|no one|no-one) else (?:knows|knew|saw|heard|was there|has seen|had seen|could know)|" +
        "(?:he|she) (?:only told me|told only me|has only told me|only ever told me)|(?:we were|i was) alone (?:with|together)|between (?:him|her) and me|only me",
    ),
    fits: (_, before) => !/\bif\s$/i.test(before),
  },
  ...timesWith({
    days: "(?:(?:on|last|this|next|every) )?(?:mon|tues|wednes|thurs|fri|satur|sun)days?(?: (?:morning|afternoon|evening|night))?|yesterday(?: (?:morning|afternoon|evening))?|last night|christmas (?:day|eve)|new year's (?:day|eve)|boxing day|bank holiday",
    months:
      "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?",
    clock: String.raw`\d{1,2}[:.][0-5]\d ?(?:am|pm|hrs|hours)?|\d{1,2} ?(?:am|pm|o'clock)|[01]\d[0-5]\d ?(?:hrs|hours)|2[0-3][0-5]\d ?(?:hrs|hours)|(?:half past|quarter (?:past|to)|\w{3,10} (?:minutes )?(?:past|to)) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})|midnight|midday|noon`,
    between: "at|about|around|just|after|before|exactly|on|in|the|of|early|late|morning|afternoon|evening|night",
  }),
  {
    kind: "sign-off",
    pattern: words(
      String.raw`(?:(?:kind|best|warm|kindest|many) )?(?:regards|wishes|thanks)[,.]?\s{1,6}(?<name>[\p{L}'-]{1,30})(?: [\p{L}'-]{1,30}){0,2}|` +
        String.raw`yours (?:sincerely|faithfully|truly)[,.]?(?:\s{1,6}(?<yours>[\p{L}'-]{1,30})(?: [\p{L}'-]{1,30}){0,2})?|signed[,:]?\s{1,6}(?<signed>[\p{L}'-]{1,30})(?: [\p{L}'-]{1,30})?`,
    ),
    fits: isLastLine,
  },
  {
    kind: "address",
    pattern: words(
      "(?:i|we)(?:'ve|'m|'re| have| am| are)?(?: both| still| all)? (?:live|lived|living|stay|moved) (?:just )?" +
        String.raw`(?:(?<near>next door to|next to|opposite|above|below|behind|near|close to|round the corner from|across the road from|two doors from)(?: (?:the|a|his|her|their))? |(?:at|in|on|to)(?: the)? )(?<place>[\p{L}\d'-]{2,30})`,
    ),
    // “I live in fear” and “we moved on” name no place.
    fits: ({ groups }) => groups?.near !== undefined || /^[\p{Lu}\d]/u.test(groups?.place ?? ""),
  },
]
