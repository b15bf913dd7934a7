import { SAMPLE_RATE } from "./change-voice.ts"

const MOST_MILLISECONDS = 30 * 60_000

/** A recording under way. */
export interface Recording {
  /** Ends it, and lets the microphone go. */
  stop(): void
  /** What was said, as one channel at {@link SAMPLE_RATE}, once it has ended. */
  samples: Promise<Float32Array>
}

/**
 * Begins to record, for half an hour at most, and no longer than somebody could stop it.
 *
 * @param canStop - whether the page still has what stops it; asked every second
 * @throws where there is no microphone, or it isn't allowed
 */
export async function startRecording(canStop: () => boolean): Promise<Recording> {
  const microphone = await navigator.mediaDevices.getUserMedia({ audio: true })
  const recorder = new MediaRecorder(microphone)
  const parts: Blob[] = []
  recorder.addEventListener("dataavailable", ({ data }) => {
    parts.push(data)
    if (!canStop()) stop()
  })
  const ended = new Promise((resolve) => recorder.addEventListener("stop", resolve, { once: true }))
  recorder.start(1_000)
  const stop = () => {
    clearTimeout(timer)
    if (recorder.state !== "inactive") recorder.stop()
    for (const track of microphone.getTracks()) track.stop()
  }
  const timer = setTimeout(stop, MOST_MILLISECONDS)
  return { stop, samples: ended.then(() => decoded(new Blob(parts, { type: recorder.mimeType }))) }
}

/** The sound of a recording, mixed down and resampled by the browser. */
async function decoded(recording: Blob): Promise<Float32Array> {
  const context = new OfflineAudioContext(1, 1, SAMPLE_RATE)
  const sound = await context.decodeAudioData(await recording.arrayBuffer())
  const mixed = new OfflineAudioContext(1, Math.max(1, sound.length), SAMPLE_RATE)
  const source = new AudioBufferSourceNode(mixed, { buffer: sound })
  source.connect(mixed.destination)
  source.start()
  return (await mixed.startRendering()).getChannelData(0)
}

/** Plays samples, and gives what ends it; by Web Audio, which no content policy has to be widened for. */
export function play(samples: Float32Array<ArrayBuffer>, ended: () => void): () => void {
  const context = new AudioContext()
  const buffer = new AudioBuffer({ length: samples.length, sampleRate: SAMPLE_RATE, numberOfChannels: 1 })
  buffer.copyToChannel(samples, 0)
  const source = new AudioBufferSourceNode(context, { buffer })
  source.connect(context.destination)
  source.addEventListener("ended", () => {
    void context.close()
    ended()
  })
  source.start()
  return () => source.stop()
}
