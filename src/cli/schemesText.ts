import { usualOf, type SchemeMeasures, type Schemes } from "../councils/analysis/schemes.js";
import { list, percent } from "../engine/report/format.js";
import { textTable, type TextColumn } from "./textTable.js";

/** A share beside what one quality plus chance would give, or why there is none. */
function beside(one: SchemeMeasures, key: "wordShare" | "toldRight" | "allAlike"): string {
  const value = one[key];
  if (value === null) return one.reasons[key];
  const usual = usualOf(one, key);
  return usual === null ? percent(value) : `${percent(value)} (${percent(usual[0])})`;
}

/** What one word tells in every scheme: a row a table of bodies, and what is to be said with it. */
export function schemesText({ schemes }: Schemes): string {
  const rows = Object.entries(schemes);
  const column = (
    label: string,
    width: number | null,
    cellOf: (one: SchemeMeasures, table: string) => string,
  ): TextColumn => ({ label, width, cells: rows.map(([table, one]) => cellOf(one, table)) });
  const table = textTable(
    [
      column("table", 28, (_, name) => name),
      column("bodies", 6, ({ n }) => String(n)),
      column("parts", 5, ({ parts }) => String(parts)),
      column("variation told", null, (one) => beside(one, "wordShare")),
      column("parts told right", null, (one) => beside(one, "toldRight")),
      column("all parts alike", null, (one) => beside(one, "allAlike")),
      column("a low part under good", null, ({ lowUnderGood, reasons }) =>
        lowUnderGood === null ? reasons.lowUnderGood : `${lowUnderGood[0]} of ${lowUnderGood[1]}`,
      ),
    ],
    120,
  );
  const caveats = new Map<string, string[]>();
  for (const [name, { caveat }] of rows)
    if (caveat !== null) caveats.set(caveat, [...(caveats.get(caveat) ?? []), name]);
  const lines = [
    "In brackets: the mean where bodies differ in one quality and all else is chance.",
    "No measure ranks schemes: fewer parts and a wider spread of bodies raise most of them.",
    ...[...caveats].map(([caveat, names]) => `${list(names)}: ${caveat}`),
    "Each number, and each reason for a missing one: ninefold analyse --schemes --json.",
  ];
  return `${table}\n${lines.join("\n")}\n`;
}
