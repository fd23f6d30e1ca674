import type { Dominance } from "../analysis/dominance.js";
import type { Weights } from "../analysis/weights.js";
import { count, number, percent } from "../../engine/report/format.js";
import { nothing, type Finding } from "./finding.js";

/** How many ratings other ways to weigh the statements would change. */
export function anotherRule(rules: Weights, order: Dominance): Finding {
  const { n, themeEqualWeightChanges: themes, geometricMeanChanges: geometric } = rules;
  const { worstStatementChanges: worst, randomWeights, smallestShifts } = rules;
  if (themes === null || geometric === null || worst === null)
    return nothing("No council here has every score known", "what another rule would change");
  const randomly = (c: number) => {
    const [nearest, ceiling] = ["nearest", "ceiling"].map((cuts) =>
      number(
        randomWeights.find((drawn) => drawn.c === c && drawn.cuts === cuts)?.expectedChanges ?? 0,
        1,
      ),
    );
    return `${nearest} ratings (${ceiling} with the cuts of a percentage rounded up)`;
  };
  const [first] = smallestShifts;
  const shift =
    first.shift === null
      ? ""
      : ` The least shift of weight that changes any rating is ${percent(first.shift, 1)} of the whole, for ${count(first.n, "council")}.`;
  const unordered =
    order.share === null
      ? ""
      : ` In ${number(order.unordered)} of ${count(order.pairs, "pair")} of councils (${percent(order.share)}) each is higher on some statement, so that weights decide which has the higher mean.`;
  return {
    headline: `Weighting the themes alike would change ${themes} of ${count(n, "rating")}`,
    detail:
      `A mean that one low score pulls down further would change ${geometric === 0 ? "none" : number(geometric)}. A rating no ` +
      `better than a council's lowest score would change ${number(worst)}.`,
    note:
      `The mean that one low score pulls down further is geometric. Weights drawn at random would be expected to change ${randomly(1)} where they are spread very widely, and ${randomly(10)} where they stay near equal. They are drawn from a Dirichlet distribution, of shares that add up to 1, with a concentration of 1 and of 10.${shift}${unordered} ` +
      "Weighted means are cut at 1.54, 2.5 and 3.5, which say of every published total what CQC's percentages say. Cuts at 1.52, 2.48 and 3.48 say the same of them, as a percentage rounded up. All of this is arithmetic on published scores, so it has no interval.",
  };
}
