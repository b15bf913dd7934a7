import type { Language } from "@candour/domain/contact.ts"
import { Button } from "@candour/web/components/button.tsx"
import { TextInput } from "@candour/web/components/text-input.tsx"
import type { FC } from "hono/jsx"
import { inLanguage } from "../language.ts"
import { NotSent } from "../shell.tsx"
import { messages } from "./messages.ts"

/** The box to try a name. What is typed is posted, so that no address holds it. */
export const TryBox: FC<{ lang: Language; again?: boolean; error?: string | undefined }> = ({ lang, again, error }) => {
  const words = messages[lang].try
  return (
    <form method="post" action={inLanguage(lang, "/forces")} class={again ? undefined : "candour-try"}>
      <TextInput
        name="hint"
        label={again ? words.another : words.label}
        hint={words.hint}
        size="m"
        width={20}
        error={error}
      />
      <Button kind={again ? "secondary" : undefined}>{words.button}</Button>
      <NotSent lang={lang} />
    </form>
  )
}
