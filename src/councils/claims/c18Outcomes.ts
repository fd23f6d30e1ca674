import { outcomes as outcomesOf } from "../analysis/outcomes.js";
import { toClaim, toEvidence } from "./claim.js";
import { family } from "./family.js";
import { testAt } from "./rules.js";

export const outcomes = toClaim({
  id: "C18",
  text: "Scores track the outcomes that people and carers report.",
  by:
    "Ninefold's form of what a rating is read as; two councils said in August and October 2025 " +
    "that measured outcomes and their rating disagree, and IMPOWER saw no relation in the first 30 reports",
  kind: "decided",
  quantity: "largest Kendall's tau-b of the sum with an outcome",
  unit: "number",
  family,
  rule: testAt(0.05, family),
  test(dataset, options) {
    const result = outcomesOf(dataset, options);
    const { maxTau } = result;
    return toEvidence(result, {
      estimate: maxTau?.tauB,
      p: maxTau?.permutationP,
      beside: {
        looks: maxTau?.looks ?? null,
        measure: maxTau?.measure ?? null,
        councilsWithIt: maxTau?.n ?? null,
      },
      note:
        maxTau &&
        `It is the largest of ${maxTau.looks} measures, ${maxTau.measure} (${maxTau.description.replace(/^The /, "the ")}), ` +
          `known for ${maxTau.n} of the ${result.n} councils. The one-sided p allows for having looked at ${maxTau.looks}`,
      reason: result.incomputable[0]?.reason,
    });
  },
});
