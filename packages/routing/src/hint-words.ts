/** Words that people put around a name; folded. What isn't here and is no name may be a slip of one. */
const set = (words: string) => new Set(words.trim().split(/\s+/))

/** After one of these a place follows, even one whose name is a common word: "in Reading", "yn Wrecsam". */
export const PLACE_CUES = set("in at from near nr around outside yn yng ym ger")

/** Between a place whose name is a common word and the place that says where it is: "Ash near Aldershot". */
export const NEAR_CUES = set("near nr in by outside ger yn yng ym")

/** Between two forces that are both meant: "Sussex and Surrey police", "from Kent to the Met". */
export const JOINS_FORCES = set("and or to then with from either both a ac neu i o was nor previously formerly now")

/** After one of these a Welsh word may be mutated. */
export const MUTATING = set(
  "yn yng ym o i ger ar am dros drwy gan dan a y yr heddlu heddlur gorsaf swyddfa dinas tref sir",
)

/** Those that are no English word: after these even a slip of a mutated word is looked for. */
export const WELSH_CUES = set("yn yng ym ger dros drwy heddlu heddlur gorsaf")

/** Before or after one of these stands whose police it is. */
export const POLICE_WORDS = set(`
  police polis constabulary constabularies heddlu heddlur plod cops cop coppers copper bobby bobbies rozzers feds
  fuzz bizzies pigs pig filth peelers
`)

/** What follows a place that has police or a council there, so that even a common word before it is a name. */
export const PLACE_FOLLOWERS = set(`
  police constabulary nick council station cop cops copper custody cid borough district town city area centre center
  officer officers pc pcso sergeant sgt inspector detective dc ds feds
`)

/** Words of the railway: the British Transport Police's, wherever it is. */
export const RAILWAY = /\b(?:railways?|rail|trains?|tube|underground|platform|overground|dlr|rheilffordd|tren|trenau)\b/

/** Before a name one of these says that it is a person's: "PC Lancaster". */
export const RANKS = set(
  "pc wpc dc ds di dci ps sgt sergeant inspector insp constable detective mr mrs ms miss dr pcso",
)

/** Beside a force's name one of these says that it is one of its people: "two Merseyside officers". */
export const ROLES = set(
  "officer officers cop cops copper coppers pc pcs sergeant sergeants constable constables detective detectives inspector pcso pcsos",
)

/** Words after which a force may be named that is not meant: "not Kent Police", "I told the Met". */
export const NOT_MEANT = set(
  "not isnt wasnt anyone except never dont tell told report reported rang rung ring complained nid ddim",
)

/** After a name one of these says that it is a street's: "Essex Road" is in London. */
export const STREETS = set("road rd street avenue ave lane circus close drive crescent terrace way heol stryd")

/** Months that are places: "in March". */
export const MONTHS = set("march may")

/** A station that nobody said is of the police or of the railway. */
const STATION = /(?<!\b(?:bus|coach|petrol|service|fire|power|filling|radio|polling) )\b(?:station|gorsaf|stn)\b/
const POLICE_STATION =
  /\b(?:police|cop|heddlu) (?:station|stn|office|post|hq|headquarters)\b|\bnick\b|\b(?:gorsaf|swyddfar?) heddlu\b|\bcustody\b/

/** Whether a folded hint speaks of a station that isn't the police's. */
export const saysStation = (folded: string): boolean => STATION.test(folded) && !POLICE_STATION.test(folded)

/** Articles, pronouns, verbs, ranks and units: what surrounds a name in a sentence and names nothing itself. */
export const FILLERS = set(`
  ${[...PLACE_CUES].join(" ")} ${[...POLICE_WORDS].join(" ")} ${[...PLACE_FOLLOWERS].join(" ")}
  of for by to into with called based covering covers via behind between and or am dros drwy gyda a ac
  port docks dock harbour airport terminal marina ferry
  the an this that these those there here my his her our their your its it he she they we you me him them us who
  whose which what where when why how is was are were be been being am im hes shes theyre has have had having do does
  did done not no yes n t s d m isnt wasnt dont didnt but if so as on off up down out over under about after before
  then than only just also some someone somebody anyone man woman guy bloke lady person people one two all any
  works work working worked lives live living lived moved move moving transferred transfer joined left serves served
  serving retired former formerly ex now currently used stationed posted stays stay comes came going goes went
  think believe maybe probably possibly either know dunno sure something somewhere somehow
  pc pcs wpc dc ds di dci ps sgt sergeant inspector insp superintendent supt constable officer officers detective
  pcso pcsos special specials chief assistant deputy commander commissioner staff member volunteer rank force forces
  service services department dept unit team division response neighbourhood traffic roads policing patrol armed
  firearms dog handler cadet cid mit hq headquarters custody sergeants constables inspectors detectives officer's
  nick local county borough metropolitan royal unitary parish council councils district town city village area region
  place street road north south east west uk england wales cymru britain british
  husband wife partner boyfriend girlfriend brother sister mother father dad mum son daughter friend neighbour
  ex-husband colleague boss manager cousin uncle aunt stepdad
  mae mae'n maen mewn y yr r n ei eu fy ein eich hi ef fe nhw ni chi swyddog swyddogion cwnstabl rhingyll arolygydd
  gorsaf swyddfa cyngor sir dinas tref gweithio gweithion byw
  train trains tube underground platform rail railway railways tram trams overground dlr
  justice hospital court magistrates crown prison school university college stadium carnival festival match football
  postcode suite flat house home pub club shop supermarket car bus coach
  police-officer policeman policewoman policemen cop copper detectives plod
`)

/** Whether a folded word only surrounds names: see {@link FILLERS}; numbers and single letters as well. */
export const isFiller = (word: string): boolean => FILLERS.has(word) || /^\d+$/.test(word) || word.length === 1
