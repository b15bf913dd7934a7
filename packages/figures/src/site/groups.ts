import { category } from "@candour/domain/category.ts"
import type { Language } from "@candour/domain/contact.ts"
import { channel } from "@candour/domain/contact.ts"
import { notForUs } from "@candour/domain/not-for-us.ts"
import { questionMessages } from "@candour/web/questions.ts"
import { figureNames, idOf } from "../catalogue.ts"
import { reasonWords, wordsOf } from "../definitions.ts"
import { type CellName, type Dimension, dimensionsOf } from "../protection/cell.ts"
import { messages } from "./messages.ts"
import type { SiteNames } from "./site-names.ts"

/** What a value of a dimension is called: `Kent Police`, `Phone`, `Proven`. */
export function valueName(dimension: Dimension, value: string, lang: Language, names: SiteNames): string {
  const { lines, channels } = messages[lang]
  switch (dimension) {
    case "force":
      return names.desk(value, lang)
    case "line": {
      const force = names.forceOfLine(value)
      return force === undefined ? lines.national : lines.own(names.desk(force, lang))
    }
    case "channel":
      return channels[channel.parse(value)]
    case "category":
      return questionMessages[lang].about.answers[category.parse(value)]
    case "reason":
      return reasonWords[lang][notForUs.parse(value)]
    case "finding": {
      const name = figureNames.find((each) => idOf(each) === value)
      return name === undefined ? value : wordsOf(name, lang).name
    }
  }
}

/** What a cell is told apart by, in words; nothing for a count of everybody. */
export const groupName = (name: CellName, lang: Language, names: SiteNames): string =>
  dimensionsOf(name)
    .map((dimension) => valueName(dimension, name[dimension] ?? "", lang, names))
    .join(", ")
