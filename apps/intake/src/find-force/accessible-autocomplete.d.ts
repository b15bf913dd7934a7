// The package brings no types. Its source is bundled, and so its few options that we use are typed here.
declare module "accessible-autocomplete/src/autocomplete.js" {
  import type { ComponentConstructor } from "preact"

  export interface AutocompleteOptions<Line> {
    id: string
    /** Empty: what is typed is no field of the form. */
    name: string
    defaultValue?: string
    source(typed: string, show: (lines: Line[]) => void): void
    templates: { inputValue(line?: Line): string; suggestion(line: Line): string }
    onConfirm(line?: Line): void
    minLength?: number
    confirmOnBlur?: boolean
    showNoOptionsFound?: boolean
    inputClasses?: string
    tStatusQueryTooShort(letters: number): string
    tStatusNoResults(): string
    tStatusSelectedOption(selected: string, length: number, index: number): string
    tStatusResults(length: number, selected: string): string
    tAssistiveHint(): string
  }

  // biome-ignore lint/suspicious/noExplicitAny: its props are those above, of whatever line the page has.
  const Autocomplete: ComponentConstructor<AutocompleteOptions<any>>
  export default Autocomplete
}
