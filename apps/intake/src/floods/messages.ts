import type { Messages } from "@candour/web/language.ts"

const en = {
  empty: "Leave this box empty",
  emptyHint: "It is there to tell people from programs. If something filled it in for you, please clear it.",
  wait: "Many messages are coming in at this moment. Nothing is lost: all you typed is still here. Wait 15 seconds, then press the button again.",
  again:
    "This page was open for a long time, or was sent before. Nothing is lost: all you typed is still here. Press the button again.",
  filled: "A box that should stay empty was filled in. Nothing is lost. Look at it, then press the button again.",
}

/** The words of a form that wasn't let in. Welsh is a draft: have it read. */
export const messages: Messages<typeof en> = {
  en,
  cy: {
    empty: "Gadewch y blwch hwn yn wag",
    emptyHint: "Mae yno i wahaniaethu rhwng pobl a rhaglenni. Os llenwodd rhywbeth ef ar eich rhan, cliriwch ef.",
    wait: "Mae llawer o negeseuon yn dod i mewn ar hyn o bryd. Does dim wedi’i golli: mae popeth a deipioch yma o hyd. Arhoswch 15 eiliad, yna pwyswch y botwm eto.",
    again:
      "Bu’r dudalen hon ar agor am amser hir, neu fe’i hanfonwyd o’r blaen. Does dim wedi’i golli: mae popeth a deipioch yma o hyd. Pwyswch y botwm eto.",
    filled: "Llenwyd blwch a ddylai aros yn wag. Does dim wedi’i golli. Edrychwch arno, yna pwyswch y botwm eto.",
  },
}

/** Why a form came back, in words. */
export const heldBackWords = (lang: "en" | "cy", answer: "wait" | "again", filled: boolean): string =>
  messages[lang][answer === "again" && filled ? "filled" : answer]
