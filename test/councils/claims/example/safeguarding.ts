import { pairs, rules, toClaim, toEvidence } from "ninefold";

/** A claim in one file, through the public interface alone. */
export const safeguarding = toClaim({
  id: "X1",
  text: "A majority of councils rated Requires improvement reach a good score on safeguarding.",
  by: "A question of ours, as an example",
  kind: "exploratory",
  quantity: "share of councils rated Requires improvement that score 3 or 4 on safeguarding",
  unit: "share",
  rule: rules.intervalAbove(0.5),
  test(dataset, options) {
    const result = pairs(dataset, options);
    const { share, clopperPearson } = result.shareRIAtLeast3[6];
    return toEvidence(result, {
      estimate: share,
      interval: clopperPearson,
      intervalMethod: "95%, Clopper and Pearson",
      reason: share === null ? "no council is rated Requires improvement" : null,
    });
  },
});
