import type { CouncilCoverage, Coverage } from "../analysis/coverage.js";
import { toTable, type Table } from "../../engine/report/block.js";
import { count, date } from "../../engine/report/format.js";
import type { TableOptions } from "./tableOptions.js";

function wordOf({ part, rating }: CouncilCoverage): string {
  if (part === "withdrawn") return "Report withdrawn";
  if (rating === null) return "Not known here";
  return part === "lowConfidence" ? `${rating}, low confidence` : rating;
}

/** What is known of single councils, to look up, by name. */
export function lookUpTable(
  { councils, set }: Pick<Coverage, "councils" | "set">,
  { source, id = "look-up" }: TableOptions,
): Table {
  return toTable({
    unit: "assessment",
    id,
    caption: "What is known of single councils",
    scope:
      `${count(councils.length, "council")}, by name: no ranking. ` +
      (set === "all" ? "All reports known. " : "Complete set of reports. ") +
      "A word of low confidence is no fact about a council. A word not known here may have been " +
      "published since.",
    source,
    n: councils.filter(({ rating, sum }) => rating !== null || sum !== null).length,
    data: {
      columns: [
        { key: "council", label: "Council" },
        { key: "region", label: "Region" },
        { key: "type", label: "Type" },
        { key: "word", label: "Published word" },
        { key: "sum", label: "Sum (points)" },
        { key: "published", label: "Published" },
      ],
      rows: councils.map((council) => ({
        council: council.name,
        region: council.region,
        type: council.type,
        word: wordOf(council),
        sum: council.sum,
        published: council.published === null ? null : date(council.published),
      })),
    },
  });
}
