/** What we may claim, and no more (keys.md, "What we may claim"). */
export const en = {
  title: "What we can see",
  heading: "What we can and can’t see",
  sections: [
    {
      heading: "Your words",
      text: [
        "They are locked on your phone or computer when you press Send. Only the team that the page names has the key.",
        "If scripts are off in your browser, they are locked when they arrive, in memory, before anything is kept: our computer sees them for a moment.",
        "Our pages never send your words unlocked while scripts are on. But whoever changes the pages we serve could read what is typed after that.",
      ],
    },
    {
      heading: "What we count",
      text: [
        "Which team has your report and why, the line you came by, online or by phone, the language, the boxes you tick, the danger answer, whether the team may write to you, and the day. Not the time; only if you say that someone is in danger now, the hour is kept until a person acts.",
        "The size of what you wrote, in steps, and what becomes of it, can be seen as well.",
        "National figures are made from this. Where a number is small, it can be about one report.",
      ],
    },
    {
      heading: "You",
      text: [
        "We don’t ask who you are, and we don’t keep anything that says it: no cookie, no address of your phone or computer, no name of your browser.",
        "Your network, your employer or your phone may show that you were here. The exit button doesn’t clear your history.",
        "What only you could know can show who told us. Think about it before you send.",
        "With scripts on, the force is found on your phone or computer. We get the first letters of the words you type there, one or two of each, or the first half of a postcode, and then the force you choose. With scripts off, or where that script doesn’t come, what you type there is sent to us. We keep none of it.",
        "Sealed or not, nothing you type goes to anyone else’s computer.",
        "If you tell us that our list of forces is wrong, we keep what you chose, the name you typed there, and the day.",
      ],
    },
    {
      heading: "Your 20 digits",
      text: [
        "With scripts on they are made in your browser, and we never see them. With scripts off our computer makes them, and forgets them.",
        "Whoever has them can see where your report stands.",
        "Until you leave by one of our buttons or close the tab, going back to the last page can show them again.",
      ],
    },
    {
      heading: "If somebody steals our database",
      text: [
        "They get no words of a report. They do get the force, the day (and, from the database’s own log, the moment), the boxes, the danger answer, sizes, what became of each report, and which of our staff opened it.",
      ],
    },
    {
      heading: "If our database is down",
      text: [
        "We still take your report, locked, onto a disk. Once your digits show, it is there, unless that disk breaks before it is passed on.",
      ],
    },
    {
      heading: "After you sent it",
      text: [
        "Each time someone on the team is given your report, it is written down, and their lead sees it. What somebody copies then, nobody sees.",
        "If it moves to another team, the first one’s access ends. What was read can’t be taken back.",
      ],
    },
  ],
}
