import { Hono } from "hono"
import { expect, test } from "vitest"
import { z } from "zod"
import { Checkboxes } from "./components/checkboxes.tsx"
import { ErrorSummary } from "./components/error-summary.tsx"
import { Radios } from "./components/radios.tsx"
import { TextInput } from "./components/text-input.tsx"
import { Textarea } from "./components/textarea.tsx"
import { problemsOf } from "./problems.ts"
import { PublicPage } from "./public-page.tsx"
import { StaffPage } from "./staff-page.tsx"

const render = async (page: unknown) => {
  const app = new Hono().get("/", (c) => c.html(page as string))
  return (await app.request("/")).text()
}

test("a public page starts with its doctype, says its language, and keeps its title quiet", async () => {
  const html = await render(
    <PublicPage lang="cy" title="Eich neges">
      <h1>Dywedwch wrthym</h1>
    </PublicPage>,
  )
  expect(html).toMatch(/^<!DOCTYPE html><html lang="cy"/)
  expect(html).toContain("<title>Eich neges – Candour</title>")
  expect(html).toContain("Gadael y wefan yn gyflym")
  expect(html).toContain('href="https://www.bbc.co.uk/weather"')
})

test("a page that holds something typed leads nowhere else", async () => {
  const html = await render(<PublicPage title="Your message">text</PublicPage>)
  expect(html.match(/<a /g)).toHaveLength(2) // the skip link and the exit
})

test("a staff page names the person, marks the page and signs out by a post", async () => {
  const html = await render(
    <StaffPage
      title="Queue"
      service="Kent Police"
      pages={[{ href: "/", label: "Queue", current: true }]}
      person="A. Officer"
    >
      text
    </StaffPage>,
  )
  expect(html).toContain("A. Officer")
  expect(html).toContain('aria-current="page"')
  expect(html).toContain('<form class="candour-signed-in" method="post" action="/sign-out">')
})

test("what is typed is escaped, and kept by no suggestion and no spelling service", async () => {
  const typed = 'He said "</textarea><script>"'
  const html = await render(
    <PublicPage title="Your message">
      <Textarea name="account" label="What happened?" value={typed} hint="In your own words." error="Too long." />
      <TextInput name="name" label="Name" value={typed} />
    </PublicPage>,
  )
  expect(html).not.toContain("<script>")
  expect(html.match(/autocomplete="off" spellcheck="false" writingsuggestions="false"/g)).toHaveLength(2)
  expect(html).toContain('aria-describedby="account-hint account-error"')
})

test("a textarea gives back the line break that its text begins with", async () => {
  expect(await render(<Textarea name="account" label="What happened?" value={"\nfirst"} />)).toContain(
    ">\n\nfirst</textarea>",
  )
})

test("the summary leads to each field, also where a question has several controls", async () => {
  const choices = [
    { value: "yes", label: "Yes" },
    { value: "no", label: "No" },
  ]
  const html = await render(
    <>
      <ErrorSummary errors={{ danger: "Say whether.", about: undefined }} />
      <Radios name="danger" legend="Is anyone in danger?" choices={choices} value="no" error="Say whether." />
      <Checkboxes name="about" legend="What is it about?" choices={choices} values={["yes", "no"]} />
    </>,
  )
  expect(html).toContain('<a href="#danger">Say whether.</a>')
  expect(html).toContain('id="danger" name="danger" type="radio" value="yes"')
  expect(html.match(/checked/g)).toHaveLength(3)
  expect(html).toContain("There’s a problem")
})

test("the summary isn't there when nothing is wrong", async () => {
  expect(await render(<ErrorSummary errors={{ danger: undefined }} />)).toBe("")
})

test("a schema's messages become the keys of a page's words, the first of each field", () => {
  const schema = z.object({ account: z.string().min(1, "noAccount").regex(/x/, "noX"), digits: z.string("noDigits") })
  const error = schema.safeParse({ account: "" }).error
  expect(problemsOf(error as z.ZodError)).toEqual({ account: "noAccount", digits: "noDigits" })
})
