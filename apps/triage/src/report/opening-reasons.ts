import type { openingReason } from "@candour/domain/event.ts"
import type { SignedIn } from "@candour/identity/sessions.ts"
import type { z } from "zod"
import { decidesReports } from "../desk/who-may.ts"

type Reason = Exclude<z.infer<typeof openingReason>, "own">

const DECIDES: readonly Reason[] = ["assign", "cover", "review", "other"]
const READS: readonly Reason[] = ["review", "other"]

/** Why somebody may open what another holds: an auditor neither takes it over nor covers for anybody. */
export const reasonsOf = (who: Pick<SignedIn, "roles">): readonly Reason[] => (decidesReports(who) ? DECIDES : READS)
