/** Words of the page by which somebody sees and ends their own sessions. */
export const en = {
  title: "Your sign-ins",
  what: "Each browser in which you are signed in now. A sign-in ends by itself after 30 minutes without a page, and after 12 hours at the latest.",
  caption: "Where you are signed in",
  browser: "Browser",
  this: "This one",
  other: "Another one",
  started: "Signed in",
  used: "Last used",
  now: "Now",
  since: (moment: string) => `${moment}, or up to 15 minutes later`,
  careful:
    "Don’t you know one of them? Sign out everywhere now: it takes effect at once. Then tell a lead, who can take your access away until it is clear what happened.",
  end: "Sign out everywhere",
  back: "Back to your work",
}
