import type { Tranches } from "../analysis/tranches.js";
import { ratingWords } from "../data/publicRating.js";
import { toTable, type Table } from "../../engine/report/block.js";
import { count } from "../../engine/report/format.js";
import { councilColumn, type NamingOptions } from "./councilColumn.js";

/** The pilot councils: their indicative rating and total, and the formal ones where they are known. */
export function pilotsTable(
  { pilotPairs }: Tranches,
  { source, dataset, id = "pilots" }: NamingOptions,
): Table {
  const n = pilotPairs.length;
  return toTable({
    unit: "assessment",
    id,
    caption: "Pilot councils, then and since",
    scope:
      `${count(n, "pilot council")}. The pilots' ratings were indicative. Time passed and the rule ` +
      "changed between the two, so a change is no error of either.",
    source,
    n,
    data: {
      columns: [
        councilColumn(dataset),
        { key: "pilot", label: "Pilot, indicative rating" },
        { key: "pilotSum", label: "Pilot, total" },
        { key: "formal", label: "Later rating" },
        { key: "formalSum", label: "Later total" },
      ],
      rows: pilotPairs.map(({ council, pilot, pilotSum, formal, confidence, formalSum }) => ({
        council,
        pilot,
        pilotSum,
        formal: ratingWords({ rating: formal, confidence }),
        formalSum: confidence === "low" ? null : formalSum,
      })),
    },
  });
}
