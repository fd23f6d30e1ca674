import { toTable, type Table } from "../../engine/report/block.js";
import { count, percent } from "../../engine/report/format.js";
import type { SchemeMeasures, Schemes } from "../analysis/schemes.js";
import { tableName } from "../findings/wordShareElsewhere.js";
import type { TableOptions } from "./tableOptions.js";

type Key = "wordShare" | "toldRight" | "allAlike" | "reversals";

/** The measures of every scheme side by side, with what one quality plus chance would give. */
export function schemesTable(
  { schemes }: Schemes,
  { source, id = "schemes" }: TableOptions,
): Table {
  const rows = Object.values(schemes);
  const n = rows.reduce((sum, one) => sum + one.n, 0);
  const beside = (one: SchemeMeasures, key: Key) => {
    const value = one[key];
    if (value === null) return "no rating";
    const usual = one.oneQuality?.[key] ?? null;
    return usual === null ? percent(value) : `${percent(value)} (${percent(usual[0])})`;
  };
  return toTable({
    id,
    caption: "What one rating tells and hides in each scheme",
    scope: `${count(rows.length, "table")} of rated bodies. In brackets: what one quality plus chance would give. Side by side, and no ranking of regulators`,
    source,
    n,
    unit: "assessment",
    data: {
      columns: [
        { key: "scheme", label: "Scheme" },
        { key: "bodies", label: "Bodies" },
        { key: "parts", label: "Parts" },
        { key: "told", label: "Variation told" },
        { key: "right", label: "Parts told right" },
        { key: "alike", label: "All parts alike" },
        { key: "low", label: "A low part under a good rating" },
      ],
      rows: rows.map((one) => ({
        scheme: tableName(one),
        bodies: one.n,
        parts: one.parts,
        told: beside(one, "wordShare"),
        right: beside(one, "toldRight"),
        alike: beside(one, "allAlike"),
        low: one.lowUnderGood === null ? "no rating" : one.lowUnderGood.join(" of "),
      })),
    },
  });
}
