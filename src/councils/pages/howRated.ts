import { prose, type Prose } from "../../engine/report/block.js";
import { list } from "../../engine/report/format.js";
import { bandsOf, type Scheme } from "../../ratings/scheme.js";

/** How scores become a rating, for a page that has none to show; null where no total decides. */
export function howRated(scheme: Scheme): Prose | null {
  const bands = bandsOf(scheme);
  if (bands === null) return null;
  const totals = bands.map(({ rating, from, to }) => `${from} to ${to} is ${rating}`);
  return prose`**How a rating comes about.** ${scheme.regulator} scores ${scheme.parts.length} statements from 1 to ${scheme.levels.length}: ${list(scheme.parts.map(({ short }) => short))}. The scores are added up, and their total decides the rating: ${list(totals)}.`;
}
