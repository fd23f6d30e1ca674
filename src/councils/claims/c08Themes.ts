import { toClaim, toEvidence } from "./claim.js";
import { family } from "./family.js";
import { testAt } from "./rules.js";
import { themePartitions } from "./shared.js";

export const themesGroup = toClaim({
  id: "C8",
  text: "CQC's four themes group the nine statements better than chance would.",
  by:
    "Ninefold's measure of what the Local Government Association (September 2024, " +
    "localgov.co.uk) holds: findings by theme can take the place of one rating",
  kind: "exploratory",
  quantity: "share of councils' variation that four theme means keep",
  unit: "share",
  beside: {
    partitionMean: { quantity: "mean over all groupings of the same sizes", unit: "share" },
    wordsP: { quantity: "p for theme ratings instead of means", unit: "p" },
  },
  family,
  rule: testAt(0.05, family),
  test(dataset, options) {
    const result = themePartitions(dataset, { set: options.set });
    const { means, words, partitions } = result;
    return toEvidence(result, {
      estimate: means.themes,
      p: means.exactP,
      beside: {
        partitions,
        means,
        words,
        partitionMean: means.partitionMean,
        wordsP: words.exactP,
      },
      reason: result.incomputable[0]?.reason,
    });
  },
});
