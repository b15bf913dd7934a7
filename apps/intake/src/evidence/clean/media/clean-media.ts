import type { RemovedCode } from "@candour/sealing/file-entry.ts"
import {
  ALL_FORMATS,
  BlobSource,
  BufferTarget,
  Conversion,
  Input,
  type InputFormat,
  IsobmffOutputFormat,
  MovOutputFormat,
  Mp3OutputFormat,
  Mp4OutputFormat,
  OggOutputFormat,
  Output,
  type OutputFormat,
  WavOutputFormat,
  WebMOutputFormat,
} from "mediabunny"
import type { CleanContent } from "../cleaner.ts"
import { withoutTimes } from "./without-times.ts"

/** Tags by what they give away; any other is `other`. */
const TAGS: Record<string, RemovedCode> = {
  title: "title",
  artist: "author",
  albumArtist: "author",
  comment: "comments",
  description: "comments",
  lyrics: "comments",
  date: "time",
  images: "thumbnail",
}

/**
 * Packs sound and film anew, without tags, places, thumbnails and any track that is neither: what is heard and seen
 * is taken over bit for bit.
 *
 * @throws where it can't be read, or a track of it could not be taken over
 */
export async function cleanMedia(file: File): Promise<CleanContent> {
  const input = new Input({ source: new BlobSource(file), formats: ALL_FORMATS })
  const format = outputFor(await input.getFormat())
  const tags = await input.getMetadataTags()
  const target = new BufferTarget()
  const output = new Output({ format, target })
  const conversion = await Conversion.init({ input, output, tags: {}, showWarnings: false })
  const lost = conversion.discardedTracks.some(({ track }) => track.type === "audio" || track.type === "video")
  if (!conversion.isValid || lost) throw new Error("not every track can be taken over")
  await conversion.execute()
  if (target.buffer === null) throw new Error("nothing was written")
  if (format instanceof IsobmffOutputFormat) withoutTimes(new Uint8Array(target.buffer))
  const removed = new Set<RemovedCode>(["place", "time", "other"])
  for (const [name, value] of Object.entries(tags)) if (value !== undefined) removed.add(TAGS[name] ?? "other")
  return {
    content: new Blob([target.buffer], { type: file.type || format.mimeType }),
    cleaned: "part",
    removed: [...removed],
  }
}

function outputFor(format: InputFormat): OutputFormat {
  switch (format.name) {
    case "MP4":
      return new Mp4OutputFormat({ fastStart: false })
    case "QuickTime File Format":
      return new MovOutputFormat({ fastStart: false })
    case "WebM":
    case "Matroska":
      return new WebMOutputFormat()
    case "MP3":
      return new Mp3OutputFormat({ xingHeader: false })
    case "WAVE":
      return new WavOutputFormat()
    case "Ogg":
      return new OggOutputFormat()
    default:
      throw new Error(`${format.name} is not packed anew here`)
  }
}
