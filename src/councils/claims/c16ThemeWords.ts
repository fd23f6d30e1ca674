import { toClaim, toEvidence } from "./claim.js";
import { estimateAtLeast } from "./rules.js";
import { themePartitions } from "./shared.js";

export const themeWords = toClaim({
  id: "C16",
  text:
    "Four theme ratings keep at least 5 percentage points more of councils' variation than ratings " +
    "for four arbitrary groups of statements.",
  by:
    "Ninefold's measure of what the Local Government Association (September 2024, " +
    "localgov.co.uk) holds: findings by theme can take the place of one rating",
  kind: "decided",
  quantity: "share kept by four theme ratings, less the mean over all groupings of the same sizes",
  unit: "points",
  beside: {
    themes: { quantity: "theme ratings", unit: "share" },
    partitionMean: { quantity: "mean over all groupings", unit: "share" },
  },
  rule: estimateAtLeast(0.05, "points"),
  test(dataset, { set }) {
    const result = themePartitions(dataset, { set });
    const { themes, partitionMean, atLeast, exactP } = result.words;
    return toEvidence(result, {
      estimate: themes === null || partitionMean === null ? null : themes - partitionMean,
      beside: { themes, partitionMean, atLeast, exactP, partitions: result.partitions },
      reason: result.incomputable[0]?.reason,
    });
  },
});
