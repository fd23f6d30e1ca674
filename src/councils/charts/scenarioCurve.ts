import type { Intervention, Scenario } from "../analysis/intervention.js";
import { bandsOf } from "../../ratings/scheme.js";
import type { Figure, Table } from "../../engine/report/block.js";
import { number, percent } from "../../engine/report/format.js";
import type { ChartOptions } from "./chartOptions.js";
import { plotted, tooFew, withoutTotals } from "./plotted.js";
import { curvesPlot } from "./plots/curvesPlot.js";
import { newsWords, setWords, sourceWords } from "./setWords.js";

type Known = { readonly [Key in keyof Scenario]: number };

function isKnown(scenario: Scenario): scenario is Known {
  return scenario.expectedInadequate !== null && scenario.expectedFirst1 !== null;
}

const oneDecimal = (value: number) => number(value, 1);

/** Councils beyond those that are so rated now; all of them where it is not asked how many these are. */
function addedWords({ expectedInadequate: all }: Known, now: Known): string {
  const added = all - now.expectedInadequate;
  if (now.d !== 0) return `${oneDecimal(all)} councils`;
  return added < 0.05 ? "no more councils" : `${oneDecimal(added)} more councils`;
}

/** A share with the digits that it needs: 5%, 2.5%. */
const chance = (d: number) => percent(d, Math.abs(100 * d - Math.round(100 * d)) < 1e-9 ? 0 : 1);

/**
 * What would be expected over all councils if each statement scored 2 fell to 1 with chance d:
 * councils whose total gives the lowest rating, and councils with a first score of 1. `d` is the one
 * to read off, and must be among those of the scenario. An assumption spelt out, not a forecast.
 */
export function scenarioCurve(
  result: Pick<Intervention, "scheme" | "set" | "n" | "leftOut" | "scenario">,
  { d, ...options }: ChartOptions & { readonly d: number },
): Figure | Table {
  const { scheme, set, n, leftOut, scenario } = result;
  const known = scenario.filter(isKnown).sort((a, b) => a.d - b.d);
  const here = known.find((one) => Math.abs(one.d - d) < 1e-9);
  if (known.length > 0 && !here)
    throw new RangeError(`d: expected one of the scenario's chances: ${d}`);
  const highest = bandsOf(scheme)?.[0].to;
  const low =
    highest === undefined ? "with the lowest rating" : `with a total of ${highest} or less`;
  const curves = [
    { name: "a first 1", points: known.map((one) => ({ x: one.d, y: one.expectedFirst1 })) },
    {
      name: `total of ${highest} or less`,
      points: known.map((one) => ({ x: one.d, y: one.expectedInadequate })),
    },
  ];
  const read = ({ name, points }: (typeof curves)[number]) =>
    `${name}: ${points.map(({ x, y }) => `${oneDecimal(y)} at ${chance(x)}`).join(", ")}`;
  return plotted(
    {
      id: options.id ?? "scenario-curve",
      title: here
        ? `At a chance of ${chance(d)}, ${addedWords(here, known[0])} would be ${scheme.levels[0].name}`
        : "What falling scores would mean cannot be computed",
      subtitle: `Expected number of councils, by the assumed chance d that a score of 2 falls to 1. ${setWords(set, n)}`,
      alt: `Two curves of expected councils over d. ${curves.map(read).join(". ")}.`,
      caption: `Nobody has published d, so this is no forecast. It assumes that d is the same everywhere, that statements fell by themselves and that none rose. It is exact under that, so there is no interval.${newsWords(set)}`,
      source: sourceWords(options.source, leftOut),
      n,
      unit: "assessment",
      data: {
        columns: [
          { key: "d", label: "Assumed chance d", format: chance },
          { key: "first", label: "Expected councils with a first score of 1", format: oneDecimal },
          { key: "low", label: `Expected councils ${low}`, format: oneDecimal },
        ],
        rows: known.map((one) => ({
          d: one.d,
          first: one.expectedFirst1,
          low: one.expectedInadequate,
        })),
      },
    },
    tooFew(n) ??
      (here === undefined
        ? withoutTotals
        : curvesPlot({
            curves,
            x: { label: "d: assumed chance that a 2 falls to 1", format: chance },
            y: { label: "Expected councils", format: (value) => number(value) },
            yTo: 1,
            place: { x: d, name: `d chosen: ${chance(d)}` },
          })),
    options,
  );
}
