import type { DemoReport } from "./demo-story.ts"
import { ELSEWHERE_REPORTS } from "./elsewhere-reports.ts"
import { KENT_CASES } from "./kent-cases.ts"
import { KENT_REPORTS } from "./kent-reports.ts"

/** Reports of the demo. Every person, place in a building and event in them is invented. */
export const DEMO_REPORTS: readonly DemoReport[] = [...KENT_CASES, ...KENT_REPORTS, ...ELSEWHERE_REPORTS]
