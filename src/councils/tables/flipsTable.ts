import type { WhatIf } from "../analysis/whatIf.js";
import { setWords } from "../charts/setWords.js";
import { toTable, type Table } from "../../engine/report/block.js";
import { count } from "../../engine/report/format.js";
import type { TableOptions } from "./tableOptions.js";

/** The councils whose word other weights or cuts would change, by name: no ranking. */
export function flipsTable(
  { set, n, flips }: WhatIf,
  { source, id = "what-if-flips" }: TableOptions,
): Table {
  return toTable({
    unit: "assessment",
    id,
    caption: `Another rule would change the rating of ${count(flips.length, "council")}`,
    scope:
      `${setWords(set, n)}. In alphabetical order. What another rule would say of the published ` +
      "scores is arithmetic, and no finding about a council.",
    source,
    n,
    data: {
      columns: [
        { key: "council", label: "Council" },
        { key: "from", label: "Rating that its scores give" },
        { key: "to", label: "Rating under this rule" },
      ],
      rows: flips
        .map(({ council, from, to }) => ({ council, from, to }))
        .sort((a, b) => a.council.localeCompare(b.council, "en")),
    },
  });
}
