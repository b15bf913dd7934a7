import { tenantId } from "@candour/domain/tenant.ts"
import { describe, expect, test } from "vitest"
import { elsewhereBody, forceName, forceOf, forces, isForce, NATIONAL_DESK } from "./directory.ts"
import { lineOf, lines } from "./lines.ts"
import { forcesByRegion } from "./regions.ts"

describe("the directory", () => {
  test("every force can be a tenant, the national desk is none of them", () => {
    expect(forces().every(({ id }) => tenantId.safeParse(id).success)).toBe(true)
    expect(isForce("kent")).toBe(true)
    expect([NATIONAL_DESK, "police-scotland", "", "constructor"].filter(isForce)).toEqual([])
  })

  test("has today's forty-three territorial forces and three special ones", () => {
    const kinds = Map.groupBy(forces("2026-11-01"), ({ kind }) => kind)
    expect([kinds.get("territorial")?.length, kinds.get("special")?.length]).toEqual([43, 3])
  })

  test("a force is named in Welsh where it has a Welsh name", () => {
    expect(forceName("gwent", "cy")).toBe("Heddlu Gwent")
    expect(forceName("gwent", "en")).toBe("Gwent Police")
    expect(forceName("kent", "cy")).toBe("Kent Police")
    expect(forceName(NATIONAL_DESK, "en")).toBe("the national desk")
    expect(forceName(NATIONAL_DESK, "cy")).toBe("y ddesg genedlaethol")
    expect(() => forceName("narnia", "en")).toThrow("narnia")
  })

  test("a body elsewhere says who handles it", () => {
    expect(elsewhereBody("psni")).toMatchObject({ handledBy: "Police Ombudsman for Northern Ireland" })
    expect(elsewhereBody("kent")).toBeUndefined()
  })
})

describe("the list to choose from", () => {
  test("has every force once, Wales first, the special ones last", () => {
    const regions = forcesByRegion()
    const ids = regions.flatMap(({ forces }) => forces.map(({ id }) => id))
    expect([...ids].sort()).toEqual(forces().map(({ id }) => id))
    expect(regions[0]).toMatchObject({ id: "wales", name: { cy: "Cymru" } })
    expect(regions[0]?.forces.map(({ id }) => id)).toEqual(["dyfed-powys", "gwent", "north-wales", "south-wales"])
    expect(regions.at(-1)?.forces.every(({ kind }) => kind === "special")).toBe(true)
  })
})

describe("the lines", () => {
  test("the Metropolitan's opened on 29 November 2022, the national one on 14 March 2024", () => {
    expect(lineOf("metropolitan")).toEqual({ id: "metropolitan", opened: "2022-11-29", force: "metropolitan" })
    expect(lineOf("national")).toEqual({ id: "national", opened: "2024-03-14" })
    expect(lineOf("kent")).toBeUndefined()
  })

  test("a line is everybody's or that of a force there is", () => {
    expect(lines.every(({ force }) => force === undefined || forceOf(force))).toBe(true)
  })
})
