import type { Coverage } from "../analysis/coverage.js";
import { shownRating, shownTotal } from "../findings/shownRating.js";
import { toTable, type Table } from "../../engine/report/block.js";
import { count } from "../../engine/report/format.js";
import { councilColumn, type NamingOptions } from "./councilColumn.js";

/** What is known of single councils, to look up, by name. */
export function lookUpTable(
  { councils, set }: Pick<Coverage, "councils" | "set">,
  {
    source,
    id = "look-up",
    isOfOneRegion = false,
    dataset,
  }: NamingOptions & {
    /** Every row would say the same region: it stands in the file alone. */
    readonly isOfOneRegion?: boolean;
  },
): Table {
  return toTable({
    unit: "assessment",
    id,
    caption: "Every published rating, from A to Z",
    scope:
      `${count(councils.length, "council")}, by name: no ranking. ` +
      (set === "all" ? "All reports known. " : "Complete set of reports. ") +
      "A rating not known here may have been published since.",
    source,
    n: councils.filter(({ rating, sum }) => rating !== null || sum !== null).length,
    data: {
      columns: [
        councilColumn(dataset),
        { key: "region", label: "Region", isOnlyInCsv: isOfOneRegion },
        { key: "type", label: "Type", isOnlyInCsv: true },
        { key: "rating", label: "Published rating" },
        { key: "total", label: "Total" },
        { key: "published", label: "Published", isDate: true },
      ],
      rows: councils.map((council) => ({
        council: council.name,
        region: council.region,
        type: council.type,
        rating: shownRating(council),
        total: shownTotal(council),
        published: council.published,
      })),
    },
  });
}
