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

function againstWords({ against, value, margin }: CouncilOutcome): string | null {
  return against ?? (value === null ? null : margin === null ? "no margin" : "few respondents");
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
      `${count(withValue, "measure")} of ${outcomes.length} with a value, ${withMargin} compared. ` +
      "Above or below means that England's value lies outside a survey's published 95% interval (±), " +
      "which is of who happened to be asked; were every council like England, one comparison in " +
      "twenty would still be. None is made without a margin or with fewer than 50 respondents. Names are shortened; codes are the framework's.",
    source,
    n: withValue === 0 ? 0 : 1,
    unit: "council",
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
        const { measure, description, better, period, value, margin, england, missing, counts } =
          outcome;
        const { name, unit } = measureName(measure, description);
        const interval = margin === null ? "" : ` ± ${written(margin, "")}`;
        const of = counts === null ? "" : ` (${counts.numerator} of ${counts.denominator})`;
        return {
          measure: `${measure} ${name}`,
          better,
          period,
          value: value === null ? missing : `${written(value, unit)}${interval}${of}`,
          england: written(england, unit),
          against: againstWords(outcome),
        };
      }),
    },
  });
}
