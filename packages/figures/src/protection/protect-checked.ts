import type { ProtectedTable, Register, Table } from "./cell.ts"
import { mayRelease } from "./may-release.ts"
import { protect } from "./protect.ts"

/**
 * As {@link protect}, and what it hides is looked at once more as somebody else's would be.
 *
 * @throws RangeError - as {@link protect}, or they may not go out, with the sentence that says why
 */
export async function protectChecked(tables: readonly Table[], register: Register): Promise<ProtectedTable[]> {
  const found = await protect(tables, register)
  const answer = await mayRelease(found, register)
  if (!answer.may) throw new RangeError(answer.why)
  return found
}
