import type { MailboxState } from "@candour/database/mailbox-state.ts"
import { type Messages, plural } from "@candour/web/language.ts"

type Released = NonNullable<MailboxState["released"]>

const releasedEn: Record<Released, string> = {
  assessing: "The team says: we are working out how serious it is, and what to do.",
  intelligence: "The team says: we have made a record of it for our investigators.",
  investigating: "The team says: we are investigating.",
}

const releasedCy: Record<Released, string> = {
  assessing: "Mae’r tîm yn dweud: rydyn ni’n gweithio allan pa mor ddifrifol ydyw, a beth i’w wneud.",
  intelligence: "Mae’r tîm yn dweud: rydyn ni wedi gwneud cofnod ohono i’n hymchwilwyr.",
  investigating: "Mae’r tîm yn dweud: rydyn ni’n ymchwilio.",
}

/** The words of the mailbox (pages §5, Mailbox). */
export const en = {
  title: "Messages",
  ask: {
    heading: "Read an answer",
    label: "Your 20 digits",
    hint: "Spaces don’t matter.",
    open: "Open",
  },
  problem: {
    length: (typed: number) => `Type all 20 digits. You’ve typed ${typed}.`,
    check: "Those digits don’t open a mailbox. Check each one.",
    busy: "Many people are looking right now. What you told us is safe. Wait a minute and press Open again.",
    lost: "Lost them? Tell us again, and say that you did before.",
    nothing: "Write something first.",
    tooLong: (letters: number) =>
      `${plural("en", letters, { one: "1 letter", other: `${letters} letters` })} too long. Send a part, then the rest.`,
    taken:
      "Something else of yours was sent meanwhile; it stands above. What you typed is still here: press Send again.",
    full: "That is a lot for one day, so this wasn’t sent. What you typed is still here. Please send the rest tomorrow.",
    away: "We can’t take that right now. What you typed is still here. Try again in a few minutes.",
    notStored:
      "The report changed hands or was finished in this moment, so this wasn’t sent. What you typed is still here: press the button again.",
    takenUp:
      "It was taken up again meanwhile, so this wasn’t sent. What you typed is still here: you can send it to the team above.",
    filesBusy:
      "Many people are sending files at this moment, so nothing was sent. What you typed is still here. Wait a minute, choose the files again and press Send.",
    filesAway:
      "We can’t take files right now, so nothing was sent. What you typed is still here. In a few minutes, choose the files again and press Send.",
    notChosen: "Choose one.",
  },
  heading: "Messages",
  safe: "Are you safe to read this?",
  where: "Where it stands",
  moved: (team: string) => `It has moved to ${team}.`,
  state: (state: MailboxState["state"], team: string, days: number): string =>
    ({
      waiting:
        days === 0
          ? `${team} has it. It came today, and nobody has opened it yet.`
          : `${team} has it. Nobody has opened it yet: ${plural("en", days, { one: "1 day", other: `${days} days` })}.`,
      opened: "The team has opened it.",
      finished: "We’ve finished looking into this.",
    })[state],
  /** The same of one team among several. */
  stateOfOne: (state: MailboxState["state"], team: string, days: number): string =>
    ({
      waiting: en.state("waiting", team, days),
      opened: `${team} has opened it.`,
      finished: `${team} has finished looking into this.`,
    })[state],
  movedOfOne: (team: string) => `A copy has moved to ${team}.`,
  released: releasedEn,
  disputed: "You said that this isn’t over. Someone in charge of the team has to answer.",
  none: "There are no messages.",
  fromTeam: (team: string | undefined) => (team ? `From ${team}` : "From the team"),
  fromYou: (team: string | undefined) => (team ? `From you, to ${team}` : "From you"),
  files: (count: number): string => plural("en", count, { one: "1 file", other: `${count} files` }),
  changedReply: "You changed whether the team may write to you.",
  locked: "This message is opened on your phone.",
  cannotOpen: "This message can’t be opened here. Tell the team so.",
  write: {
    label: "Write to the team",
    hint: "Answer, or add something. You don’t have to find anything out.",
    to: "To whom?",
    toAll: (count: number): string => (count === 2 ? "Both teams" : "All teams"),
    send: "Send",
  },
  later: "You can write once your report has reached the team’s desk. Look again in a while.",
  mayReply: { save: "Save" },
  notOver: {
    heading: "This isn’t over",
    label: "What should they know?",
    hint: "Someone in charge of the team has to answer this.",
    send: "Say that it isn’t over",
  },
  remove: { button: "Remove messages", hint: "They are gone from this page for good. The team keeps a copy." },
  said: {
    written: "Sent.",
    saved: "Saved.",
    removed: "Removed.",
  },
  close: "Close",
  away: "We can’t look right now. What you told us is safe. Try again in a few minutes.",
}

export type MailboxWords = typeof en

/** Welsh is a draft: have it read. */
export const mailboxMessages: Messages<typeof en> = {
  en,
  cy: {
    title: "Negeseuon",
    ask: {
      heading: "Darllen ateb",
      label: "Eich 20 digid",
      hint: "Does dim ots am fylchau.",
      open: "Agor",
    },
    problem: {
      length: (typed) => `Teipiwch bob un o’r 20 digid. Rydych chi wedi teipio ${typed}.`,
      check: "Nid yw’r digidau hynny’n agor blwch post. Gwiriwch bob un.",
      busy: "Mae llawer o bobl yn edrych ar hyn o bryd. Mae’r hyn a ddywedoch chi wrthym yn ddiogel. Arhoswch funud a phwyswch Agor eto.",
      lost: "Wedi’u colli? Dywedwch wrthym eto, a dywedwch eich bod wedi gwneud hynny o’r blaen.",
      nothing: "Ysgrifennwch rywbeth yn gyntaf.",
      tooLong: (letters) =>
        `${plural("cy", letters, { one: "1 llythyren yn", other: `${letters} o lythrennau’n` })} rhy hir. Anfonwch ran, yna’r gweddill.`,
      taken:
        "Anfonwyd rhywbeth arall gennych yn y cyfamser; mae uchod. Mae’r hyn a deipioch yma o hyd: pwyswch Anfon eto.",
      full: "Mae hynny’n llawer mewn un diwrnod, felly nid anfonwyd hwn. Mae’r hyn a deipioch yma o hyd. Anfonwch y gweddill yfory, os gwelwch yn dda.",
      away: "Allwn ni ddim derbyn hynny ar hyn o bryd. Mae’r hyn a deipioch yma o hyd. Rhowch gynnig arall arni ymhen ychydig funudau.",
      notStored:
        "Newidiodd yr adroddiad ddwylo neu cafodd ei orffen yr eiliad hon, felly nid anfonwyd hwn. Mae’r hyn a deipioch yma o hyd: pwyswch y botwm eto.",
      takenUp:
        "Fe’i codwyd eto yn y cyfamser, felly nid anfonwyd hwn. Mae’r hyn a deipioch yma o hyd: gallwch ei anfon at y tîm uchod.",
      filesBusy:
        "Mae llawer o bobl yn anfon ffeiliau ar hyn o bryd, felly nid anfonwyd dim. Mae’r hyn a deipioch yma o hyd. Arhoswch funud, dewiswch y ffeiliau eto a phwyswch Anfon.",
      filesAway:
        "Allwn ni ddim derbyn ffeiliau ar hyn o bryd, felly nid anfonwyd dim. Mae’r hyn a deipioch yma o hyd. Ymhen ychydig funudau, dewiswch y ffeiliau eto a phwyswch Anfon.",
      notChosen: "Dewiswch un.",
    },
    heading: "Negeseuon",
    safe: "Ydych chi’n ddiogel i ddarllen hwn?",
    where: "Ble mae’n sefyll",
    moved: (team) => `Mae wedi symud. Pwy sydd ganddo nawr: ${team}.`,
    state: (state, team, days): string =>
      ({
        waiting:
          days === 0
            ? `${team} sydd ganddo. Heddiw y daeth, a does neb wedi’i agor eto.`
            : `${team} sydd ganddo. Does neb wedi’i agor eto: ${plural("cy", days, { two: "2 ddiwrnod", other: `${days} diwrnod` })}.`,
        opened: "Mae’r tîm wedi’i agor.",
        finished: "Rydym wedi gorffen edrych ar hyn.",
      })[state],
    stateOfOne: (state, team, days): string =>
      ({
        waiting: mailboxMessages.cy.state("waiting", team, days),
        opened: `${team}: wedi’i agor.`,
        finished: `${team}: wedi gorffen edrych ar hyn.`,
      })[state],
    movedOfOne: (team) => `Mae copi wedi symud. Pwy sydd ganddo nawr: ${team}.`,
    released: releasedCy,
    disputed: "Dywedoch chi nad yw hyn ar ben. Rhaid i rywun sy’n gyfrifol am y tîm ateb.",
    none: "Does dim negeseuon.",
    fromTeam: (team) => (team ? `Oddi wrth: ${team}` : "Oddi wrth y tîm"),
    fromYou: (team) => (team ? `Oddi wrthoch chi. At bwy: ${team}` : "Oddi wrthoch chi"),
    files: (count) => `${count} ffeil`,
    changedReply: "Newidioch chi a gaiff y tîm ysgrifennu atoch.",
    locked: "Ar eich ffôn y mae’r neges hon yn cael ei hagor.",
    cannotOpen: "Ni ellir agor y neges hon yma. Dywedwch hynny wrth y tîm.",
    write: {
      label: "Ysgrifennu at y tîm",
      hint: "Atebwch, neu ychwanegwch rywbeth. Does dim rhaid i chi ddarganfod dim.",
      to: "At bwy?",
      toAll: (count) => (count === 2 ? "Y ddau dîm" : "Pob tîm"),
      send: "Anfon",
    },
    later: "Gallwch ysgrifennu pan fydd eich adroddiad wedi cyrraedd desg y tîm. Edrychwch eto ymhen ychydig.",
    mayReply: { save: "Cadw" },
    notOver: {
      heading: "Dydy hyn ddim ar ben",
      label: "Beth ddylen nhw ei wybod?",
      hint: "Rhaid i rywun sy’n gyfrifol am y tîm ateb hyn.",
      send: "Dweud nad yw ar ben",
    },
    remove: {
      button: "Tynnu negeseuon i ffwrdd",
      hint: "Byddan nhw wedi mynd o’r dudalen hon am byth. Mae’r tîm yn cadw copi.",
    },
    said: {
      written: "Wedi’i anfon.",
      saved: "Wedi’i gadw.",
      removed: "Wedi’u tynnu i ffwrdd.",
    },
    close: "Cau",
    away: "Allwn ni ddim edrych ar hyn o bryd. Mae’r hyn a ddywedoch chi wrthym yn ddiogel. Rhowch gynnig arall arni ymhen ychydig funudau.",
  },
}
