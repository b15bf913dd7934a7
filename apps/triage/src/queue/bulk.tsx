import { notForUs } from "@candour/domain/not-for-us.ts"
import { Button } from "@candour/web/components/button.tsx"
import { Select } from "@candour/web/components/select.tsx"
import type { FC } from "hono/jsx"
import { en } from "./messages.ts"

const { bulk: said } = en

/** Somebody of the desk who may hold a report. */
export interface Holder {
  id: string
  shownName: string
}

/** What is done to the selected reports of the page at once; a lead assigns to others and sets aside, too. */
export const Bulk: FC<{ isLead: boolean; mayTake: boolean; people: readonly Holder[] }> = (props) => {
  const { isLead, mayTake, people } = props
  if (!mayTake) return null
  return (
    <section class="candour-bulk" id="bulk" aria-label={said.label} data-needs-script>
      <div id="bulk-problem" role="alert" />
      <form method="dialog" id="bulk-form">
        <p class="govuk-body candour-bulk__count">
          <label>
            <input type="checkbox" id="select-all" class="candour-select" autocomplete="off" /> {said.all}
          </label>
          <span id="selected" role="status">
            {said.selected(0)}
          </span>
        </p>
        <Button type="button" kind="secondary" id="bulk-take">
          {said.take}
        </Button>
        {isLead && (
          <>
            <Select
              name="bulk-to"
              label={said.to}
              options={[
                { value: "", label: said.choose },
                ...people.map(({ id, shownName }) => ({ value: id, label: shownName })),
              ]}
            />
            <Button type="button" kind="secondary" id="bulk-assign">
              {said.assign}
            </Button>
            <Select
              name="bulk-why"
              label={said.why}
              options={[
                { value: "", label: said.chooseWhy },
                ...notForUs.options.map((value) => ({ value, label: said.setAsideReasons[value] })),
              ]}
            />
            <Button type="button" kind="warning" id="bulk-set-aside">
              {said.setAside}
            </Button>
          </>
        )}
      </form>
    </section>
  )
}
