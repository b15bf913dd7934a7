/** Words of opening a desk and of giving access to it. */
export const en = {
  open: {
    title: "Open this desk",
    why: "Nobody has opened this desk yet. Your browser makes the key that opens its reports. The service keeps only copies that are locked to the people you give access to, so it can’t read them.",
    from: "From then on, reports for this desk come here. Before that they wait at the national desk.",
    second:
      "Give a second person access on the same day: a desk whose only person loses their six words can’t be opened again.",
    button: "Open this desk",
    wasFirst: "Somebody else has just opened this desk. They can give you access.",
  },
  waiting: {
    title: "Waiting for access",
    text: "You’ve signed in, and your own key is made. A colleague who already opens this desk’s reports must now give you access, under People. Then load this page again.",
    taken: (when: string) =>
      `A lead took your access to this desk’s reports away at ${when}. Only a lead can give it again, under People. Then load this page again.`,
    who: "These colleagues can do it:",
    again: "Load again",
  },
  people: {
    title: "People",
    caption: "Who works at this desk",
    name: "Name",
    roles: "Role",
    access: "Access to reports",
    role: {
      officer: "Officer",
      lead: "Lead",
      auditor: "Auditor",
      figures: "Figures",
      coordinator: "Coordinator",
      "call-handler": "Call handler",
    },
    has: "Has access",
    notYet: "Hasn’t signed in yet",
    waits: "Waiting",
    wasTaken: "Taken away",
    takenBy: (name: string, when: string) => `Taken away by ${name} at ${when}`,
    givenBy: (name: string) => `Given again by ${name}`,
    leadGives: "Only a lead can give it again.",
    onlyFigures: "Figures only",
    none: "Reads no report",
    give: (name: string) => ["Give access", ` to ${name}`] as const,
    giveAgain: (name: string) => ["Give access again", ` to ${name}`] as const,
    take: (name: string) => ["Take access away", ` from ${name}`] as const,
    taken: (name: string) =>
      `${name} has no access any more and is signed out everywhere. What they hold stays theirs: assign it to somebody else.`,
    last: "Nobody else opens this desk. Give a second person access first, or nobody could ever open it again.",
    careful:
      "Whoever has access can open every report of this desk. Make sure that you know the person, and that they’ve just signed in.",
    given: (name: string) => `${name} has access now.`,
    gone: "That person doesn’t wait for access any more. Load the page again.",
    noAccess:
      "You have no access to this desk’s reports any more. What you typed is kept: ask a lead, then press the button once more.",
    leadOnly: "A lead took this access away. Only a lead can give it again: ask one of them.",
    own: "You can’t give access to yourself. Ask a colleague who has it.",
    notYours: "You don’t have access yourself, so you can’t give it.",
  },
}
