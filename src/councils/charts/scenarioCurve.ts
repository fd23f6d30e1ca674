import type { Intervention, Scenario } from "../analysis/intervention.js";
import { bandsOf } from "../../ratings/scheme.js";
import { toFigure } from "../../engine/report/block.js";
import type { Figure } from "../../engine/report/block.js";
import { number, percent } from "../../engine/report/format.js";
import { documentOf } from "./chartOptions.js";
import type { ChartOptions } from "./chartOptions.js";
import { drawCurves } from "./drawCurves.js";
import { newsWords, nothingMessage, nothingTitle, setWords, sourceWords } from "./setWords.js";
import { drawNothing } from "./svg.js";

type Known = { readonly [Key in keyof Scenario]: number };

function isKnown(scenario: Scenario): scenario is Known {
  return scenario.expectedInadequate !== null && scenario.expectedFirst1 !== null;
}

/** A share with the digits that it needs: 5%, 2.5%. */
const chance = (d: number) => percent(d, Math.abs(100 * d - Math.round(100 * d)) < 1e-9 ? 0 : 1);
const oneDecimal = (value: number) => number(value, 1);

/**
 * What would be expected over all councils if each statement scored 2 fell to 1 with chance d:
 * councils whose sum carries the lowest word, and councils with a first score of 1. `d` is the one to read
 * off, and must be among those of the scenario. An assumption spelt out, not a forecast.
 */
export function scenarioCurve(
  {
    scheme,
    set,
    n,
    leftOut,
    scenario,
  }: Pick<Intervention, "scheme" | "set" | "n" | "leftOut" | "scenario">,
  { d, ...options }: ChartOptions & { readonly d: number },
): Figure {
  const document = documentOf(options);
  const known = scenario.filter(isKnown).sort((a, b) => a.d - b.d);
  const here = known.find((one) => Math.abs(one.d - d) < 1e-9);
  if (known.length > 0 && !here)
    throw new RangeError(`d: expected one of the scenario's chances: ${d}`);
  const highest = bandsOf(scheme)?.[0].to;
  const first = "with a first score of 1";
  const low = highest === undefined ? "with the lowest word" : `with a sum of ${highest} or less`;
  const atD = here
    ? `${oneDecimal(here.expectedFirst1)} more councils ${first} and ${oneDecimal(here.expectedInadequate)} in all ${low}`
    : "";
  return toFigure({
    unit: "assessment",
    id: options.id ?? "scenario-curve",
    title: here
      ? `If each score of 2 fell to 1 with a chance of ${chance(d)}, one would expect ${atD}`
      : nothingTitle,
    subtitle: `Expected number of councils, by the assumed chance d. ${setWords(set, n)}`,
    alt: here
      ? `Two curves over d from ${chance(known[0].d)} to ${chance(known.at(-1)!.d)}. Expected councils ${first}: from ${oneDecimal(known[0].expectedFirst1)} to ${oneDecimal(known.at(-1)!.expectedFirst1)}. Expected ${low}: from ${oneDecimal(known[0].expectedInadequate)} to ${oneDecimal(known.at(-1)!.expectedInadequate)}. At d ${chance(d)}: ${atD}.`
      : "Curves of expected numbers without any council.",
    caption:
      "d is not known: nobody has published how often a score falls. This is no forecast. It shows " +
      "what a value of d would mean if it were the same for every statement and council, if " +
      "statements fell independently, and if nothing rose. The numbers are exact under those " +
      `assumptions, so there is no interval.${newsWords(set)}`,
    source: sourceWords(options.source, leftOut),
    n,
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
    svg: here
      ? drawCurves(
          {
            curves: [
              {
                name: "a first 1",
                points: known.map((one) => ({ x: one.d, y: one.expectedFirst1 })),
              },
              {
                name: `sum of ${highest} or less`,
                points: known.map((one) => ({ x: one.d, y: one.expectedInadequate })),
              },
            ],
            x: { label: "d: assumed chance that a score of 2 falls to 1", format: chance },
            y: { label: "Expected councils", format: (value) => number(value) },
            yTo: 1,
            place: { x: d, name: `d chosen: ${chance(d)}` },
          },
          document,
        )
      : drawNothing(nothingMessage, document),
  });
}
