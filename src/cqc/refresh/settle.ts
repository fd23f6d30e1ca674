import { ExpectedError } from "../../errors.js";
import type { DiffItem } from "./diff.js";

/** By a council's code, whether its page is of the row that it contradicts, or of another assessment. */
export type Settlements = ReadonlyMap<string, "row" | "new">;

/** Reads `E09000003` and `E09000003=new`. Throws an ExpectedError for anything else. */
export function toSettlements(given: readonly string[]): Settlements {
  const settlements = new Map<string, "row" | "new">();
  const problems: string[] = [];
  for (const text of given) {
    const [, code, as] = /^([EWSN]\d{8})(=new)?$/.exec(text) ?? [];
    const how = as === undefined ? "row" : "new";
    if (code === undefined) problems.push(`--settle: expected CODE or CODE=new: ${text}`);
    else if ((settlements.get(code) ?? how) !== how)
      problems.push(`--settle: expected one of ${code} and ${code}=new`);
    else settlements.set(code, how);
  }
  if (problems.length > 0) throw new ExpectedError(problems, 2);
  return settlements;
}

/** The item as it is to be written; null where its council is not named, or not so. */
function settle(item: DiffItem, settlements: Settlements): DiffItem | null {
  const how = settlements.get(item.gssCode ?? "");
  if (how === undefined || item.row === null) return null;
  if (how === "row") return item;
  return item.another === null ? null : { ...item, line: null, row: item.another, values: [] };
}

/**
 * What is to be written: all but contradictions, and those of the councils that are named. Throws an
 * ExpectedError for a name that settles nothing, and where two pages would become one row.
 */
export function settled(items: readonly DiffItem[], settlements: Settlements): DiffItem[] {
  const contradicted = items.filter(({ what }) => what === "contradicted");
  const used = contradicted.flatMap((item) => settle(item, settlements) ?? []);
  const codes = new Set(used.map(({ gssCode }) => gssCode));
  const needless = [...settlements].filter(([code]) => !codes.has(code));
  const problems = needless.map(
    ([code, how]) =>
      `--settle: no page that can be accepted contradicts: ${code}${how === "new" ? "=new" : ""}`,
  );
  const accepted = [...items.filter(({ what }) => what !== "contradicted"), ...used];
  const lines = accepted.flatMap(({ line }) => line ?? []);
  for (const { gssCode, line } of used)
    if (line !== null && lines.filter((other) => other === line).length > 1)
      problems.push(`--settle: two pages would become one row: ${gssCode}: try ${gssCode}=new`);
  if (problems.length > 0) throw new ExpectedError([...new Set(problems)], 2);
  return accepted;
}
