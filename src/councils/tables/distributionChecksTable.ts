import { mostCommonSums } from "../analysis/distribution.js";
import type { Distribution } from "../analysis/distribution.js";
import { below3, byShareBelow3 } from "../analysis/profile.js";
import type { Profile } from "../analysis/profile.js";
import { goodRank, ratingsOf } from "../../ratings/scheme.js";
import type { Scheme } from "../../ratings/scheme.js";
import { toTable, type Table } from "../../engine/report/block.js";
import { list, number, percent, percentInterval } from "../../engine/report/format.js";
import { intervalCells, intervalColumns } from "./intervalColumns.js";
import type { TableOptions } from "./tableOptions.js";
import { intervalMeaning } from "../findings/intervalMeaning.js";

/** The distribution on one way to take the data. */
export interface DistributionCheck {
  readonly words: string;
  readonly distribution: Distribution;
  readonly profile: Profile;
}

function commonWords(distribution: Distribution): string | null {
  const { sums, councils } = mostCommonSums(distribution);
  return councils === 0 ? null : `${list(sums.map(String))} (${councils})`;
}

function shareWords({ goodOrBetter: { share, clopperPearson } }: Distribution): string | null {
  if (share === null || clopperPearson === null) return null;
  return `${percent(share)} (${percentInterval(clopperPearson)})`;
}

function lowestWords(profile: Profile): string | null {
  const [lowest] = byShareBelow3(profile);
  if (lowest === undefined || below3(lowest) === 0) return null;
  const { short } = profile.scheme.parts.find(({ id }) => id === lowest.id)!;
  return `${short} (${below3(lowest)} of ${lowest.n})`;
}

/** One number where one sum is the most common, as nearly always. */
function commonCells(distribution: Distribution) {
  const { sums, councils } = mostCommonSums(distribution);
  if (councils === 0) return { commonSum: null, commonCouncils: null };
  return {
    commonSum: sums.length === 1 ? sums[0] : list(sums.map(String)),
    commonCouncils: councils,
  };
}

const lowestColumns = [
  { key: "lowestName", label: "Statement most often below 3", isOnlyInCsv: true },
  { key: "lowestCouncils", label: "Councils below 3 on it", isOnlyInCsv: true },
  { key: "lowestN", label: "Councils with a score on it", isOnlyInCsv: true },
];

function lowestCells(profile: Profile) {
  const [lowest] = byShareBelow3(profile);
  if (lowest === undefined || below3(lowest) === 0)
    return { lowestName: null, lowestCouncils: null, lowestN: null };
  const { short } = profile.scheme.parts.find(({ id }) => id === lowest.id)!;
  return { lowestName: short, lowestCouncils: below3(lowest), lowestN: lowest.n };
}

/** "Good or Outstanding": the words that are good or better. */
function goodWords(scheme: Scheme): string {
  return ratingsOf(scheme).slice(goodRank(scheme)).join(" or ");
}

/** Where the sums lie on each set of reports, and with each doubtful row taken another way. */
export function distributionChecksTable(
  checks: readonly DistributionCheck[],
  { source, id = "checks" }: TableOptions,
): Table {
  return toTable({
    unit: "assessment",
    id,
    caption: "Sums and scores on each set of reports, and with doubtful rows taken another way",
    scope:
      "Complete set: reports published by the date to which the data are complete. All known: " +
      "every report whose sum is known, which is no fair sample. Good or better: councils whose sum " +
      `carries ${checks.length === 0 ? "such a word" : goodWords(checks[0].distribution.scheme)}, ` +
      "with the exact 95% interval (Clopper-Pearson) in brackets. " +
      intervalMeaning,
    source,
    n: Math.max(0, ...checks.map(({ distribution }) => distribution.n)),
    data: {
      columns: [
        { key: "data", label: "Data" },
        { key: "n", label: "Councils" },
        { key: "mean", label: "Mean sum", format: (x) => number(x, 1) },
        { key: "common", label: "Most common sum (councils)", isOnlyOnPage: true },
        { key: "commonSum", label: "Most common sum", isOnlyInCsv: true },
        { key: "commonCouncils", label: "Councils with it", isOnlyInCsv: true },
        ...intervalColumns("good", "Good or better (95% interval)", "Good or better, share 0 to 1"),
        { key: "lowest", label: "Statement most often below 3", isOnlyOnPage: true },
        ...lowestColumns,
      ],
      rows: checks.map(({ words, distribution, profile }) => ({
        data: words,
        n: distribution.n,
        mean: distribution.meanSum,
        common: commonWords(distribution),
        ...commonCells(distribution),
        ...intervalCells(
          "good",
          shareWords(distribution),
          distribution.goodOrBetter.share,
          distribution.goodOrBetter.clopperPearson,
        ),
        lowest: lowestWords(profile),
        ...lowestCells(profile),
      })),
    },
  });
}
