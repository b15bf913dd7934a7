import type { Force } from "@candour/routing/directory.ts"
import type { KnownChange } from "@candour/routing/facts.ts"
import { expect, test } from "vitest"
import { ForceEntry } from "./force-entry.tsx"
import { Changes, changeInWords, Sources } from "./sources.tsx"

const ON = "2030-05-01"

/** A force of the region that begins in place of two others. */
const merged: Force = {
  id: "kent",
  kind: "territorial",
  name: { en: "Kent Police" },
  shortName: "Kent",
  aliases: [],
  region: "South East",
  from: "2030-04-01",
  to: "2035-03-31",
  succeeds: ["norfolk", "suffolk"],
  formerly: [{ name: { en: "Garden Police" }, to: "2030-04-30" }],
}

test("a force that took the place of others says so with its days, and their addresses lead to it", async () => {
  const html = String(
    await (
      <ForceEntry
        lang="en"
        on={ON}
        force={merged}
        before={["norfolk", "suffolk"]}
        after={["essex"]}
        open={false}
        covered={{ authorities: ["Norwich"], counties: ["Norfolk", "Avon"], parts: ["Yorkshire"] }}
      />
    ),
  )
  expect(html).toContain('<span id="norfolk"></span><span id="suffolk"></span><h3')
  expect(html).toContain("Covers Norfolk: Norwich. Polices a part of Yorkshire. Older names for it: Avon.")
  expect(html).toContain("It began on 1 April 2030, in place of Norfolk Constabulary, Suffolk Constabulary.")
  expect(html).toContain("Called Garden Police until 30 April 2030.")
  expect(html).toContain("Its last day is 31 March 2035. After that: Essex Police.")
})

test("a change is told in both languages", () => {
  const change = {
    on: "2030-04-01",
    source: "An order",
    merged: [{ into: "kent", from: ["norfolk", "suffolk"] }],
    renamed: [{ force: "essex", from: "Essex Police", to: "Essex Constabulary" }],
    moved: [{ from: "surrey", to: ["sussex"], places: ["Gatwick"] }],
  } as const
  expect(changeInWords(change as never, "en")).toBe(
    "Kent Police takes the place of Norfolk Constabulary, Suffolk Constabulary. Essex Police is called Essex Constabulary. Gatwick: from Surrey Police to Sussex Police.",
  )
  expect(changeInWords(change as never, "cy")).toContain("Mae Kent Police yn cymryd lle")
})

test("where the ONS Postcode Directory was imported, its month and its notice stand among the sources", async () => {
  const shown = async (postcodes?: { month: string }) =>
    String(await (<Sources lang="en" sources={[]} postcodes={postcodes} places={1} />))
  expect(await shown({ month: "2026-08" })).toContain("Postcode Directory, August 2026")
  expect(await shown({ month: "2026-08" })).toContain("Contains OS data © Crown copyright")
  expect(await shown()).not.toContain("Postcode Directory")
})

test("a source without words of ours is shown in its own, in English", async () => {
  const source = { id: "new", title: "A new source", licence: "Some licence", note: "What it is for." }
  const html = String(await (<Sources lang="cy" sources={[source]} places={1} />))
  expect(html).toContain('<dt lang="en">A new source</dt>')
  expect(html).toContain('<span lang="en">What it is for.</span> Trwydded: Some licence.')
})

test("a force still to come has its address among the changes; where none is known the page says so", async () => {
  const change = { on: "2030-04-01", source: "An order", merged: [{ into: "kent", from: ["norfolk"] }], renamed: [] }
  const shown = async (changes: KnownChange[]) =>
    String(await (<Changes lang="en" changes={changes} toCome={[merged]} />))
  const html = await shown([{ ...change, moved: [] } as KnownChange])
  expect(html).toContain('<span id="kent"></span><dt>1 April 2030</dt>')
  expect(html).toContain("Kent Police takes the place of Norfolk Constabulary. By: An order")
  expect(await shown([])).toContain("No change of the map of forces is known yet.")
})
