import type { Problem } from "../../datapackage/problem.js";
import type { Row, Table } from "../../datapackage/readTable.js";

/** Shares are published rounded. */
const tolerance = 0.005;

/**
 * What a table schema cannot say of successors.csv: no council follows itself, a council ends on
 * one day, and the shares of its population add to no more than all of it.
 */
export function successorRules({ rows }: Table): Problem[] {
  const before = new Map<string, { readonly first: Row; total: number }>();
  return rows.flatMap((row): Problem[] => {
    const { line, values, failed } = row;
    if (failed.size > 0) return [];
    const from = values.from as string;
    const known = before.get(from) ?? { first: row, total: 0 };
    before.set(from, known);
    known.total += (values.share as number | null) ?? 0;
    const problems: Problem[] = [];
    if (values.to === from)
      problems.push({
        line,
        column: "to",
        what: "expected another council than from",
        value: from,
      });
    const { line: firstLine, values: first } = known.first;
    if (values.on !== first.on) {
      const what = `expected ${first.on}, the day on which ${from} ends on line ${firstLine}`;
      problems.push({ line, column: "on", what, value: String(values.on) });
    }
    if (known.total > 1 + tolerance) {
      const what = `expected shares of ${from} that add to 1 at most, not ${Number(known.total.toFixed(3))}`;
      problems.push({ line, column: "share", what, value: String(values.share) });
    }
    return problems;
  });
}
