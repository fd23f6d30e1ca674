import type { LeftOut, SetName } from "../analysis/select.js";
import { count, date, list } from "../../engine/report/format.js";

/** The set, its n and what is left out of it, as the first sentences of a table's scope. */
export function scopeWords(set: SetName, n: number, leftOut: readonly LeftOut[]): string {
  const what =
    set === "complete"
      ? `Complete set of reports, ${count(n, "council")}.`
      : `All reports known, ${count(n, "council")}; later ones are known only in part and are not a fair sample.`;
  const left = leftOut.map(
    (one) => `${one.n} (${one.reason.replace(/\b\d{4}-\d{2}-\d{2}\b/, date)})`,
  );
  return left.length === 0 ? what : `${what} Left out: ${list(left)}.`;
}
