import type { Intervention } from "../analysis/intervention.js";
import type { Rate } from "../analysis/rate.js";
import { toTable, type Table } from "../../engine/report/block.js";
import { number, percent, percentInterval } from "../../engine/report/format.js";
import { intervalCells, intervalColumns } from "./intervalColumns.js";
import type { TableOptions } from "./tableOptions.js";
import { intervalMeaning } from "../findings/intervalMeaning.js";

const events = [
  ["anyScoreOf1", "Any statement scored 1"],
  ["inadequate", "Scores that carry Inadequate"],
  ["inadequateByWord", "Confirmed rating is Inadequate"],
] as const;
const sets = { complete: "Complete set", all: "All known" } as const;

function shareCells({ count, n, share, clopperPearson, jeffreys }: Rate) {
  const words = clopperPearson && percentInterval(clopperPearson, 1);
  return {
    share: share === null ? null : percent(share, 1),
    count,
    n,
    ...intervalCells("exact", words, share, clopperPearson),
    jeffreysLow: jeffreys?.[0] ?? null,
    jeffreysHigh: jeffreys?.[1] ?? null,
  };
}

/**
 * How often each event was seen, by set, and how many councils not seen would show it if alike. Give
 * results `withoutLowConfidence`: a count with ratings that are not confirmed, beside one without,
 * would tell what single councils are said to be rated.
 */
export function eventRatesTable(
  results: readonly Pick<Intervention, "set" | "n" | "rates" | "predictions">[],
  { source, id = "event-rates" }: TableOptions,
): Table {
  return toTable({
    unit: "assessment",
    id,
    caption: "How often each event was seen, with 95% intervals",
    scope:
      "Three events that are not one another. Nothing that is not confirmed is counted as seen. Exact: " +
      "Clopper and Pearson; the CSV file has Jeffreys' intervals too. If alike: the number " +
      "expected among all councils not seen, and the middle 95%, were they like those seen. They " +
      "are not: reports after the complete set became known one at a time, and those with nine " +
      `scores lean low. ${intervalMeaning}`,
    source,
    n: Math.max(0, ...results.flatMap(({ n, rates }) => [n, rates.inadequateByWord.n])),
    data: {
      columns: [
        { key: "event", label: "Event" },
        { key: "set", label: "Set" },
        { key: "seen", label: "Councils", isOnlyOnPage: true },
        { key: "share", label: "Share", isOnlyOnPage: true },
        { key: "count", label: "Councils", isOnlyInCsv: true },
        { key: "n", label: "Councils in the set", isOnlyInCsv: true },
        ...intervalColumns("exact", "Exact interval", "Share, 0 to 1"),
        { key: "jeffreysLow", label: "Jeffreys interval, low", isOnlyInCsv: true },
        { key: "jeffreysHigh", label: "Jeffreys interval, high", isOnlyInCsv: true },
        ...intervalColumns(
          "predicted",
          "If alike, among those not seen",
          "If alike, councils among those not seen",
        ),
        { key: "among", label: "Councils not seen", isOnlyInCsv: true },
      ],
      rows: events.flatMap(([key, event]) =>
        results.map(({ set, rates, predictions }) => {
          const prediction = predictions[key];
          return {
            event,
            set: sets[set],
            seen: `${rates[key].count} of ${rates[key].n}`,
            ...shareCells(rates[key]),
            ...intervalCells(
              "predicted",
              prediction &&
                `${number(prediction.mean, 1)} of ${prediction.among} (${prediction.range.join(" to ")})`,
              prediction?.mean ?? null,
              prediction?.range,
            ),
            among: prediction?.among ?? null,
          };
        }),
      ),
    },
  });
}
