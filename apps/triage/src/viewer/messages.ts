/** Words of the closed frame that shows a file. */
export const en = {
  title: "A file, shown",
  image: "The picture. Nobody has described it.",
  sound: "The recording",
  film: "The film",
  text: "The text",
  pdf: {
    page: (number: number, of: number) => `Page ${number} of ${of}`,
    picture: (number: number, of: number) =>
      `Page ${number} of ${of}, as a picture. Its text follows, where it has any.`,
    text: (number: number) => `Text of page ${number}`,
    noText: (number: number) => `Page ${number} has no text that can be read out: it is a picture.`,
    notDrawn: (number: number) => `Page ${number} can’t be shown. Save the file to see it.`,
    most: (most: number, of: number) =>
      `Only the first ${most} of ${of} pages are shown. Save the file to see the rest.`,
    end: (of: number, shown: number) => (shown < of ? `End of the ${shown} pages shown.` : "End of the file."),
  },
}
