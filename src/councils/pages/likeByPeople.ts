import { escapeMarkdown, toProse, type Prose } from "../../engine/report/block.js";
import { list } from "../../engine/report/format.js";
import { statisticalNeighbours } from "../analysis/statisticalNeighbours.js";
import type { Council, Dataset } from "../data/dataset.js";
import { councilPath } from "../data/pagePath.js";

/** So many of the councils most like one by place are named. */
const mostNamed = 5;

/**
 * The councils most like one by the people of their areas, the nearest first, as Markdown: each leads
 * to its page where a site has one. Empty where the data hold none.
 */
export function likeMarkdown(dataset: Dataset, council: Pick<Council, "gssCode">): string {
  const named = statisticalNeighbours(dataset, council).slice(0, mostNamed);
  return list(
    named.map((one) => `[${escapeMarkdown(one.name)}](site:${councilPath(dataset, one)}/)`),
  );
}

/** Which councils are most like one by their people, with who reckons it; null where none is known. */
export function likeByPeople(
  dataset: Dataset,
  council: Pick<Council, "gssCode" | "name">,
): Prose | null {
  const like = likeMarkdown(dataset, council);
  return like === ""
    ? null
    : toProse(
        `**Most like ${escapeMarkdown(council.name)} by their people, the nearest first:** ${like}. The Department for Education reckons these for children's services (Local Authority Interactive Tool).`,
      );
}
