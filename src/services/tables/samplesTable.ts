import type { TableOptions } from "../../councils/tables/tableOptions.js";
import { toTable, type Table } from "../../engine/report/block.js";
import { number, percent } from "../../engine/report/format.js";
import { goodRank, type Scheme } from "../../ratings/scheme.js";
import type { ServiceSample } from "../analysis/services.js";

const oneDecimal = (share: number) => percent(share, 1);

/** What is behind the rating in each sample, and in all of them, each service once. */
export function samplesTable(
  scheme: Scheme,
  samples: readonly ServiceSample[],
  { source, id = "service-samples" }: TableOptions,
): Table {
  const good = goodRank(scheme);
  const caveats = scheme.samples.flatMap(({ caveat }) => caveat ?? []);
  return toTable({
    id,
    caption: "The same in each sample that comes with these data",
    scope: `Services with all five parts rated. All good, a part below: of services rated ${scheme.good}. Good parts: on average, of services rated ${scheme.levels[good - 1]?.name ?? "below"}. Kept: of the information in a pattern, what the rating keeps. ${caveats.join(" ")}`,
    source,
    n: Math.max(0, ...samples.map(({ behind }) => behind.n)),
    unit: "service",
    data: {
      columns: [
        { key: "sample", label: "Services" },
        { key: "n", label: "Rated services", format: number },
        { key: "rule", label: "As the rule gives", isOnlyOnPage: true },
        { key: "byRule", label: "As the rule gives", isOnlyInCsv: true },
        { key: "alike", label: "All good", format: oneDecimal },
        { key: "low", label: "A part below", format: oneDecimal },
        {
          key: "parts",
          label: "Good parts",
          format: (mean: number) => `${number(mean, 1)} of ${scheme.parts.length}`,
        },
        { key: "kept", label: "Kept", format: (share: number) => percent(share) },
      ],
      rows: samples.map(({ label, behind: { n, byRule, ratings, kept } }) => {
        const own = ratings[good];
        const share = (count: number) => (own.n === 0 ? null : count / own.n);
        return {
          sample: label.charAt(0).toUpperCase() + label.slice(1),
          n,
          rule: byRule === null ? "no rule" : `${number(byRule)} of ${number(n)}`,
          byRule,
          alike: share(own.allOwn),
          low: share(own.n - own.byLowParts[0]),
          parts: ratings[good - 1]?.meanGoodParts ?? null,
          kept,
        };
      }),
    },
  });
}
