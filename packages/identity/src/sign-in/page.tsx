import { asset } from "@candour/web/assets.ts"
import { Button } from "@candour/web/components/button.tsx"
import { WarningText } from "@candour/web/components/text.tsx"
import { TextInput } from "@candour/web/components/text-input.tsx"
import { StaffPage } from "@candour/web/staff-page.tsx"
import type { FC } from "hono/jsx"
import { en, firstSignIn } from "./messages.ts"

/** The sign-in page. `next` is the page to come back to; the script of the folder `sign-in` does the rest. */
export const SignInPage: FC<{ service: string; next: string }> = ({ service, next }) => (
  <StaffPage service={service} title={en.title} script="sign-in.js">
    <h1 class="govuk-heading-l">{en.title}</h1>
    <noscript>
      <WarningText>{en.needsScript}</WarningText>
    </noscript>
    <div id="problem" role="alert" tabindex={-1} />
    {/* No action and no names that a browser would send: the passphrase must not cross the wire, script or not. */}
    <form
      id="sign-in"
      method="dialog"
      data-next={next}
      data-words={JSON.stringify(en)}
      data-worker={asset("sign-in.js")}
    >
      <TextInput name="name" label={en.name} width={20} autocomplete="username" />
      <TextInput name="passphrase" label={en.passphrase} hint={en.passphraseHint} type="password" />
      <Button type="submit" hidden>
        {en.submit}
      </Button>
    </form>
    <p class="govuk-body">
      <a class="govuk-link" href="/first-sign-in">
        {en.invited}
      </a>
    </p>
  </StaffPage>
)

/** The first sign-in: the code, then six words that the browser makes, then the same words typed back. */
export const FirstSignInPage: FC<{ service: string }> = ({ service }) => (
  <StaffPage service={service} title={firstSignIn.title} script="sign-in.js">
    <h1 class="govuk-heading-l">{firstSignIn.title}</h1>
    <noscript>
      <WarningText>{en.needsScript}</WarningText>
    </noscript>
    <div id="problem" role="alert" tabindex={-1} />
    <form id="invitation" method="dialog" data-words={JSON.stringify({ ...en, ...firstSignIn })}>
      <TextInput name="code" label={firstSignIn.code} hint={firstSignIn.codeHint} code />
      <Button type="submit" hidden>
        {firstSignIn.next}
      </Button>
    </form>
    <form id="words" method="dialog" hidden>
      <h2 class="govuk-heading-m">{firstSignIn.wordsTitle}</h2>
      <p class="govuk-body">
        {firstSignIn.signsInAs} <strong id="sign-in-name" />
      </p>
      <p class="govuk-body-l candour-passphrase" id="passphrase-made" translate="no" />
      <p class="govuk-body">{firstSignIn.wordsWhy}</p>
      <TextInput name="again" label={firstSignIn.again} />
      <Button type="submit">{firstSignIn.finish}</Button>
    </form>
  </StaffPage>
)
