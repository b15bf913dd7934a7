/** Milliseconds within which Shift must be pressed three times (GOV.UK, Exit this page). */
const PRESSES_WITHIN = 5_000
const PRESSES = 3

/**
 * Browser: makes "Leave this site quickly" replace this page in the history, and does the same when a link marked
 * `data-leave` is pressed, or Shift three times. Pressing Shift to type a capital doesn't count. Works on pages swapped
 * in later, too.
 * Without script the button is a link, which leads to the same place.
 */
export function watchLeave(): void {
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("#leave, [data-leave]")
    if (!link) return
    event.preventDefault()
    leave()
  })

  let presses = 0
  let withOtherKey = false
  let forget: ReturnType<typeof setTimeout> | undefined
  const startAnew = () => {
    presses = 0
    say("")
  }
  document.addEventListener("keydown", ({ key, shiftKey }) => {
    withOtherKey = key !== "Shift" && shiftKey
    if (key !== "Shift") startAnew()
  })
  document.addEventListener("keyup", ({ key }) => {
    if (key !== "Shift" || withOtherKey) {
      withOtherKey = withOtherKey && key !== "Shift"
      return
    }
    presses += 1
    clearTimeout(forget)
    forget = setTimeout(startAnew, PRESSES_WITHIN)
    if (presses === PRESSES) leave()
    else say(exit()?.dataset[presses === 1 ? "twoMore" : "oneMore"] ?? "")
  })
}

const exit = () => document.querySelector<HTMLAnchorElement>("#leave")

/** Hides the page at once, forgets what its history entry holds, and goes where anyone might be. */
export function leave(): void {
  const link = exit()
  if (!link) return
  document.documentElement.classList.add("candour-leaving")
  document.title = ""
  history.replaceState(null, "", "/")
  location.replace(link.href)
}

/** Says `words` to screen readers, without showing them. */
function say(words: string): void {
  let status = document.querySelector("#leave-status")
  if (!status) {
    if (words === "") return
    status = document.createElement("div")
    status.id = "leave-status"
    status.className = "govuk-visually-hidden"
    status.setAttribute("role", "status")
    document.body.append(status)
  }
  status.textContent = words
}
