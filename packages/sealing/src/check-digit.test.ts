import { fc, test as property } from "@fast-check/vitest"
import { expect, test } from "vitest"
import { checkDigit } from "./check-digit.ts"

test("Damm's own example: 572 takes 4", () => expect(checkDigit("572")).toBe(4))

property.prop({ digits: fc.stringMatching(/^\d{19}$/) })(
  "every single wrong digit and every swap of neighbours is noticed",
  ({ digits }) => {
    const whole = `${digits}${checkDigit(digits)}`
    const fits = (typed: string) => checkDigit(typed.slice(0, -1)) === Number(typed.at(-1))
    expect(fits(whole)).toBe(true)
    for (let at = 0; at < whole.length; at++) {
      for (const wrong of "0123456789".replace(whole.charAt(at), "")) {
        expect(fits(whole.slice(0, at) + wrong + whole.slice(at + 1))).toBe(false)
      }
      const swapped = whole.slice(0, at) + whole.charAt(at + 1) + whole.charAt(at) + whole.slice(at + 2)
      if (at + 1 < whole.length && swapped !== whole) expect(fits(swapped)).toBe(false)
    }
  },
)
