import { plural } from "@candour/web/language.ts"

const reports = (count: number) =>
  plural("en", count, { one: "1 report", other: `${count.toLocaleString("en")} reports` })

/** Words of the search. */
export const en = {
  title: "Search",
  why: "The service can’t read reports, so it can’t search them. Your browser opens every open report that you may open, and searches them here. Each is recorded as opened for the search, with your name, and your lead sees how many. Nothing is kept: close this page and it is gone.",
  limit: "At most 5,000 reports a day.",
  build: "Build the index",
  goOn: "Go on building",
  building: "Building the index",
  progress: (done: number, all: number) => `${done.toLocaleString("en")} of ${reports(all)} opened.`,
  built: (count: number) => `${reports(count)} can be searched.`,
  kept: (count: number) => `${reports(count)} left out: you may not open them.`,
  damaged: (count: number) => `${reports(count)} couldn’t be opened with your keys. Tell your lead.`,
  none: "There is no open report to search.",
  query: "Words, a title or a reference",
  queryHint: "All of the words must be there. Parts of words and small slips are found, too.",
  find: "Search",
  found: (count: number, shown: number) => {
    if (count === 0) return "Nothing found."
    return count > shown ? `${reports(count)} found. These ${shown} fit best.` : `${reports(count)} found.`
  },
  noTitle: "No title",
  who: {
    title: "Who built an index",
    text: "Of the last 30 days. Opening for the search is in each report’s history, too.",
    none: "Nobody in the last 30 days.",
    person: "Person",
    day: "Day",
    count: "Reports",
  },
  problem: {
    enough: "You have opened 5,000 reports for the search today, which is the most. Go on tomorrow.",
    noAccess:
      "The access that you were given doesn’t open this desk’s reports. Ask a colleague to give it to you again, under People.",
    tooSlow: "That took longer than a minute, so the openings must be recorded again. Go on building.",
  },
}
