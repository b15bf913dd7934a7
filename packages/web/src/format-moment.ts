const londonTime = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", hour: "2-digit", minute: "2-digit" })
const londonDay = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  day: "numeric",
  month: "short",
  year: "numeric",
})

/** `moment` as a history says it, in Europe/London: "14:05 on 3 Mar 2026". */
export const formatMoment = (moment: Date): string => `${londonTime.format(moment)} on ${londonDay.format(moment)}`
