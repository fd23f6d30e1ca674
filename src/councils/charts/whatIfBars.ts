import type { WhatIf } from "../analysis/whatIf.js";
import { ratingRank, ratingsOf } from "../../ratings/scheme.js";
import type { Rating } from "../../ratings/scheme.js";
import { toFigure } from "../../engine/report/block.js";
import type { Figure } from "../../engine/report/block.js";
import { count, list, number, percent } from "../../engine/report/format.js";
import { documentOf } from "./chartOptions.js";
import type { ChartOptions } from "./chartOptions.js";
import { drawMoves, movesWords } from "./drawMoves.js";
import type { MovesRow } from "./drawMoves.js";
import { nothingMessage, nothingTitle, setWords, sourceWords } from "./setWords.js";
import { drawNothing, textSize } from "./svg.js";
import { textWidth } from "./textWidth.js";

interface Row extends MovesRow {
  readonly name: Rating;
}

function rowsOf({ scheme, flips }: WhatIf): Row[] {
  return [...ratingsOf(scheme)].reverse().map((name) => {
    const moved = flips.filter(({ from }) => from === name);
    const up = moved.filter(({ to }) => ratingRank(scheme, to) > ratingRank(scheme, name)).length;
    return { name, up, down: moved.length - up };
  });
}

function titleOf({ n, up, down }: WhatIf): string {
  const of = count(n, "council");
  return up + down === 0
    ? `This rule changes the word of none of ${of}`
    : `This rule changes the word of ${up + down} of ${of}: ${movesWords({ up, down })}`;
}

/** The rule in words: "equal weights", or each statement's share, and the cuts. */
function ruleWords({ scheme, weights, cuts }: WhatIf): string {
  const isEven = weights.every((weight) => Math.abs(weight - weights[0]) < 1e-9);
  const shares = scheme.parts.map(({ short }, i) => `${short} ${percent(weights[i])}`);
  const weighted = isEven ? "equal weights" : `weights of ${list(shares)}`;
  const words = ratingsOf(scheme).slice(1);
  const from = cuts.map(
    (cut, i) => `${words[i]} from ${i === 0 ? "a mean of " : ""}${number(cut, 2)}`,
  );
  return `${weighted}; ${from.join(", ")}`;
}

/** How many councils of each word other weights or cuts would move to a higher or a lower one. */
export function whatIfBars(result: WhatIf, options: ChartOptions): Figure {
  const { set, n, leftOut } = result;
  const document = documentOf(options);
  const rows = rowsOf(result);
  const nameWidth = Math.ceil(
    Math.max(...rows.map(({ name }) => textWidth(name, { size: textSize }))) + 12,
  );
  return toFigure({
    unit: "assessment",
    id: options.id ?? "what-if-bars",
    title: n === 0 ? nothingTitle : titleOf(result),
    subtitle: `Councils that another rule would give a higher or a lower word, by the word that their scores carry. ${setWords(set, n)}`,
    alt:
      n === 0
        ? "Bars of moved words without any council."
        : `A bar for each word that scores carry. ${rows.map((row) => `${row.name} ${movesWords(row)}`).join("; ")}.`,
    caption:
      `The rule: ${ruleWords(result)}. The word is made again from the weighted mean of the nine ` +
      "published scores. The chart does not say that another rule would be better. This is " +
      "arithmetic on published scores, so there is no interval.",
    source: sourceWords(options.source, leftOut),
    n,
    data: {
      columns: [
        { key: "word", label: "Word that the scores carry" },
        { key: "up", label: "To a higher word" },
        { key: "down", label: "To a lower word" },
      ],
      rows: rows.map(({ name, up, down }) => ({
        word: name,
        up: n === 0 ? null : up,
        down: n === 0 ? null : down,
      })),
    },
    svg: n === 0 ? drawNothing(nothingMessage, document) : drawMoves(rows, { nameWidth }, document),
  });
}
