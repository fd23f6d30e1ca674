import { smallTextSize } from "./textSizes.js";
import { themes } from "./theme.js";

const labels = { labelFontSize: smallTextSize, labelLimit: 0, labelColor: themes.light.text };
const bare = { domain: false, ticks: false };

/** A row for each council, a column for each statement. */
export function heatMapAxes(statements: readonly string[]) {
  return {
    y: {
      field: "row",
      type: "nominal" as const,
      sort: { field: "order", op: "min" as const },
      axis: {
        ...{ ...labels, ...bare },
        title: "Council (total of its scores)",
        titleFontSize: smallTextSize,
      },
    },
    x: {
      field: "statement",
      type: "nominal" as const,
      sort: [...statements],
      axis: { ...labels, ...bare, title: null, orient: "top" as const, labelAngle: -60 },
    },
  };
}

/** What pointing at a cell tells. */
export const heatMapTooltip = [
  ...[
    ["council", "Council"],
    ["region", "Region"],
    ["type", "Type"],
    ["statement", "Statement"],
    ["words", "Score"],
    ["meaning", "Which means"],
    ["total", "Total"],
    ["rating", "Rating that the total gives"],
    ["note", "Note in the data"],
  ].map(([field, title]) => ({ field, title, type: "nominal" as const })),
];
