/** Every word of the page that shows forces beside each other (pages, Figures 6). */
export const en = {
  title: "Forces compared",
  period: (from: string, to: string) => `Contacts first routed to each force from ${from} to ${to}.`,
  left: "Left empty, of the twelve months up to the day.",
  notes: [
    "Many contacts about a force may mean that people trust the hotline, or know of it. Few may mean that nobody dares. So this ranks nobody: forces stand in the order of their names.",
    "Rates are for about 1,000 officers and staff, most of them estimates, so they are rates of about.",
    "By chance alone a small force differs much from year to year and a large one little. Of forces that differ by no more than forces do, 95 in 100 lie between the dashed lines and 998 in 1,000 between the dotted ones. One outside is a reason to ask why, and no answer.",
  ],
  dispersion: (times: string) =>
    `Forces differ ${times} times as much as by chance alone; the limits are widened by that.`,
  average: (rate: string) => `The rate of all together is ${rate}.`,
  picture: (outside: number) =>
    `Each force as a point, its workforce along, its rate up, among the limits of chance. ${outside === 0 ? "None lies" : outside === 1 ? "One lies" : `${outside} lie`} outside the wider limits. The table after it has each.`,
  axes: { x: "Workforce, about", y: "Contacts per 1,000" },
  columns: {
    force: "Force",
    contacts: "Contacts",
    workforce: "Workforce, about",
    rate: "Per 1,000, about",
    limits: "Limits, 998 in 1,000",
    beside: "Beside the limits",
  },
  limits: (low: string, high: string) => `${low} to ${high}`,
  beside: { above: "Above", below: "Below" },
  within: "Between them",
  stopped: (day: string) => `No figures from this desk since ${day}`,
}
