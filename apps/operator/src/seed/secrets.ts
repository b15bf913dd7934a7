import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { writeWhole } from "@candour/database/embedded/state-folder.ts"
import { newOpaqueSetup } from "@candour/identity/opaque-server.ts"

/** The staff apps' OPAQUE set-up of `folder`, made once: with another one everyone registers anew (keys.md row 20). */
export async function opaqueSetupOf(folder: string): Promise<string> {
  const path = join(folder, "opaque-setup")
  if (!existsSync(path)) writeWhole(path, await newOpaqueSetup())
  return readFileSync(path, "utf8")
}
