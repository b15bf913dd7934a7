/** Words of the closed frame that shows a file. */
export const en = {
  title: "A file, shown",
  image: "The picture. Nobody has described it.",
  sound: "The recording",
  film: "The film",
  text: "The text",
}
