import forcesFile from "../data/directory.json" with { type: "json" }
import placesFile from "../data/places.json" with { type: "json" }
import type { Directory, ForcesFile, PlacesFile } from "./directory-shape.ts"
import { unpack } from "./unpack.ts"

/** The directory in use, with every name of every day. */
export const wholeDirectory = (): Directory => unpack(forcesFile as ForcesFile, placesFile as unknown as PlacesFile)
