/** Words that several pages use. Staff work in English for now; Welsh goes beside it. */
export const en = {
  service: "National view",
  pages: {
    figures: "Figures",
    compare: "Forces compared",
    timeliness: "Timeliness",
    heartbeats: "Heartbeats",
    alarms: "Alarms",
    releases: "Releases",
    requests: "Requests",
    forces: "Forces",
    directory: "Directory",
    status: "Status",
  },
  nationalDesk: "National desk",
}
