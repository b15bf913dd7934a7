import type { Day } from "@candour/domain/day.ts"
import { type Both, both } from "../people-who-can-help/helper.ts"

/** One thing to know about traces, and what to do instead: as data, since phones and pages change. */
export interface Advice {
  /** What leaves a trace. */
  trace: Both
  /** What it shows to whom. */
  shows: Both
  /** What to do instead. */
  instead: Both
  source: Both
  /** The day on which the source was read. */
  checked: Day
}

/** A part of the page. */
export interface AdvicePart {
  heading: Both
  advice: readonly Advice[]
}

const READ: Day = "2026-11-24"
const SOMERSET = both("Somerset Survivors", "Somerset Survivors (Gwlad yr Haf)")
const BORDERS = both("Scottish Borders Council", "Cyngor Gororau’r Alban")
const GOVUK = both("the GOV.UK Design System, Exit a page quickly", "System Ddylunio GOV.UK, Exit a page quickly")
const WIRECUTTER = both(
  "The New York Times, Wirecutter, on abusers and devices",
  "The New York Times, Wirecutter, ar gamdrinwyr a dyfeisiau",
)
const OURS = both(
  "how this service is built, and its rules §10",
  "sut mae’r gwasanaeth hwn wedi’i adeiladu, a’i reolau §10",
)

/** How to stay safe, first what helps most. The Welsh is a draft. */
export const parts: readonly AdvicePart[] = [
  {
    heading: both("Leaving quickly", "Gadael yn gyflym"),
    advice: [
      {
        trace: both("The button at the top", "Y botwm ar y brig"),
        shows: both(
          "It shows the weather instead, at once. So does pressing Shift 3 times. Anything not sent is lost.",
          "Mae’n dangos y tywydd yn ei le, ar unwaith. Felly hefyd wasgu Shift 3 gwaith. Collir popeth heb ei anfon.",
        ),
        instead: both(
          "It can’t hide that you were here: the history still has this site. Use a device nobody else looks at.",
          "Ni all guddio eich bod wedi bod yma: mae’r wefan hon yn yr hanes o hyd. Defnyddiwch ddyfais nad oes neb arall yn edrych arni.",
        ),
        source: GOVUK,
        checked: READ,
      },
    ],
  },
  {
    heading: both("Which phone or computer", "Pa ffôn neu gyfrifiadur"),
    advice: [
      {
        trace: both("A phone or computer at home", "Ffôn neu gyfrifiadur gartref"),
        shows: both(
          "Clearing does not remove everything, and it takes no expert to find what is left.",
          "Nid yw clirio’n dileu popeth, ac nid oes angen arbenigwr i ddod o hyd i’r hyn sydd ar ôl.",
        ),
        instead: both(
          "If you can, use one at a library or a friend’s. Never one that belongs to the police or your work.",
          "Os gallwch, defnyddiwch un mewn llyfrgell neu un ffrind. Byth un sy’n perthyn i’r heddlu neu’ch gwaith.",
        ),
        source: BORDERS,
        checked: READ,
      },
      {
        trace: both("A partner who checks the phone", "Partner sy’n edrych ar y ffôn"),
        shows: both(
          "Some look through messages and pages every day. Some put a program on the phone that shows them all you do. A program like that also sees what is typed here.",
          "Mae rhai’n edrych trwy negeseuon a thudalennau bob dydd. Mae rhai’n rhoi rhaglen ar y ffôn sy’n dangos popeth a wnewch. Mae rhaglen felly hefyd yn gweld yr hyn a deipir yma.",
        ),
        instead: both(
          "Don’t remove such a program by yourself: they would notice. Use another device, and ask one of the people who can help.",
          "Peidiwch â thynnu rhaglen felly ar eich pen eich hun: bydden nhw’n sylwi. Defnyddiwch ddyfais arall, a gofynnwch i un o’r bobl all helpu.",
        ),
        source: WIRECUTTER,
        checked: READ,
      },
    ],
  },
  {
    heading: both("What the browser keeps", "Beth mae’r porwr yn ei gadw"),
    advice: [
      {
        trace: both("History", "Hanes"),
        shows: both(
          "The browser keeps a list of pages. This site’s name is in it, but not what you wrote or which force it is about.",
          "Mae’r porwr yn cadw rhestr o dudalennau. Mae enw’r wefan hon ynddi, ond nid yr hyn a ysgrifennoch na pha heddlu dan sylw.",
        ),
        instead: both(
          "A private window keeps no list. If this site is in the list, remove this one line only: an empty history can look suspicious.",
          "Nid yw ffenestr breifat yn cadw rhestr. Os yw’r wefan hon yn y rhestr, tynnwch y llinell hon yn unig: gall hanes gwag edrych yn amheus.",
        ),
        source: SOMERSET,
        checked: READ,
      },
      {
        trace: both("Words typed in a search", "Geiriau a deipir wrth chwilio"),
        shows: both(
          "Search pages and browsers keep what was searched for, and may suggest it again.",
          "Mae tudalennau chwilio a phorwyr yn cadw’r hyn a chwiliwyd, a gallan nhw ei awgrymu eto.",
        ),
        instead: both(
          "Type this site’s address in a private window. Don’t save it as a bookmark.",
          "Teipiwch gyfeiriad y wefan hon mewn ffenestr breifat. Peidiwch â’i gadw fel nod tudalen.",
        ),
        source: SOMERSET,
        checked: READ,
      },
    ],
  },
  {
    heading: both("What goes to other devices", "Beth sy’n mynd i ddyfeisiau eraill"),
    advice: [
      {
        trace: both("Shared accounts and backups", "Cyfrifon a chopïau wrth gefn a rennir"),
        shows: both(
          "Photos, screenshots, copied text, history and saved files can show on a tablet or laptop that uses the same account, and stay in backups.",
          "Gall lluniau, sgrinluniau, testun a gopïwyd, hanes a ffeiliau a gadwyd ymddangos ar lechen neu liniadur sy’n defnyddio’r un cyfrif, ac aros mewn copïau wrth gefn.",
        ),
        instead: both(
          "Write the 20 digits on paper, without what they are for. Don’t take a screenshot of them.",
          "Ysgrifennwch yr 20 digid ar bapur, heb ddweud beth ydyn nhw. Peidiwch â thynnu sgrinlun ohonyn nhw.",
        ),
        source: WIRECUTTER,
        checked: READ,
      },
      {
        trace: both("A new password or a new phone", "Cyfrinair newydd neu ffôn newydd"),
        shows: both(
          "Someone who loses their way into your account may notice, and may become more dangerous.",
          "Gallai rhywun sy’n colli mynediad i’ch cyfrif sylwi, a mynd yn fwy peryglus.",
        ),
        instead: both(
          "Talk to one of the people who can help before you change it.",
          "Siaradwch ag un o’r bobl all helpu cyn ei newid.",
        ),
        source: WIRECUTTER,
        checked: READ,
      },
    ],
  },
  {
    heading: both("Calls and bills", "Galwadau a biliau"),
    advice: [
      {
        trace: both("The list of calls, and the bill", "Y rhestr galwadau, a’r bil"),
        shows: both(
          "A phone keeps the numbers it rang. A bill may list them, free ones too; whoever pays may see it.",
          "Mae ffôn yn cadw’r rhifau a ffoniodd. Gall bil eu rhestru, rhai am ddim hefyd; gall pwy bynnag sy’n talu ei weld.",
        ),
        instead: both(
          "Ring from a friend’s phone. Or remove the one call from the list, and look at an older bill to see what yours shows.",
          "Ffoniwch o ffôn ffrind. Neu tynnwch yr un alwad o’r rhestr, ac edrychwch ar hen fil i weld beth mae’ch un chi’n ei ddangos.",
        ),
        source: OURS,
        checked: READ,
      },
    ],
  },
]
