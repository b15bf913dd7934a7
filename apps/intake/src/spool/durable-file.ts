import { randomUUID } from "node:crypto"
import { open, rename } from "node:fs/promises"
import { dirname, join } from "node:path"

/** Makes sure that the names in `folder` survive a power cut: a rename is on disk only once its folder is. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r")
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Writes `content` to `path`, whole or not at all, whenever the process or the machine dies.
 *
 * @param scratch - a folder on the same disk, for the file while it grows; what lies there after a crash is no loss
 * @param at - the file's times, where the moment of writing must not show
 * @returns once it is on disk
 */
export async function writeDurably(path: string, content: string, scratch: string, at?: Date): Promise<void> {
  const growing = join(scratch, randomUUID())
  const handle = await open(growing, "wx", 0o600)
  try {
    await handle.writeFile(content)
    if (at) await handle.utimes(at, at)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(growing, path)
  await syncFolder(dirname(path))
}
