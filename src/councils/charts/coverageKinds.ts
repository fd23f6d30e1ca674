import type { CoveragePart } from "../analysis/coverage.js";
import type { Colours } from "./theme.js";

export const partWords: Readonly<Record<CoveragePart, string>> = {
  scores: "Rating and every score",
  word: "Rating, not every score",
  lowConfidence: "Rating not confirmed",
  withdrawn: "Withdrawn, or said to be",
  unknown: "Rating not known",
};

/** Filled for what is known with more confidence, outlined for what is not. */
export const paintsOf = ({ accent, second, page, quiet, line }: Colours) =>
  ({
    scores: { fill: accent, stroke: accent },
    word: { fill: second, stroke: second },
    lowConfidence: { fill: page, stroke: accent },
    withdrawn: { fill: quiet, stroke: quiet },
    unknown: { fill: page, stroke: line },
  }) satisfies Record<CoveragePart, object>;
