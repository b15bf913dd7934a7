/** Words of who else has a report open. */
export const en = {
  open: (names: string, count: number) =>
    count === 1 ? `${names} has this report open too.` : `${names} have this report open too.`,
  happened: "Something has happened to it since: your next decision shows you what first.",
}
