import { ExpectedError } from "../errors.js";
import type { Figure, Prose, Report, Table } from "./block.js";
import { toCsv } from "./csv.js";
import { renderHtml } from "./html.js";
import type { Output } from "./output.js";
import { renderPdf } from "./pdf.js";
import { checkReportName } from "./reportName.js";

export type { Output };

export const formats = ["html", "pdf", "csv"] as const;
/** `csv` stands for the data: the CSV files and the Vega-Lite specifications. */
export type Format = (typeof formats)[number];

export interface RenderOptions {
  readonly formats: readonly Format[];
  /** The date in the PDF's metadata, `YYYY-MM-DD`: the data's vintage, so that bytes repeat. */
  readonly date: string;
  /** How to cite the report, how to report a mistake, licences. */
  readonly footer?: Prose;
}

function checkNames(report: Report, blocks: readonly (Figure | Table)[]): void {
  checkReportName(report.id);
  const seen = new Set<string>();
  for (const { kind, id } of blocks) {
    if (seen.has(id)) throw new ExpectedError(`${report.id}: ${kind}: id used twice: ${id}`);
    seen.add(id);
  }
}

/**
 * The files of one report: `national.html`, `national.pdf`, and for each figure and table
 * `national/ID.csv`, with `national/ID.vl.json` where a figure has a Vega-Lite specification. Pages
 * link only to files that are made. Throws an ExpectedError for an id that is used twice and for
 * what a renderer refuses.
 */
export async function renderReport(report: Report, options: RenderOptions): Promise<Output[]> {
  const { id } = report;
  const wanted = new Set(options.formats);
  const blocks = report.blocks.filter(
    (block): block is Figure | Table => block.kind === "figure" || block.kind === "table",
  );
  checkNames(report, blocks);
  const paths = (block: Figure | Table) => ({
    csv: `${id}/${block.id}.csv`,
    ...(block.kind === "figure" && block.vegaLite && { vegaLite: `${id}/${block.id}.vl.json` }),
  });
  const links = wanted.has("csv") ? { links: paths } : {};
  const footer = options.footer ? { footer: options.footer } : {};
  const outputs: Output[] = [];
  const add = (path: string, content: string | Uint8Array) =>
    outputs.push({ path, content, report: id });

  if (wanted.has("html")) {
    const pdf = wanted.has("pdf") ? { pdf: `${id}.pdf` } : {};
    add(`${id}.html`, renderHtml(report, { ...links, ...footer, ...pdf }));
  }
  if (wanted.has("pdf"))
    add(`${id}.pdf`, await renderPdf(report, { ...links, ...footer, date: options.date }));
  if (wanted.has("csv"))
    for (const block of blocks) {
      const { csv, vegaLite } = paths(block);
      add(csv, toCsv(block.data));
      if (block.kind === "figure" && vegaLite)
        add(vegaLite, `${JSON.stringify(block.vegaLite, null, 2)}\n`);
    }
  return outputs;
}
