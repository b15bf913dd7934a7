/** What each figure is called, and what it means, wherever it is shown. */
export const en = {
  contacts: {
    contacts: {
      name: "Contacts",
      means: "Every approach to the hotline, online or by phone, each counted once, even where it led nowhere.",
    },
    otherForces: {
      name: "About other forces",
      means:
        "Contacts by a force’s own line that were first routed to another force. The national line is no force’s own, so none of its contacts are among them.",
    },
    intelligenceReports: {
      name: "Intelligence reports",
      means:
        "Graded records that a desk made from reports, without what shows the source, each checked by a second person. One report may lead to several.",
    },
    abuseAndDiscrimination: {
      name: "Of these, abuse and discrimination",
      means:
        "Intelligence reports about abusing or controlling a partner, crossing boundaries for sexual purposes, or discrimination, each counted once however many of the three it is about.",
    },
    furtherInvestigation: {
      name: "Needing further investigation",
      means: "Reports that a desk decided to investigate.",
    },
  },
  people: {
    proven: {
      name: "Proven",
      means: "A finding, a sanction, a conviction or a caution, also where it led to no action or the person had left.",
    },
    notProven: {
      name: "Not proven",
      means: "No case to answer, not proven at a meeting or hearing, acquitted, or ended by reflective practice.",
    },
    notDetermined: {
      name: "Not determined",
      means:
        "Ended without a finding: not enough to go on, nobody identified, referred elsewhere, charged, or the person left first.",
    },
    notYetDecided: { name: "Not yet decided", means: "No outcome recorded so far." },
  },
  allPeople: {
    name: "All people concerned",
    means:
      "The four together: everybody whom desks counted when they assessed reports. Somebody in two reports is counted in both, and so is somebody in one report that two desks assessed.",
  },
}
