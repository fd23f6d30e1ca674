import { prose, type Prose } from "../../engine/report/block.js";
import { list } from "../../engine/report/format.js";
import { bandsOf, totalsOf, type Scheme } from "../../ratings/scheme.js";

/**
 * How scores become a rating, for a page that has none to show; null where no total decides. It names
 * no rating, since none there may be taken for the council's.
 */
export function howRated(scheme: Scheme): Prose | null {
  const bands = bandsOf(scheme);
  if (bands === null) return null;
  const { min, max } = totalsOf(scheme);
  return prose`**How a rating comes about.** The ${scheme.regulator} scores ${scheme.parts.length} statements from 1 to ${scheme.levels.length}: ${list(scheme.parts.map(({ short }) => short))}. The scores are added up, and their total, from ${min} to ${max}, decides which of ${bands.length} ratings a council has. The regulator's report gives the reasons.`;
}
