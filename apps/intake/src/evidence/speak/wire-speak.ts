/** Browser: records, changes the voice, plays it back, and adds it to the files that will be sent. */
import type { Language } from "@candour/domain/contact.ts"
import type { WiredPicker } from "../wire-file-picker.ts"
import { changeVoice, SAMPLE_RATE } from "./change-voice.ts"
import { speakMessages } from "./messages.ts"
import { play, type Recording, startRecording } from "./recorder.ts"
import { wavOf } from "./wav.ts"

type State = "idle" | "recording" | "working" | "ready"

const BUTTONS: Record<string, readonly State[]> = {
  record: ["idle"],
  stop: ["recording"],
  play: ["ready"],
  use: ["ready"],
  again: ["ready"],
}

/** What a page's script does with its speaking part. */
export interface WiredSpeak {
  /** Lets the microphone go, and gives what was said and not yet added: for the page that has come in this one's place. */
  leave(): Promise<Float32Array | undefined>
}

/**
 * Makes the speaking part in `root` work with a page's file picker. Nothing is recorded before somebody presses.
 *
 * @param before - what was said on the page before
 */
export function wireSpeak(
  root: ParentNode,
  picker: Pick<WiredPicker, "add">,
  before?: Float32Array,
): WiredSpeak | undefined {
  const part = root.querySelector<HTMLElement>("[data-speak]")
  if (!part || !navigator.mediaDevices || typeof MediaRecorder === "undefined") return undefined
  const words = speakMessages[part.dataset.lang as Language]
  const button = (name: string) => part.querySelector<HTMLButtonElement>(`#speak-${name}`) as HTMLButtonElement
  const change = part.querySelector<HTMLInputElement>("[data-speak-change]") as HTMLInputElement
  const said = part.querySelector<HTMLElement>("[data-speak-said]") as HTMLElement
  /** From the press on: the browser asks for the microphone, and who presses again must not start a second one. */
  let isRecording = false
  let recording: Recording | undefined
  let spoken: Float32Array | undefined
  let heard: Float32Array<ArrayBuffer> | undefined
  let stopPlaying: (() => void) | undefined

  const show = (state: State, sentence: string, focus?: string) => {
    for (const [name, states] of Object.entries(BUTTONS)) button(name).hidden = !states.includes(state)
    said.textContent = sentence
    if (focus) button(focus).focus()
  }
  /** Each time another voice: what was heard is what is sent. */
  const makeReady = async (focus?: string) => {
    if (!spoken || !part.isConnected) return
    stopPlaying?.()
    show("working", words.working)
    await new Promise((resolve) => setTimeout(resolve)) // lets the page say so first
    heard = change.checked ? changeVoice(spoken) : Float32Array.from(spoken)
    show("ready", words.ready(heard.length / SAMPLE_RATE), focus)
  }
  const forget = (sentence: string) => {
    stopPlaying?.()
    spoken = heard = undefined
    show("idle", sentence, "record")
  }

  button("record").addEventListener("click", async () => {
    if (isRecording) return
    isRecording = true
    try {
      recording = await startRecording(() => part.isConnected)
      if (!part.isConnected) return recording.stop()
      show("recording", words.recording, "stop")
      spoken = await recording.samples
      await makeReady("play")
    } catch {
      recording?.stop()
      show("idle", words.problem)
    } finally {
      isRecording = false
      recording = undefined
    }
  })
  button("stop").addEventListener("click", () => recording?.stop())
  change.addEventListener("change", () => void makeReady())
  button("play").addEventListener("click", () => {
    if (stopPlaying) return stopPlaying()
    if (!heard) return
    button("play").textContent = words.stopPlaying
    stopPlaying = play(heard, () => {
      stopPlaying = undefined
      button("play").textContent = words.play
    })
  })
  button("use").addEventListener("click", () => {
    if (!heard) return
    const isAdded = picker.add({
      file: new File([wavOf(heard)], words.fileName, { type: "audio/wav", lastModified: 0 }),
      cleaned: "part",
      removed: change.checked ? ["voice", "time"] : ["time"],
      remains: "sound",
    })
    if (isAdded) forget(words.added)
  })
  button("again").addEventListener("click", () => forget(words.thrownAway))
  part.hidden = false
  spoken = before
  void makeReady()
  return {
    async leave() {
      stopPlaying?.()
      recording?.stop()
      return recording ? recording.samples.catch(() => undefined) : spoken
    },
  }
}
