import type { CouncilOutcome, CouncilOutcomes } from "../analysis/councilOutcomes.js";
import { toTable, type Table } from "../../engine/report/block.js";
import { count, number } from "../../engine/report/format.js";
import { measureName } from "../findings/measureNames.js";
import type { TableOptions } from "./tableOptions.js";

function againstWords({ against, value, margin }: CouncilOutcome): string | null {
  // Short, so that its rows are of one line each.
  if (against === "not distinguishable") return "within margin";
  return against ?? (value === null ? null : margin === null ? "no margin" : "few respondents");
}

/** What the framework's measures say of a council, beside England: the latest year of each. */
export function councilOutcomesTable(
  { outcomes, withValue, withMargin }: CouncilOutcomes,
  { source, id = "outcomes" }: TableOptions,
): Table {
  return toTable({
    id,
    caption: "Measures of adult social care outcomes, the latest year of each",
    scope:
      `${count(withValue, "measure")} of ${outcomes.length} with a value, ${withMargin} compared.` +
      (withMargin === 0
        ? outcomes.some(({ margin }) => margin !== null)
          ? " ± is a survey's published 95% interval, which is of who happened to be asked."
          : ""
        : " Above or below: England's value lies outside a survey's published 95% interval (±), " +
          "which is of who happened to be asked; were every council like England, one comparison " +
          "in twenty would still be."),
    source,
    n: withValue === 0 ? 0 : 1,
    unit: "council",
    data: {
      columns: [
        { key: "measure", label: "Measure" },
        { key: "value", label: "Council", isOnlyOnPage: true },
        { key: "england", label: "England", isOnlyOnPage: true },
        { key: "number", label: "Value", isOnlyInCsv: true },
        { key: "margin", label: "Margin (±)", isOnlyInCsv: true },
        { key: "numerator", label: "Numerator", isOnlyInCsv: true },
        { key: "denominator", label: "Denominator", isOnlyInCsv: true },
        { key: "missing", label: "Why there is no value", isOnlyInCsv: true },
        { key: "englandNumber", label: "England's value", isOnlyInCsv: true },
        { key: "unit", label: "Unit", isOnlyInCsv: true },
        { key: "against", label: "Against England" },
        { key: "better", label: "Better" },
        { key: "year", label: "Year", isOnlyOnPage: true },
        { key: "period", label: "Year", isOnlyInCsv: true },
      ],
      rows: outcomes.map((outcome) => {
        const { measure, description, better, period, value, margin, england } = outcome;
        const { decimals, missing, counts } = outcome;
        const { name, unit } = measureName(measure, description);
        const interval = margin === null ? "" : ` ± ${number(margin, decimals.council)}`;
        const of = counts === null ? "" : ` (${counts.numerator} of ${counts.denominator})`;
        return {
          measure: `${measure} ${name}`,
          better,
          // Files keep the framework's own form.
          year: period.replace(/^(\d\d)(\d\d)-(\d\d)$/, "$1$2 to $1$3"),
          period,
          value:
            value === null ? missing : `${number(value, decimals.council)}${unit}${interval}${of}`,
          england: `${number(england, decimals.england)}${unit}`,
          number: value,
          margin,
          numerator: counts?.numerator ?? null,
          denominator: counts?.denominator ?? null,
          missing: value === null ? missing : null,
          englandNumber: england,
          unit: unit === "" ? null : unit,
          against: againstWords(outcome),
        };
      }),
    },
  });
}
