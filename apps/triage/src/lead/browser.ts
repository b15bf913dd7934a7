/** How the unit stands: opens the titles of the reports that show a pattern. */
import { openTitles } from "../queue/open-titles.ts"

const unit = document.getElementById("unit")
if (unit) void openTitles(unit)
