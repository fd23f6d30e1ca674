import type { Selection } from "../analysis/select.js";
import { goodScore } from "../../ratings/scheme.js";
import type { Figure, Table } from "../../engine/report/block.js";
import { count } from "../../engine/report/format.js";
import { asNumber, scoreWords, totalWords } from "../data/disputedScores.js";
import type { ChartOptions } from "./chartOptions.js";
import { orderBySum } from "./heatMap.js";
import { heatMapVegaLite } from "./heatMapVegaLite.js";
import { plotted, tooFew } from "./plotted.js";
import { scoreHeatMapPlot } from "./plots/scoreHeatMapPlot.js";
import { setWords, sourceWords } from "./setWords.js";

/**
 * The scores of all councils at once, a row of bars for each statement; names are in the table of
 * its data. The figure has the same as a Vega-Lite specification, in which councils can be searched.
 */
export function scoreHeatMap(selection: Selection, options: ChartOptions): Figure | Table {
  const { scheme, set, n, assessments, leftOut } = selection;
  const { parts } = scheme;
  const good = goodScore(scheme);
  const has = (test: (score: number) => boolean) =>
    assessments.filter(({ scores }) => scores.some((score) => score !== null && test(score)));
  const below = new Set(has((score) => score < good));
  const mixed = has((score) => score >= good).filter((one) => below.has(one)).length;
  const have = mixed === 1 || n === 1 ? "has" : "have";
  const alt =
    `Rows of bars, the score of ${count(n, "council")} on each of ${parts.length} statements. ` +
    `${mixed} ${have} some scores below good and some from good up. The data table has the scores.`;
  return plotted(
    {
      id: options.id ?? "score-heat-map",
      title: `${mixed} of ${count(n, "council")} ${have} scores both below good and good`,
      subtitle: `Score of each council on each statement, 1 to ${scheme.levels.length} points. ${setWords(set, n)}`,
      alt,
      caption: `A bar is a council's score, and councils stand in one order in every row, by total. The order is no ranking. An outline: sources disagree.`,
      source: sourceWords(options.source, leftOut),
      n,
      unit: "assessment",
      data: {
        columns: [
          { key: "council", label: "Council" },
          ...parts.map(({ id, name }) => ({ key: id, label: `${name} (score)` })),
          { key: "sum", label: "Sum (points)" },
          { key: "rating", label: "Rating that the total gives" },
          { key: "note", label: "Note in the data" },
        ],
        // By name: in the order of the picture, names would make a league table.
        rows: byName(assessments).map((one) => ({
          council: one.council,
          ...Object.fromEntries(parts.map((part, i) => [part.id, scoreCell(one, part, i)])),
          sum: asNumber(totalWords(one, parts)),
          rating: one.impliedRating,
          note: one.note,
        })),
      },
      vegaLite: heatMapVegaLite(scheme, orderBySum(assessments), alt),
    },
    tooFew(n) ?? scoreHeatMapPlot(selection),
    options,
  );
}

const byName = (all: Selection["assessments"]) =>
  [...all].sort((a, b) => a.council.localeCompare(b.council, "en"));

/** A number where it is one, "2 or 3" where sources disagree. */
const scoreCell = (...of: Parameters<typeof scoreWords>) => asNumber(scoreWords(...of));
