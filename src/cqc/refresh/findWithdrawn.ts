import type { Completeness } from "../../councils/data/toDataset.js";
import { reportOfRow, reportsGone, reportsOfRows } from "./checkListing.js";
import { inCompleteSet, type DataRow } from "./comparePage.js";
import type { DiffItem } from "./diff.js";
import { readReport, type ReadReportOptions } from "./readReport.js";
import type { Site } from "./readSite.js";

/**
 * The rows whose report is not listed any more, each looked for once where it was. One that is gone
 * is marked as withdrawn; where the row is sure, or of the complete set, a person says so.
 */
export async function findWithdrawn(
  rows: readonly DataRow[],
  site: Site,
  completeness: Completeness,
  options: ReadReportOptions,
): Promise<{ readonly items: readonly DiffItem[]; readonly problems: readonly string[] }> {
  const items: DiffItem[] = [];
  const problems: string[] = [];
  const gone = new Set(reportsGone(reportsOfRows(rows), site.listed));
  for (const row of rows) {
    const { line, values } = row;
    const slug = reportOfRow(row);
    if (slug === null || !gone.has(slug) || values.status === "withdrawn") continue;
    const { pathname } = new URL(String(values.source_url));
    const gssCode = values.gss_code as string;
    const report = await readReport({ slug, path: pathname, gssCode }, options);
    if (report.problem !== null) problems.push(`not in the listing: ${report.problem}`);
    else if (!report.gone && !report.isUnread)
      problems.push(`${report.url}: not in the listing, but still there: left as it is`);
    if (!report.gone) continue;
    const isSure = values.confidence === "high" || inCompleteSet(values, completeness);
    items.push({
      what: isSure ? "contradicted" : "withdrawn",
      gssCode,
      council: values.council as string,
      kind: values.kind as DiffItem["kind"],
      published: values.published as string | null,
      updated: null,
      url: report.url,
      line,
      values: [{ field: "status", old: values.status, new: "withdrawn", change: "withdrawn" }],
      row: { ...values, status: "withdrawn" },
      another: null,
      reasons: isSure ? ["not in the listing, and its page is gone: withdrawn, or moved?"] : [],
    });
  }
  return { items, problems };
}
