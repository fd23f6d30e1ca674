import type { Weights } from "../analysis/weights.js";
import { meanCutsOf } from "../../ratings/meanCuts.js";
import { ratingRank } from "../../ratings/scheme.js";
import { toFigure } from "../../engine/report/block.js";
import type { Figure } from "../../engine/report/block.js";
import { count, list } from "../../engine/report/format.js";
import { documentOf } from "./chartOptions.js";
import type { ChartOptions } from "./chartOptions.js";
import { drawMoves, movesWords } from "./drawMoves.js";
import { nothingMessage, nothingTitle, setWords, sourceWords } from "./setWords.js";
import { drawNothing } from "./svg.js";

const nameWidth = 116;
const byName = new Intl.Collator("en");

interface Bar {
  readonly id: string;
  readonly short: string;
  readonly name: string;
  readonly changes: number;
  readonly up: number;
  readonly down: number;
}

function barsOf({ scheme, leaveOneOut }: Weights): Bar[] {
  return scheme.parts.map(({ id, short, name }) => {
    const flips = leaveOneOut.find(({ statement }) => statement === id)?.flips ?? [];
    const up = flips.filter(
      ({ from, to }) => ratingRank(scheme, to) > ratingRank(scheme, from),
    ).length;
    return { id, short, name, changes: flips.length, up, down: flips.length - up };
  });
}

/** Councils named in the title, beyond which their number must do. */
const mostNamed = 6;

function titleOf({ scheme, leaveOneOut }: Weights, n: number): string {
  const changed = new Map(
    leaveOneOut.flatMap(({ flips }) => flips.map((flip) => [flip.gssCode, flip] as const)),
  );
  const of = count(n, "council");
  if (changed.size === 0) return `Leaving out any one statement changes the word of none of ${of}`;
  const names = [...changed.values()].map(({ council }) => council).sort(byName.compare);
  const ups = [...changed.values()].filter(
    ({ from, to }) => ratingRank(scheme, to) > ratingRank(scheme, from),
  );
  const ways =
    ups.length === changed.size ? ", to a higher one" : ups.length === 0 ? ", to a lower one" : "";
  const named = names.length > mostNamed ? "" : `: ${list(names)}`;
  return `Leaving out one statement can change the word of ${changed.size} of ${of}${ways}${named}`;
}

/** How many councils' words change when one of the nine statements is left out. */
export function weightsBars(result: Weights, options: ChartOptions): Figure {
  const { set, n, leftOut } = result;
  const document = documentOf(options);
  const bars = barsOf(result);
  return toFigure({
    unit: "assessment",
    id: options.id ?? "weights-bars",
    title: n === 0 ? nothingTitle : titleOf(result, n),
    subtitle: `Councils whose word changes when one statement is left out. ${setWords(set, n)}`,
    alt:
      n === 0
        ? "Bars of changed words without any council."
        : `A bar for each statement. ${bars.map((bar) => `${bar.short} ${movesWords(bar)}`).join("; ")}.`,
    caption:
      "The word is made again from the mean of the other eight scores, with cuts at " +
      `${list((meanCutsOf(result.scheme)?.nearest ?? []).map(String))}. With eight scores a mean of 2.5 is a total of 20: a council ` +
      "with a sum of 22 rises to Good where a 2 is left out, and one with 23 falls only where a 4 is. " +
      "Which statements these are follows from the scores of the few councils near a cut. The chart does not say which statement matters most to people, and it leaves the other " +
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
