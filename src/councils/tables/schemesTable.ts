import { toTable, type Column, type Table } from "../../engine/report/block.js";
import { count, number, percent } from "../../engine/report/format.js";
import type { SchemeMeasures, Schemes } from "../analysis/schemes.js";
import { tableName } from "../findings/wordShareElsewhere.js";
import type { TableOptions } from "./tableOptions.js";

type Key = "wordShare" | "toldRight" | "allAlike" | "reversals";

/** A measure, and in files what one quality plus chance would give of it in a column beside it. */
const besideColumns = (key: string, label: string): Column[] => [
  { key, label, isOnlyOnPage: true },
  { key: `${key} share`, label: `${label}, share 0 to 1`, isOnlyInCsv: true },
  { key: `${key} usual`, label: `${label}, by one quality plus chance`, isOnlyInCsv: true },
];

function besideWords(one: SchemeMeasures, key: Key): string {
  const value = one[key];
  if (value === null) return "no rating";
  const usual = one.oneQuality?.[key] ?? null;
  return usual === null ? percent(value) : `${percent(value)} (${percent(usual[0])})`;
}

const besideCells = (name: string, one: SchemeMeasures, key: Key) => ({
  [name]: besideWords(one, key),
  [`${name} share`]: one[key],
  [`${name} usual`]: one.oneQuality?.[key]?.[0] ?? null,
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
    scope: `${count(rows.length, "table")} of rated bodies. In brackets: what one quality plus chance would give. Side by side, and no ranking of regulators.`,
    source,
    n,
    unit: "assessment",
    data: {
      columns: [
        { key: "scheme", label: "Scheme" },
        { key: "bodies", label: "Bodies", format: number },
        { key: "parts", label: "Parts" },
        ...besideColumns("told", "Variation told"),
        ...besideColumns("right", "Parts told right"),
        ...besideColumns("alike", "All parts alike"),
        { key: "low", label: "A low part under a good rating", isOnlyOnPage: true },
        {
          key: "lowBodies",
          label: "Bodies with a low part under a good rating",
          isOnlyInCsv: true,
        },
        { key: "goodBodies", label: "Bodies with a good rating", isOnlyInCsv: true },
      ],
      rows: rows.map((one) => ({
        scheme: tableName(one),
        bodies: one.n,
        parts: one.parts,
        ...besideCells("told", one, "wordShare"),
        ...besideCells("right", one, "toldRight"),
        ...besideCells("alike", one, "allAlike"),
        low: one.lowUnderGood === null ? "no rating" : one.lowUnderGood.join(" of "),
        lowBodies: one.lowUnderGood?.[0] ?? null,
        goodBodies: one.lowUnderGood?.[1] ?? null,
      })),
    },
  });
}
