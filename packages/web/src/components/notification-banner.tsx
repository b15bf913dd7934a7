import type { FC, PropsWithChildren } from "hono/jsx"
import { messages } from "../messages.ts"
import { useLanguage } from "../page-language.ts"

/** Tells what has just happened (`success`), or what a person should know before going on. */
export const NotificationBanner: FC<PropsWithChildren<{ success?: boolean; title?: string }>> = (props) => {
  const words = messages[useLanguage()]
  return (
    <div
      class={`govuk-notification-banner${props.success ? " govuk-notification-banner--success" : ""}`}
      {...{ role: props.success ? "alert" : "region", "aria-labelledby": "notification-title" }}
    >
      <div class="govuk-notification-banner__header">
        <h2 class="govuk-notification-banner__title" id="notification-title">
          {props.title ?? (props.success ? words.done : words.important)}
        </h2>
      </div>
      <div class="govuk-notification-banner__content">{props.children}</div>
    </div>
  )
}
