/** Browser: an element with its class, and `text` as text and never as markup. */
export function element(name: string, className: string, text = ""): HTMLElement {
  const made = document.createElement(name)
  made.className = className
  made.textContent = text
  return made
}
