import { regions } from "../analysis/regions.js";
import { toClaim, toEvidence } from "./claim.js";
import { family } from "./family.js";
import { testAt } from "./rules.js";

export const region = toClaim({
  id: "C11",
  text: "Sums differ between the regions of England.",
  by: "Ninefold",
  kind: "exploratory",
  quantity: "Kruskal-Wallis H of sums over the regions",
  unit: "number",
  family,
  rule: testAt(0.05, family),
  test(dataset, options) {
    const result = regions(dataset, options);
    const { kruskalWallis, londonAgainstRest } = result;
    return toEvidence(result, {
      estimate: kruskalWallis?.H,
      p: kruskalWallis?.permutationP,
      beside: {
        regions: kruskalWallis?.groups ?? null,
        chiSquareP: kruskalWallis?.chiSquareP ?? null,
        londonAgainstRest: londonAgainstRest && {
          A: londonAgainstRest.A,
          interval: londonAgainstRest.interval,
          exactP: londonAgainstRest.exactP,
        },
      },
      reason: result.incomputable.find(({ quantity }) => quantity === "kruskalWallis")?.reason,
    });
  },
});
