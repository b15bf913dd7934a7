import type { Messages } from "@candour/web/language.ts"

/** Whole minutes, and the seconds beside them. */
const minutesOf = (seconds: number) => {
  const whole = Math.round(seconds)
  return { minutes: Math.floor(whole / 60), seconds: whole % 60 }
}

/** The words of speaking instead of typing. */
export const en = {
  heading: "Speak instead of typing",
  text: "You can record what you want to say, up to 30 minutes. You hear it before it goes. Go where nobody can hear you.",
  change: "Change my voice",
  changeHint:
    "It hides less than you may hope. Your words, your accent, how you speak and the sounds behind you stay. Somebody who knows you well may know you.",
  record: "Start recording",
  stop: "Stop",
  play: "Play it",
  stopPlaying: "Stop playing",
  use: "Add it to the files",
  again: "Throw it away",
  recording: "Recording",
  working: "Making it ready",
  ready: (spoken: number) => {
    const { minutes, seconds } = minutesOf(spoken)
    return `Ready: ${minutes} min ${seconds} s. Play it before you add it.`
  },
  added: "It is among the files that will be sent.",
  thrownAway: "It is gone.",
  fileName: "spoken.wav",
  problem: "This browser can’t record here, or isn’t allowed to. You can still type, or choose a recording as a file.",
}

/** Welsh is a draft: have it read. */
export const speakMessages: Messages<typeof en> = {
  en,
  cy: {
    heading: "Siarad yn lle teipio",
    text: "Gallwch recordio’r hyn rydych chi am ei ddweud, hyd at 30 munud. Byddwch yn ei glywed cyn iddo fynd. Ewch i rywle lle na all neb eich clywed.",
    change: "Newid fy llais",
    changeHint:
      "Mae’n cuddio llai nag y byddech yn ei obeithio. Mae’ch geiriau, eich acen, eich ffordd o siarad a’r synau y tu ôl i chi yn aros. Efallai y bydd rhywun sy’n eich adnabod yn dda yn eich adnabod.",
    record: "Dechrau recordio",
    stop: "Stopio",
    play: "Gwrando arno",
    stopPlaying: "Stopio gwrando",
    use: "Ei ychwanegu at y ffeiliau",
    again: "Ei daflu",
    recording: "Yn recordio",
    working: "Yn ei baratoi",
    ready: (spoken) => {
      const { minutes, seconds } = minutesOf(spoken)
      return `Yn barod: ${minutes} mun ${seconds} eiliad. Gwrandewch arno cyn ei ychwanegu.`
    },
    added: "Mae ymhlith y ffeiliau a gaiff eu hanfon.",
    thrownAway: "Mae wedi mynd.",
    fileName: "llafar.wav",
    problem:
      "All y porwr hwn ddim recordio yma, neu does ganddo ddim caniatâd. Gallwch deipio o hyd, neu ddewis recordiad fel ffeil.",
  },
}
