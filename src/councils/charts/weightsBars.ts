import type { Weights } from "../analysis/weights.js";
import { meanCuts } from "../analysis/wordOfMean.js";
import { ratingRank, statements } from "../framework.js";
import { toFigure } from "../../engine/report/block.js";
import type { Figure } from "../../engine/report/block.js";
import { count, list } from "../../engine/report/format.js";
import { documentOf } from "./chartOptions.js";
import type { ChartOptions } from "./chartOptions.js";
import { drawMoves, movesWords } from "./drawMoves.js";
import { nothingMessage, nothingTitle, setWords, sourceWords } from "./setWords.js";
import { drawNothing } from "./svg.js";

const nameWidth = 116;

interface Bar {
  readonly id: string;
  readonly short: string;
  readonly name: string;
  readonly changes: number;
  readonly up: number;
  readonly down: number;
}

function barsOf({ leaveOneOut }: Weights): Bar[] {
  return statements.map(({ id, short, name }) => {
    const flips = leaveOneOut.find(({ statement }) => statement === id)?.flips ?? [];
    const up = flips.filter(({ from, to }) => ratingRank(to) > ratingRank(from)).length;
    return { id, short, name, changes: flips.length, up, down: flips.length - up };
  });
}

function titleOf(bars: readonly Bar[], n: number): string {
  const changes = bars.map((bar) => bar.changes);
  const [least, most] = [Math.min(...changes), Math.max(...changes)];
  const of = count(n, "council");
  if (most === 0) return `Leaving out any one statement changes the word of none of ${of}`;
  if (least === most) return `Leaving out any one statement changes the word of ${most} of ${of}`;
  const which = bars.filter((bar) => bar.changes === most).map(({ name }) => name);
  const named = which.length > 3 ? `each of ${which.length} statements` : list(which);
  return `Leaving out one statement changes the word of ${least} to ${most} of ${of}, most for ${named}`;
}

/** How many councils' words change when one of the nine statements is left out. */
export function weightsBars(result: Weights, options: ChartOptions): Figure {
  const { set, n, leftOut } = result;
  const document = documentOf(options);
  const bars = barsOf(result);
  return toFigure({
    unit: "assessment",
    id: options.id ?? "weights-bars",
    title: n === 0 ? nothingTitle : titleOf(bars, n),
    subtitle: `Councils whose word changes when one statement is left out. ${setWords(set, n)}`,
    alt:
      n === 0
        ? "Bars of changed words without any council."
        : `A bar for each statement. ${bars.map((bar) => `${bar.short} ${movesWords(bar)}`).join("; ")}.`,
    caption:
      "The word is made again from the mean of the other eight scores, with cuts at " +
      `${list(meanCuts.nearest.map(String))}. The chart does not say which statement matters most to people, and it leaves the other ` +
      "weights equal. This is arithmetic on published scores, so there is no interval.",
    source: sourceWords(options.source, leftOut),
    n,
    data: {
      columns: [
        { key: "statement", label: "Statement left out" },
        { key: "changes", label: "Councils whose word changes" },
        { key: "up", label: "To a higher word" },
        { key: "down", label: "To a lower word" },
      ],
      rows: bars.map(({ name, changes, up, down }) => ({
        statement: name,
        changes: n === 0 ? null : changes,
        up: n === 0 ? null : up,
        down: n === 0 ? null : down,
      })),
    },
    svg:
      n === 0
        ? drawNothing(nothingMessage, document)
        : drawMoves(
            bars.map(({ short, up, down }) => ({ name: short, up, down })),
            { nameWidth },
            document,
          ),
  });
}
