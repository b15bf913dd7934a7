/** The words of finding the force (pages §5). */
export const en = {
  title: "Which area",
  heading: "Which police force, or where did it happen?",
  hint: "A force, a town or a postcode. We don’t keep what you type here.",
  list: "Choose from all forces",
  problem: {
    nothing: "Type a force, a town or a postcode, or press “I don’t know”.",
    notFound:
      "We don’t know that one. Try the nearest town or a postcode, choose from all forces, or press “I don’t know”.",
    noSuchPostcode: "There is no such postcode. Check it, type a town instead, or press “I don’t know”.",
    notChosen: "Choose one, or “I don’t know”.",
  },
  choose: {
    heading: "Which of these is it?",
    several: "There is more than one that it could be.",
    more: "There are others still. If yours isn’t here, go back and type a town.",
    /** A force, told apart by the place there that has the name. */
    at: (force: string, place: string) => `${force} (${place})`,
    none: "None of these",
  },
  all: {
    heading: "All forces",
  },
  elsewhere: {
    heading: "Others look into this one",
    text: (body: string) => `We can’t send a report to ${body}.`,
    who: "Who looks into it:",
    website: "Their website",
    leaves: "That page is not ours: the exit button isn’t on it.",
    again: "It’s about someone in a police force of England or Wales",
  },
}
