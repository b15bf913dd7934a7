import { Button } from "@candour/web/components/button.tsx"
import type { FC } from "hono/jsx"
import { KEYS } from "./keys.ts"
import { en } from "./messages.ts"

/** A key, or a row of them, that one page alone has. */
interface OwnKey {
  keys: readonly string[]
  words: string
  between?: string
}

/** Lists the keys, and turns them off (WCAG 2.1.4). Folded into a button that the page's script answers. */
export const KeysDialog: FC<{ own?: readonly OwnKey[] }> = ({ own = [] }) => (
  <div class="candour-keys-there" data-needs-script>
    <form method="dialog">
      <Button type="button" kind="secondary" id="show-keys">
        {en.show} <kbd>?</kbd>
      </Button>
    </form>
    <dialog class="candour-keys" id="keys" aria-labelledby="keys-title">
      <h2 class="govuk-heading-m" id="keys-title">
        {en.title}
      </h2>
      <dl class="candour-keys__list">
        {[...own, ...KEYS.filter(({ keys }) => !own.some((each) => each.keys[0] === keys[0]))].map(
          ({ keys, words, ...more }: OwnKey) => (
            <div>
              <dt>
                {keys.map((key, index) => (
                  <>
                    {index > 0 && (more.between ?? (keys[0] === "g" ? en.thereafter : en.or))}
                    <kbd>{key}</kbd>
                  </>
                ))}
              </dt>
              <dd>{words}</dd>
            </div>
          ),
        )}
      </dl>
      <form method="dialog">
        <p class="govuk-body">
          <label>
            <input type="checkbox" class="candour-select" id="keys-on" autocomplete="off" /> {en.setting}
          </label>
        </p>
        <p class="govuk-hint">{en.hint}</p>
        <Button kind="secondary">{en.close}</Button>
      </form>
    </dialog>
  </div>
)
