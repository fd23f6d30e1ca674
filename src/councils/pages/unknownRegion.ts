import { prose, toProse, type Prose } from "../../engine/report/block.js";
import { quotable } from "../../engine/report/quotable.js";

/** What a page says where no region has the name that was asked for, and which is shown. */
export function unknownRegion(asked: string, shown: string): Prose {
  const { markdown } = prose`No region has the name “${quotable(asked)}”. The page shows ${shown}.`;
  return toProse(markdown, "unknown");
}
