import type { PublishedTotal } from "../councils/analysis/publishedTotals.js";
import { date } from "../engine/report/format.js";

/** A count that CQC stated, and whether the data have as many. */
export function totalLine(total: PublishedTotal): string {
  const { asAt, kind, reports, held, ofThatMonth, undated, status, missing, tooMany } = total;
  const said = `CQC: ${reports} ${kind === "expected" ? "expected by" : "by"} ${date(asAt)}`;
  const among = undated > 0 ? `, or are among ${undated} whose date is not known` : "";
  if (status === "short") return `${said}: short by ${missing}: so many are missing${among}`;
  if (status === "met") {
    const month =
      held < reports ? `, with ${reports - held} of the ${ofThatMonth} of that month` : "";
    return `${said}: met${month}`;
  }
  const over = [
    ...(held > reports ? [`${held} reports here`] : []),
    ...tooMany.map((one) => `${one.held} ${one.rating} here, ${one.stated} stated`),
  ];
  return `${said}: contradicted: ${over.join("; ")}`;
}
