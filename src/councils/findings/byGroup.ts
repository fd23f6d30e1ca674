import { count } from "../../engine/report/format.js";
import type { DistributionBy } from "../analysis/distributionBy.js";
import { nothing, type Finding } from "./finding.js";

const groupOf = { region: "region", type: "council type" } as const;

/** In how many regions, or types of council, some councils reach good and others do not. */
export function byGroup({ scheme, by, groups, n }: DistributionBy): Finding {
  const known = groups.filter((group) => group.n > 0);
  const both = known.filter(({ goodOrBetter: { count: good }, n: all }) => good > 0 && good < all);
  if (n === 0) return nothing("No council here has a known total", "where totals lie");
  const [some, all] = [both.length, known.length];
  const where =
    some === all && all > 1
      ? `each of ${all} ${groupOf[by]}s`
      : `${some} of ${count(all, groupOf[by])}`;
  return {
    headline: `In ${where}, some reach ${scheme.good}, others do not`,
    detail: "Each holds other councils, assessed at other times, so a difference shows no cause.",
  };
}
