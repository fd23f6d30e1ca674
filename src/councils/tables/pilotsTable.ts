import type { Tranches } from "../analysis/tranches.js";
import { toTable, type Table } from "../../engine/report/block.js";
import { count, decimal } from "../../engine/report/format.js";
import type { TableOptions } from "./tableOptions.js";

const changes = { up: "Up", same: "The same", down: "Down" } as const;

/** The pilot councils: their indicative word and sum, and the formal ones where they are known. */
export function pilotsTable(
  { pilotPairs, smallestSignFlipP }: Tranches,
  { source, id = "pilots" }: TableOptions,
): Table {
  const n = pilotPairs.length;
  const known = pilotPairs.filter(({ change }) => change !== null).length;
  const power =
    smallestSignFlipP === null
      ? ""
      : ` Were both sums of all ${n} known, different and changed one way, the two-sided sign-flip p would be ${smallestSignFlipP < 0.001 ? "under .001" : decimal(smallestSignFlipP, 4)}.`;
  return toTable({
    unit: "assessment",
    id,
    caption: "Pilot councils, then and since",
    scope:
      `${count(n, "pilot council")}; both words are known for ${known}. The pilots' words were ` +
      "indicative, and a word of low confidence is no fact about a council. Time passed and the rule " +
      `changed between the two.${power}`,
    source,
    n,
    data: {
      columns: [
        { key: "council", label: "Council" },
        { key: "pilot", label: "Pilot, indicative word" },
        { key: "pilotSum", label: "Pilot, sum (points)" },
        { key: "formal", label: "Formal word" },
        { key: "confidence", label: "Confidence in the formal word" },
        { key: "formalSum", label: "Formal, sum (points)" },
        { key: "change", label: "Change of word" },
      ],
      rows: pilotPairs.map(
        ({ council, pilot, pilotSum, formal, confidence, formalSum, change }) => ({
          council,
          pilot,
          pilotSum,
          formal,
          confidence,
          formalSum,
          change: change && changes[change],
        }),
      ),
    },
  });
}
