/** Words that several pages use. Staff work in English for now; Welsh goes beside it. */
export const en = {
  service: "National view",
  pages: {
    figures: "Figures",
    compare: "Forces compared",
    heartbeats: "Heartbeats",
    releases: "Releases",
    requests: "Requests",
    directory: "Directory",
  },
  nationalDesk: "National desk",
}
