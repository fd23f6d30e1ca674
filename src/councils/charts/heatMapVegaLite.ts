import type { TopLevelSpec } from "vega-lite";
import type { Assessment } from "../data/dataset.js";
import { lowestScore } from "../../ratings/scheme.js";
import type { Scheme, Score } from "../../ratings/scheme.js";
import { ink, inkOn, palette, scoreTints, white } from "./colour.js";
import { rowHeight, starredName } from "./heatMap.js";
import { fontFamily, smallTextSize } from "./svg.js";

const everyRegion = "Every region";
const everyType = "Every type";

/** One row a council, with its score under the name of each statement. */
function rowsOf(names: readonly string[], assessments: readonly Assessment[]) {
  return assessments.map(
    ({ council, region, councilType, sum, impliedRating, note, scores: known }, order) => ({
      order,
      council,
      row: `${starredName({ council, note })} (${sum ?? "?"})`,
      region,
      type: councilType,
      sum,
      rating: impliedRating,
      note,
      ...Object.fromEntries(names.map((name, i) => [name, known[i] ?? null])),
    }),
  );
}

/** A list to choose from; the first option keeps all. */
function listOf(name: string, label: string, all: string, options: readonly string[]) {
  const distinct = [...new Set(options)].sort();
  return {
    name,
    value: all,
    bind: { input: "select" as const, name: `${label}: `, options: [all, ...distinct] },
  };
}

/**
 * The heat map of some councils as a Vega-Lite 6 specification with its data inline, for any editor
 * of that format: a reader chooses a region and a type, searches a council, and sees a cell's words
 * by pointing at it.
 */
export function heatMapVegaLite(
  scheme: Scheme,
  assessments: readonly Assessment[],
  description: string,
): TopLevelSpec {
  const names = scheme.parts.map(({ short }) => short);
  const scores = scheme.levels.map((_, i): Score => i + 1);
  const byScore = (colourOf: (score: Score) => string) => ({
    condition: { test: "datum.score === null", value: white },
    field: "score",
    type: "ordinal" as const,
    scale: { domain: [...scores], range: scores.map(colourOf) },
    legend: null,
  });
  const meanings = Object.fromEntries(
    scheme.levels.map(({ name, meaning }, i) => [i + 1, meaning ?? name]),
  );
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    description,
    params: [
      listOf(
        "chosenRegion",
        "Region",
        everyRegion,
        assessments.map(({ region }) => region),
      ),
      listOf(
        "chosenType",
        "Type of council",
        everyType,
        assessments.map(({ councilType }) => councilType),
      ),
      { name: "search", value: "", bind: { input: "text", name: "Council: " } },
    ],
    data: { values: rowsOf(names, assessments) },
    transform: [
      { filter: `chosenRegion === '${everyRegion}' || datum.region === chosenRegion` },
      { filter: `chosenType === '${everyType}' || datum.type === chosenType` },
      { filter: "indexof(lower(datum.council), lower(search)) >= 0" },
      { fold: names, as: ["statement", "score"] },
      {
        calculate: `datum.score === null ? 'not known' : ${JSON.stringify(meanings)}[datum.score]`,
        as: "meaning",
      },
    ],
    width: { step: 40 },
    height: { step: rowHeight },
    background: white,
    encoding: {
      y: {
        field: "row",
        type: "nominal",
        sort: { field: "order", op: "min" },
        axis: {
          title: "Council (sum of its nine scores)",
          titleFontSize: smallTextSize,
          labelFontSize: smallTextSize,
          labelLimit: 0,
          labelColor: ink,
          domain: false,
          ticks: false,
        },
      },
      x: {
        field: "statement",
        type: "nominal",
        sort: names,
        axis: {
          title: null,
          domain: false,
          ticks: false,
          orient: "top",
          labelAngle: -60,
          labelFontSize: smallTextSize,
          labelLimit: 0,
          labelColor: ink,
        },
      },
      tooltip: [
        { field: "council", type: "nominal", title: "Council" },
        { field: "region", type: "nominal", title: "Region" },
        { field: "type", type: "nominal", title: "Type" },
        { field: "statement", type: "nominal", title: "Statement" },
        { field: "score", type: "ordinal", title: "Score" },
        { field: "meaning", type: "nominal", title: "Which means" },
        { field: "sum", type: "quantitative", title: "Sum" },
        { field: "rating", type: "nominal", title: "Rating that the sum carries" },
        { field: "note", type: "nominal", title: "Note in the data" },
      ],
    },
    layer: [
      {
        mark: { type: "rect", strokeWidth: 1.5, width: { band: 0.93 }, height: { band: 0.86 } },
        encoding: {
          color: byScore((score) => scoreTints[score]),
          stroke: byScore((score) => (score === lowestScore ? palette.darkBlue : white)),
        },
      },
      {
        mark: { type: "text", fontSize: smallTextSize },
        encoding: {
          text: {
            condition: { test: "datum.score === null", value: "?" },
            field: "score",
            type: "ordinal",
          },
          color: {
            ...byScore((score) => inkOn(scoreTints[score])),
            condition: { test: "datum.score === null", value: ink },
          },
        },
      },
    ],
    resolve: { scale: { color: "independent" } },
    config: { font: fontFamily, view: { stroke: null } },
  };
}
