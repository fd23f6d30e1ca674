import type { CouncilOutcome, CouncilOutcomes } from "../analysis/councilOutcomes.js";
import { toTable, type Table } from "../report/block.js";
import { count, number } from "../report/format.js";
import { measureName } from "./measureNames.js";
import type { TableOptions } from "./tableOptions.js";

/** As many decimals as the source prints: none is added. */
function written(value: number, unit: string): string {
  const decimals = (String(value).split(".")[1] ?? "").length;
  return `${number(value, decimals)}${unit}`;
}

function againstWords({ against, value }: CouncilOutcome): string | null {
  return against ?? (value === null ? null : "no margin");
}

/** What the framework's measures say of a council, beside England: the latest year of each. */
export function councilOutcomesTable(
  { outcomes, withValue, withMargin }: CouncilOutcomes,
  { source, id = "outcomes" }: TableOptions,
): Table {
  return toTable({
    id,
    caption: "Measures of the Adult Social Care Outcomes Framework, the latest year of each",
    scope:
      `${count(withValue, "measure")} of ${outcomes.length} with a value, ${withMargin} from surveys. ` +
      "Above or below means that England's value lies outside a survey's published 95% interval (±); " +
      "were every council like England, one comparison in twenty would still be. Without a margin " +
      "none is made. Suppressed: small numbers. Names are shortened; codes are the framework's.",
    source,
    n: withValue === 0 ? 0 : 1,
    data: {
      columns: [
        { key: "measure", label: "Measure" },
        { key: "better", label: "Better" },
        { key: "period", label: "Year" },
        { key: "value", label: "Council" },
        { key: "england", label: "England" },
        { key: "against", label: "Against England" },
      ],
      rows: outcomes.map((outcome) => {
        const { measure, description, better, period, value, margin, england, missing } = outcome;
        const { name, unit } = measureName(measure, description);
        const interval = margin === null ? "" : ` ± ${written(margin, "")}`;
        return {
          measure: `${measure} ${name}`,
          better,
          period,
          value: value === null ? missing : `${written(value, unit)}${interval}`,
          england: written(england, unit),
          against: againstWords(outcome),
        };
      }),
    },
  });
}
