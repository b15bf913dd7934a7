import type { Command } from "commander"

export const stolen = (program: Command) => program
