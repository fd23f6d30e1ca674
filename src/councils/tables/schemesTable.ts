import { toTable, type Column, type Table } from "../../engine/report/block.js";
import { count, number, percent } from "../../engine/report/format.js";
import { usualOf, type SchemeMeasures, type Schemes } from "../analysis/schemes.js";
import { tableName } from "../findings/wordShareElsewhere.js";
import type { TableOptions } from "./tableOptions.js";

type Key = "wordShare" | "toldRight" | "allAlike" | "reversals";

/** A measure, and in files what one quality plus chance would give of it in a column beside it. */
const besideColumns = (key: string, label: string): Column[] => [
  { key, label, isOnlyOnPage: true },
  { key: `${key} share`, label: `${label}, share 0 to 1`, isOnlyInCsv: true },
  { key: `${key} usual`, label: `${label}, by one quality plus chance`, isOnlyInCsv: true },
  { key: `${key} low`, label: `${label}, 95% of draws from`, isOnlyInCsv: true },
  { key: `${key} high`, label: `${label}, 95% of draws to`, isOnlyInCsv: true },
];

function besideWords(one: SchemeMeasures, key: Key): string {
  const value = one[key];
  if (value === null) return "no rating";
  const usual = usualOf(one, key);
  return usual === null
    ? percent(value)
    : `${percent(value)} (${percent(usual[1])} to ${percent(usual[2])})`;
}

const besideCells = (name: string, one: SchemeMeasures, key: Key) => ({
  [name]: besideWords(one, key),
  [`${name} share`]: one[key],
  [`${name} usual`]: usualOf(one, key)?.[0] ?? null,
  [`${name} low`]: usualOf(one, key)?.[1] ?? null,
  [`${name} high`]: usualOf(one, key)?.[2] ?? null,
});

/** The measures of every scheme side by side, with what one quality plus chance would give. */
export function schemesTable(
  { schemes }: Schemes,
  { source, id = "schemes" }: TableOptions,
): Table {
  const rows = Object.values(schemes);
  const n = rows.reduce((sum, one) => sum + one.n, 0);
  return toTable({
    id,
    caption: "What one rating tells and hides in each scheme",
    scope: `${count(rows.length, "table")} of assessments. In brackets: 95% of draws from one quality plus chance. Side by side, and no ranking of regulators.`,
    source,
    n,
    unit: "assessment",
    data: {
      columns: [
        { key: "scheme", label: "Scheme" },
        { key: "size", label: "Number (parts)", isOnlyOnPage: true },
        { key: "bodies", label: "Bodies", isOnlyInCsv: true },
        { key: "parts", label: "Parts", isOnlyInCsv: true },
        ...besideColumns("told", "Variation told"),
        ...besideColumns("right", "Told right"),
        ...besideColumns("alike", "All alike"),
        ...besideColumns("reversed", "Reversed pairs"),
        { key: "low", label: "Low part, good rating", isOnlyOnPage: true },
        {
          key: "lowBodies",
          label: "Bodies with a low part under a good rating",
          isOnlyInCsv: true,
        },
        { key: "goodBodies", label: "Bodies with a good rating", isOnlyInCsv: true },
      ],
      rows: rows.map((one) => ({
        scheme: tableName(one),
        size: `${number(one.n)} (${one.parts})`,
        bodies: one.n,
        parts: one.parts,
        ...besideCells("told", one, "wordShare"),
        ...besideCells("right", one, "toldRight"),
        ...besideCells("alike", one, "allAlike"),
        ...besideCells("reversed", one, "reversals"),
        low: one.lowUnderGood === null ? "no rating" : one.lowUnderGood.join(" of "),
        lowBodies: one.lowUnderGood?.[0] ?? null,
        goodBodies: one.lowUnderGood?.[1] ?? null,
      })),
    },
  });
}
