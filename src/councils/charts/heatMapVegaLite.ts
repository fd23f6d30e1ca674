import type { TopLevelSpec } from "vega-lite";
import type { Assessment } from "../data/dataset.js";
import { scoreWords, totalWords } from "../data/disputedScores.js";
import type { Scheme } from "../../ratings/scheme.js";
import { starredName } from "./heatMap.js";
import { heatMapAxes, heatMapTooltip } from "./heatMapAxes.js";
import { heatMapLayers } from "./heatMapLayers.js";
import { fontFamily } from "./textSizes.js";
import { themes } from "./theme.js";

const everyRegion = "Every region";
const everyType = "Every type";

/** One row a council, with its score under the name of each statement. */
function rowsOf({ parts }: Pick<Scheme, "parts">, assessments: readonly Assessment[]) {
  return assessments.map((assessment, order) => {
    const { council, region, councilType, impliedRating, note, scores } = assessment;
    const total = totalWords(assessment, parts);
    const row = `${starredName({ council, note })} (${total ?? "?"})`;
    // What is printed: "2 or 3" where sources disagree.
    const said = parts.map((part, i) => [part.short, scoreWords(assessment, part, i) ?? "?"]);
    return {
      ...{ order, council, row, region, type: councilType, total, rating: impliedRating, note },
      said: Object.fromEntries(said) as Readonly<Record<string, string>>,
      ...Object.fromEntries(parts.map(({ short }, i) => [short, scores[i] ?? null])),
    };
  });
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
  const regions = assessments.map(({ region }) => region);
  const types = assessments.map(({ councilType }) => councilType);
  const meanings = Object.fromEntries(
    scheme.levels.map(({ name, meaning }, i) => [i + 1, meaning ?? name]),
  );
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    description,
    params: [
      listOf("chosenRegion", "Region", everyRegion, regions),
      listOf("chosenType", "Type of council", everyType, types),
      { name: "search", value: "", bind: { input: "text", name: "Council: " } },
    ],
    data: { values: rowsOf(scheme, assessments) },
    transform: [
      { filter: `chosenRegion === '${everyRegion}' || datum.region === chosenRegion` },
      { filter: `chosenType === '${everyType}' || datum.type === chosenType` },
      { filter: "indexof(lower(datum.council), lower(search)) >= 0" },
      { fold: names, as: ["statement", "score"] },
      { calculate: "datum.said[datum.statement]", as: "words" },
      {
        calculate: `datum.score === null ? 'not known' : ${JSON.stringify(meanings)}[datum.score]`,
        as: "meaning",
      },
    ],
    width: { step: 40 },
    height: { step: 16 },
    background: themes.light.page,
    encoding: { ...heatMapAxes(names), tooltip: heatMapTooltip },
    layer: heatMapLayers(scheme),
    resolve: { scale: { color: "independent" } },
    config: { font: fontFamily, view: { stroke: null } },
  };
}
