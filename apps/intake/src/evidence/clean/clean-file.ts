/** Browser: takes out of a chosen file what it hides, before it is sealed. */
import type { ChosenFile, Remains } from "../chosen-file.ts"
import { cleanImage } from "./clean-image.ts"
import type { CleanContent, CleanerScript } from "./cleaner.ts"
import { type FileKind, kindOfFile } from "./kind-of-file.ts"

/** The addresses of the scripts that clean kinds of files, each loaded with the first such file. */
type CleanerScripts = Record<"pdf" | "office" | "media", string>

const REMAINS: Record<FileKind, (file: File) => Remains> = {
  image: () => "picture",
  pdf: () => "text",
  office: () => "text",
  media: ({ type }) => (type.startsWith("audio/") ? "sound" : "film"),
  other: () => "all",
}

/**
 * Cleans a file as far as this browser can. What can't be cleaned is given back as it is, and says so.
 *
 * @throws where the file can't be read at all
 */
export async function cleanFile(file: File, scripts: CleanerScripts): Promise<ChosenFile> {
  const kind = await kindOfFile(file)
  const done = await cleanedBy(kind, file, scripts).catch((): CleanContent => notCleaned(file))
  if (done.cleaned === "no") return { file, cleaned: "no", removed: [], remains: "all" }
  const { content, cleaned, removed } = done
  return {
    // No time of its own: a file that is made says the moment it was made, unless it is told another.
    file: new File([content], cleanName(file.name, kind, content.type), { type: content.type, lastModified: 0 }),
    cleaned,
    removed,
    remains: REMAINS[kind](file),
  }
}

const notCleaned = (file: File): CleanContent => ({ content: file, cleaned: "no", removed: [] })

async function cleanedBy(kind: FileKind, file: File, scripts: CleanerScripts): Promise<CleanContent> {
  if (kind === "image") return cleanImage(file)
  if (kind === "other") return notCleaned(file)
  const { clean }: CleanerScript = await import(scripts[kind])
  return clean(file)
}

const NEUTRAL = { image: "picture", media: "recording" } as const
const ENDS: Record<string, string> = { "image/jpeg": "jpg", "image/png": "png" }

/** Names that a device made of its own kind, the moment, or the program: they would say again what was taken out. */
const BY_DEVICE =
  /^(img|pxl|dsc|dcim|vid|mvi|mov|gopr|whatsapp|signal|telegram|screenshot|screen[ _-]?recording|voice|rec)|\d{6}/i

/** What a cleaned file is called: as it was, unless a device named it. */
export function cleanName(name: string, kind: FileKind, type: string): string {
  const end = ENDS[type] ?? name.split(".").at(-1) ?? ""
  const base = name.replace(/\.[^.]*$/, "")
  if ((kind === "image" || kind === "media") && BY_DEVICE.test(base)) return `${NEUTRAL[kind]}.${end}`
  return `${base}.${end}`
}
