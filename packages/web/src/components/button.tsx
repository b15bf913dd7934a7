import type { FC, PropsWithChildren } from "hono/jsx"

/** How much a button matters: one default on a page, `secondary` beside it, `warning` where something ends. */
export type ButtonKind = "secondary" | "warning" | "inverse"

/** A button of a form. */
export interface ButtonProps {
  kind?: ButtonKind
  name?: string
  value?: string
  type?: "submit" | "button"
  /** Posts the same form somewhere else. */
  formaction?: string
  id?: string
  hidden?: boolean
}

const classOf = (kind?: ButtonKind) => `govuk-button${kind ? ` govuk-button--${kind}` : ""}`

/** Sends its form, or does what the page's script says. */
export const Button: FC<PropsWithChildren<ButtonProps>> = ({ kind, type, children, ...rest }) => (
  <button type={type ?? "submit"} class={classOf(kind)} {...rest}>
    {children}
  </button>
)

/**
 * A button that does nothing, put first in a form so that Enter in a text field does nothing either: a form's first
 * button answers Enter, and a disabled one answers by not sending (HTML, implicit submission; pages §2.4).
 */
export const NoEnter: FC = () => <button type="submit" disabled hidden />

/** A link that looks like a button: it leads to the next step and changes nothing. */
export const ButtonLink: FC<PropsWithChildren<{ href: string; kind?: ButtonKind; id?: string }>> = (props) => (
  <a href={props.href} id={props.id} draggable={false} class={classOf(props.kind)}>
    {props.children}
  </a>
)

/** The button that begins a service. */
export const StartButton: FC<PropsWithChildren> = ({ children }) => (
  <button type="submit" class="govuk-button govuk-button--start">
    {children}
    <svg
      class="govuk-button__start-icon"
      width="17.5"
      height="19"
      viewBox="0 0 33 40"
      aria-hidden="true"
      focusable="false"
    >
      <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
    </svg>
  </button>
)
