import { type FigureName, idOf } from "../catalogue.ts"

/** A figure in addresses: `intelligence-reports`. */
export const figureFile = (figure: FigureName): string => idOf(figure).replaceAll("_", "-")
