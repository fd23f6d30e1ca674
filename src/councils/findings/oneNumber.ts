import type { Dimension } from "../analysis/dimension.js";
import type { Reliability } from "../analysis/reliability.js";
import { minAlpha } from "../claims/c07OneNumber.js";
import { count, decimal, number } from "../../engine/report/format.js";
import { nothing, type Finding } from "./finding.js";

type Range = readonly [number, number];
const range = ([low, high]: Range) => `95% interval ${decimal(low)} to ${decimal(high)}`;

function notes({ omega, icc3, intervals, incomputable, bootstrap, omegaBootstrap }: Reliability) {
  const whyNot = (quantity: string) =>
    incomputable.find((one) => one.quantity === quantity)?.reason ?? "too little is known";
  return [
    omega === null || intervals.omega === null
      ? `McDonald's omega, or its interval, cannot be given: ${whyNot(omega === null ? "omega" : "intervals.omega")}.`
      : `McDonald's omega, which lets statements count unequally, is ${decimal(omega)} (${range(intervals.omega)}).`,
    ...(icc3 === null || intervals.icc3 === null
      ? []
      : [
          `One statement alone would be a weak measure: its intraclass correlation is ${decimal(icc3)} (${range(intervals.icc3)}), the share of its variation that is common to all statements.`,
        ]),
    "None of these is a bound: one panel scores all statements, which inflates them, and a council's stable strengths on some statements count as error, which deflates them.",
    ...(bootstrap === null
      ? []
      : [
          `Councils were drawn again ${number(bootstrap.replicates)} times${omegaBootstrap === null ? "" : `, for omega ${number(omegaBootstrap.replicates)} times`}.`,
        ]),
  ];
}

function factorNote(parallel: NonNullable<Dimension["parallel"]>): string {
  const { eigenvalues, limits, factors, replicates } = parallel;
  const [one, two] = eigenvalues;
  return `Parallel analysis shows ${factors === 1 ? "one factor" : count(factors, "factor")}: the first eigenvalue, how much of the variation of all scores one factor takes up, is ${number(one, 2)}, where unrelated scores would stay below ${number(limits[0], 2)}, and the second ${number(two, 2)}, against ${number(limits[1], 2)} (95th percentiles of ${number(replicates)} draws). Four themes that correlate at .8 would show one factor too.`;
}

/** Whether one number can stand for the scores, by the rule of claim C7. */
export function oneNumber(reliability: Reliability, { parallel }: Dimension): Finding {
  const { alpha } = reliability;
  const interval = reliability.intervals.alpha;
  if (alpha === null || interval === null)
    return nothing("Too few scores vary in these data", "whether one number can stand for them");
  const isDefensible = parallel?.factors === 1 && interval[0] >= minAlpha;
  return {
    headline: isDefensible
      ? "By the usual measures, one number for all scores is defensible"
      : "One number for all scores is not shown to be defensible",
    detail:
      `How closely they go together is ${number(alpha, 2)}, on a scale up to one (95% interval ${number(interval[0], 2)} to ${number(interval[1], 2)}). ` +
      `But one panel gives all scores, which raises this. It speaks for a total, and not by itself for cutting that into ratings.`,
    note: [
      `Cronbach's alpha of the total is ${decimal(alpha)} (${range(interval)}), where 1 would say that all scores move as one and 0 that each goes its own way.`,
      ...notes(reliability),
      ...(parallel === null ? [] : [factorNote(parallel)]),
    ].join(" "),
  };
}
