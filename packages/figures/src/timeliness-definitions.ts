import type { Language } from "@candour/domain/contact.ts"
import type { StageTimed } from "./timeliness.ts"

/** What a time is called, what it is measured from and to, and what it leaves out. */
interface Words {
  name: string
  means: string
  leavesOut: string
}

/** Each stage's time in English. */
const en: Record<StageTimed, Words> = {
  opened: {
    name: "Opened",
    means: "Days from the day that a report came to a desk until somebody of it first opened the report.",
    leavesOut: "Reports that nobody has opened yet, and those handed on unopened, have no such time.",
  },
  assessed: {
    name: "Assessed",
    means: "Days from the day that a report came to a desk until the desk assessed it.",
    leavesOut:
      "Reports not assessed yet, and those set aside as not for this hotline. An assessment that was corrected is replaced by the next.",
  },
  intelligence: {
    name: "Intelligence report made",
    means: "Days from the day that a report came to a desk until an intelligence report from it was checked and made.",
    leavesOut: "Drafts that nobody has checked. A report that led to several counts with each.",
  },
  investigating: {
    name: "Investigation decided",
    means: "Days from the day that a report came to a desk until the desk decided to investigate.",
    leavesOut: "Reports that no desk decided to investigate.",
  },
  outcome: {
    name: "Outcome",
    means:
      "Days from the day that a report came to a desk until the outcome of one person concerned was recorded: each person counts.",
    leavesOut: "People who aren’t decided yet. An outcome that was corrected is replaced by the next.",
  },
  closed: {
    name: "Closed",
    means: "Days from the day that a report came to a desk until the desk closed it.",
    leavesOut:
      "Reports still open, and those set aside as not for this hotline. Where a report was reopened its closing is taken away on that day, and counted anew with the whole time once it is closed again.",
  },
}

/** Each stage's time in Welsh. A draft, as all Welsh here is. */
const cy: Record<StageTimed, Words> = {
  opened: {
    name: "Agorwyd",
    means: "Diwrnodau o’r diwrnod y daeth adroddiad i ddesg hyd nes i rywun ynddi ei agor gyntaf.",
    leavesOut:
      "Nid oes amser o’r fath gan adroddiadau nad oes neb wedi’u hagor eto, na’r rhai a drosglwyddwyd heb eu hagor.",
  },
  assessed: {
    name: "Aseswyd",
    means: "Diwrnodau o’r diwrnod y daeth adroddiad i ddesg hyd nes i’r ddesg ei asesu.",
    leavesOut:
      "Adroddiadau nas aseswyd eto, a’r rhai a roddwyd o’r neilltu am nad i’r llinell hon y maent. Mae’r asesiad nesaf yn cymryd lle un a gywirwyd.",
  },
  intelligence: {
    name: "Gwnaed adroddiad cudd-wybodaeth",
    means:
      "Diwrnodau o’r diwrnod y daeth adroddiad i ddesg hyd nes i adroddiad cudd-wybodaeth ohono gael ei wirio a’i wneud.",
    leavesOut: "Drafftiau nad oes neb wedi’u gwirio. Mae adroddiad a arweiniodd at sawl un yn cyfrif gyda phob un.",
  },
  investigating: {
    name: "Penderfynwyd ymchwilio",
    means: "Diwrnodau o’r diwrnod y daeth adroddiad i ddesg hyd nes i’r ddesg benderfynu ymchwilio.",
    leavesOut: "Adroddiadau na phenderfynodd unrhyw ddesg ymchwilio iddynt.",
  },
  outcome: {
    name: "Canlyniad",
    means:
      "Diwrnodau o’r diwrnod y daeth adroddiad i ddesg hyd nes i ganlyniad un person dan sylw gael ei gofnodi: mae pob person yn cyfrif.",
    leavesOut: "Pobl nad oes penderfyniad arnynt eto. Mae’r canlyniad nesaf yn cymryd lle un a gywirwyd.",
  },
  closed: {
    name: "Caewyd",
    means: "Diwrnodau o’r diwrnod y daeth adroddiad i ddesg hyd nes i’r ddesg ei gau.",
    leavesOut:
      "Adroddiadau sy’n dal ar agor, a’r rhai a roddwyd o’r neilltu am nad i’r llinell hon y maent. Lle ailagorwyd adroddiad, tynnir ei gau ar y diwrnod hwnnw, a’i gyfrif o’r newydd gyda’r holl amser ar ôl ei gau eto.",
  },
}

const words: Record<Language, Record<StageTimed, Words>> = { en, cy }

/** What the time of a stage is called and means, in a language. */
export const timeWordsOf = (stage: StageTimed, language: Language = "en"): Words => words[language][stage]
