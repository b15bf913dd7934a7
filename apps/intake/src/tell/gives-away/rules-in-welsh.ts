import { isLastLine } from "./last-line.ts"
import { isCapitalised, type Rule, words } from "./rule.ts"
import { timesWith } from "./times.ts"

/** After “fy”: as the nasal mutation writes it, and without it, as many people do. Accents are gone already. */
const MINE =
  "(?:ng)?(?:g)?wr|ngwraig|gwraig|mhartner|partner|nghariad|cariad|mam|mham|nhad|tad|mrawd|brawd|chwaer|mab|merch|mhlant|plant|" +
  "mhlentyn|plentyn|nghyn-?(?:wr|wraig|bartner|gariad)|nghefnder|nghyfnither|ewythr|modryb|nhaid|nhad-?cu|nain|mam-?gu|nai|nith|" +
  "wyr|wyres|mabi|chwaer-yng-nghyfraith|mrawd-yng-nghyfraith|mam-yng-nghyfraith|nhad-yng-nghyfraith|nheulu|ffrind|ffrindiau|" +
  "nghymydog|nghymdoges|nghydletywr|mos|moss|mhennaeth|rheolwr|rheolwraig|rhingyll|arolygydd|nghydweithiwr|nghydweithwyr|" +
  "nghyd-weithiwr|nghydweithwraig|nhim|shifft|uned|ngharfan|nhiwtor|nghleient|meddyg"

/** After “ei”, of a man or a woman. */
const THEIRS =
  "g?wraig|g?wr|b?h?partner|phartner|bartner|gariad|chariad|fam|mam|dad|thad|frawd|brawd|chwaer|fab|mab|ferch|merch|gymydog|" +
  "chymydog|gydweithiwr|chydweithiwr|ffrind|gyn-?(?:wraig|wr|bartner|gariad)|chyn-?(?:wr|bartner|gariad)|blentyn|phlentyn|rheolwr"

const ROLES =
  "nyrs|meddyg|athro|athrawes|plismon|plismones|swyddog(?: heddlu)?|heddwas|heddferch|cwnstabl|rhingyll|arolygydd|ditectif|" +
  "gweithiwr cymdeithasol|cyfreithiwr|parafeddyg|glanhawr|glanhawraig|gofalwr|gwirfoddolwr|newyddiadurwr|cynghorydd|tyst"

const I_AM =
  "(?:rwy|rwy'n|dwi|dwi'n|rydw i|rydw i'n|dw i|dw i'n|roeddwn i|roeddwn i'n|ro'n i|ro'n i'n|oeddwn i|o'n i|rwyf|rwyf i)"
const WE_ARE = "(?:rydyn ni|rydym ni|rydym|rydan ni|dan ni|dyn ni|roedden ni|ro'n ni|roeddem ni)"

/** What stands before “ydw i” and is no name. */
const NOT_NAMES = new Set(
  "dim nid na beth pwy ble sut pam pryd hapus trist ofnus un dyna felly yma yno siwr sori dal ddim menyw dyn merch".split(
    " ",
  ),
)

/** What Welsh says. */
export const rulesInWelsh: readonly Rule[] = [
  {
    kind: "own-name",
    pattern: words(
      String.raw`(?:fy |f')enw(?: llawn| cyntaf| i)*(?: yw| ydi| ydy| i yw|:)(?: i)? ?[\p{L}'-]{2,30}(?: (?:ap|ab|ferch))?(?: [\p{L}'-]{2,30})?`,
    ),
  },
  {
    kind: "own-name",
    pattern: words(String.raw`(?<name>[\p{L}'-]{2,30})(?: [\p{L}'-]{2,30})? (?:ydw i|dw i|ydwyf i|sydd yma)`),
    fits: ({ groups }, before) => {
      const name = groups?.name ?? ""
      return (
        isCapitalised(name) &&
        !NOT_NAMES.has(name.toLowerCase()) &&
        !new RegExp(ROLES, "iu").test(name) &&
        !/\p{L}\s$/u.test(before)
      )
    },
  },
  {
    kind: "relation",
    pattern: words(`(?:fy|'y|yn|'n|ein) (?:hen )?(?:${MINE})(?: i)?`),
    // “Yn fam” is no “fy mam”: after “yn” the reporter must be named, as in “'n gwr i”.
    fits: ({ 0: all }) => !/^(?:yn|'n)\s/i.test(all) || /\si$/i.test(all),
  },
  { kind: "relation", pattern: words(`(?:gwr|gwraig|partner|mam|dad|brawd|chwaer|mab|merch|bos|ffrind|teulu) fi`) },
  { kind: "relation", pattern: words(`fel (?:ei|eu) (?:${THEIRS})|fel (?:${ROLES})`) },
  {
    kind: "relation",
    pattern: words(`${I_AM} (?:yn )?(?:${ROLES})|(?:${ROLES}|ei (?:${THEIRS})) (?:ydw|oeddwn|dw|o'n) i`),
  },
  {
    kind: "relation",
    pattern: words(`${I_AM} ar (?:shifft|ddyletswydd|alwad|batrol)|ar fy (?:shifft|nyletswydd)`),
  },
  {
    kind: "relation",
    pattern: words(
      `${WE_ARE}(?:'n| yn) (?:briod|byw gyda'n gilydd|byw 'da'n gilydd)|mae (?:gennym ni|gynnon ni|'da ni|gen i) (?:un |ddau |dau |dri |tri |dwy |ddwy )?(?:o )?(?:blant|blentyn|ferch|fab)|` +
        "yn briod (?:a|gyda|efo) (?:fi|mi)|priod (?:a|gyda|efo) (?:fi|mi)|byw (?:gyda|efo) (?:fi|mi)",
    ),
  },
  {
    kind: "workplace",
    pattern: words(
      String.raw`(?:${I_AM}|${WE_ARE})(?:'n| yn| ein dau yn| ill dau yn)? (?:gweithio|gwirfoddoli) (?:gyda'n gilydd |hefyd )?(?:yn|i|gyda|ar|mewn|ym|yng|efo|dan|wrth)(?: (?:y|yr))? [\p{L}'-]{2,30}|` +
        String.raw`${WE_ARE}(?:'n| yn)? ?(?:ein dau|ill dau|dau|dwy)(?:'n| yn) gweithio (?:yn|i|gyda|ym|yng|mewn)(?: (?:y|yr))? [\p{L}'-]{2,30}`,
    ),
  },
  {
    kind: "workplace",
    pattern: words(
      "(?:lle|ble) (?:rwy'n|dwi'n|rydw i'n|dw i'n|roeddwn i'n|ro'n i'n) gweithio|fy (?:ngwaith|ngweithle|swyddfa|ysgol|ngholeg|mhrifysgol|ysbyty|meddygfa|siop|ngorsaf)",
    ),
  },
  {
    kind: "only-one",
    pattern: words(
      "(?:dim |ddim )?ond (?:fi|ni'n dau|ni ein dau|ni'n dwy|fe a fi|fo a fi|hi a fi)|(?:fi|minnau) (?:oedd|yw|ydi|ydy) (?:yr )?unig(?: un)?|" +
        "(?:yr )?unig un (?:oedd|sydd) yn gwybod|(?:does|doedd|nid oes|nid oedd) neb arall (?:yn gwybod|yno|wedi gweld|wedi clywed)|neb arall yn gwybod|" +
        "ar ein pennau ein hunain|ar fy mhen fy hun (?:gyda|efo)",
    ),
  },
  ...timesWith({
    days:
      "(?:d?dydd|nos|noson|bore|bnawn|prynhawn|brynhawn) (?:llun|lun|mawrth|fawrth|mercher|fercher|iau|gwener|wener|sadwrn|sul)(?: diwethaf)?|" +
      "neithiwr|ddoe|bore ddoe|noswyl nadolig|dydd nadolig",
    months:
      "ionawr|chwefror|chwefor|mawrth|fawrth|ebrill|mai|fai|mehefin|fehefin|gorffennaf|orffennaf|awst|medi|fedi|hydref|tachwedd|dachwedd|rhagfyr|ragfyr",
    clock: String.raw`\d{1,2}[:.][0-5]\d ?(?:am|pm)?|\d{1,2} ?(?:am|pm|o'r gloch|y bore|yr hwyr)|(?:hanner awr wedi|chwarter (?:wedi|i)|\w{3,10} (?:munud )?(?:wedi|i)) (?:un|dau|ddau|tri|dri|pedwar|bedwar|pump|bump|chwech|saith|wyth|naw|deg|ddeg|unarddeg|hanner dydd|\d{1,2})|(?:un|dau|ddau|tri|dri|pedwar|bedwar|pump|bump|chwech|saith|wyth|naw|deg|ddeg) o'r gloch|hanner nos|canol dydd|hanner dydd`,
    between: "am|tua|tuag|ar|at|y bore|yr hwyr|y nos|yn y bore|y prynhawn|ar ol|cyn|union|yn|nos|bore",
  }),
  {
    kind: "sign-off",
    pattern: words(
      String.raw`(?:cofion(?: gorau| cynnes| cu)?|diolch(?: yn fawr)?|hwyl)[,.]?\s{1,6}(?<name>[\p{L}'-]{1,30})(?: [\p{L}'-]{1,30}){0,2}|` +
        String.raw`yr eiddoch yn (?:gywir|ddiffuant)[,.]?(?:\s{1,6}(?<yours>[\p{L}'-]{1,30})(?: [\p{L}'-]{1,30}){0,2})?|llofnod[,:]?\s{1,6}(?<signed>[\p{L}'-]{1,30})`,
    ),
    fits: isLastLine,
  },
  {
    kind: "address",
    pattern: words(
      String.raw`${I_AM}(?:'n| yn)? ?byw (?:(?<near>drws nesaf i|gyferbyn a|uwchben|ger|wrth ymyl|rownd y gornel i) |(?:yn|ym|yng|ar|mewn)(?: (?:y|yr))? )(?<place>[\p{L}\d'-]{2,30})`,
    ),
    fits: ({ groups }) => groups?.near !== undefined || /^[\p{Lu}\d]/u.test(groups?.place ?? ""),
  },
]
