import { expect, test } from "vitest"
import type { Force } from "./directory.ts"
import { areaName, cameBefore, elsewhereWords, facts } from "./facts.ts"

test("an authority has its Welsh name where one is known", () => {
  expect(areaName("Cardiff", "cy")).toBe("Caerdydd")
  expect(areaName("Cardiff", "en")).toBe("Cardiff")
  expect(areaName("Medway", "cy")).toBe("Medway")
})

test("a body elsewhere is told in both languages, under its own name where it has no Welsh one", () => {
  expect(elsewhereWords("psni", "en")).toEqual({
    name: "Police Service of Northern Ireland",
    handledBy: "Police Ombudsman for Northern Ireland",
  })
  expect(elsewhereWords("psni", "cy").name).toBe("Gwasanaeth Heddlu Gogledd Iwerddon")
  expect(elsewhereWords("garda", "cy").name).toBe("An Garda Síochána")
  expect(() => elsewhereWords("kent", "en")).toThrow("kent")
})

test("a force takes the place of those it succeeds, and of those that they succeeded", () => {
  const force = (id: string, succeeds: string[] = []) => ({ id, succeeds }) as unknown as Force
  const all = [force("a"), force("b"), force("c", ["a"]), force("d", ["c", "b"])]
  expect(cameBefore(force("d"), all).sort()).toEqual(["a", "b", "c"])
  expect(cameBefore(force("a"), all)).toEqual([])
})

test("the word list comes with its notice", () => {
  expect(facts.wordListNotice).toContain("Copyright 2000-2016 by Kevin Atkinson")
})
