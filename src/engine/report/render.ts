import { ExpectedError } from "../../errors.js";
import type { Figure, Prose, Report, Rows, Table } from "./block.js";
import type { BlockHtmlOptions } from "./blockHtml.js";
import { cardPicture, hasFigurePages } from "./cardPicture.js";
import { toCsv, toLongCsv } from "./csv.js";
import { figurePage } from "./figurePage.js";
import type { Format } from "./formats.js";
import { renderHtml, type Link, type LinkList } from "./html.js";
import type { Output } from "./output.js";
import { renderPdf } from "./pdf.js";
import { pictureEnding, pictureFiles } from "./pictureFiles.js";
import { proseLines } from "./proseLines.js";
import { idsOfDetails } from "./proseNode.js";
import { checkReportName } from "./reportName.js";
import type { SiteFrame } from "./siteFrame.js";
import { sheetSpecs } from "./workbook/describe.js";
import { workbookFile, workbookFormats } from "./workbook/workbookFile.js";

export type { Format, Output };

export interface RenderOptions {
  readonly formats: readonly Format[];
  /** The date in the PDF's metadata, `YYYY-MM-DD`: the data's vintage, so that bytes repeat. */
  readonly date: string;
  /** How to cite the report, how to report a mistake, licences. */
  readonly footer?: Prose;
  /** The reports that this is one of. */
  readonly series?: Series;
  /** The data of blocks as files hold them, where that is more than their pages show. */
  readonly inFiles?: (data: Rows) => Rows;
  /** Pages to go on to from the end of its page. */
  readonly others?: readonly LinkList[];
  /** Pages beside it, as links below its title. */
  readonly beside?: readonly Link[];
  /** The site that its page is one of. */
  readonly frame?: SiteFrame;
  /** What the notebook was asked for, for what describes its figures. */
  readonly asked?: unknown;
}

/** Reports of one kind, in a folder that has a page of all. */
export interface Series {
  readonly folder: string;
  /** What a link to the page of all says: "All areas". */
  readonly linkText: string;
  /** Each has a folder of its own, so that its address is plain: `areas/barnet/`. */
  readonly isNested?: boolean;
}

function checkNames(report: Report, blocks: readonly (Figure | Table)[]): void {
  checkReportName(report.id);
  const seen = new Set<string>();
  const folded = report.blocks.flatMap((block) =>
    block.kind === "content" ? idsOfDetails(block.nodes) : [],
  );
  for (const { kind, id } of [...blocks, ...folded.map((id) => ({ kind: "details", id }))]) {
    if (seen.has(id)) throw new ExpectedError(`${report.id}: ${kind}: id used twice: ${id}`);
    seen.add(id);
  }
}

type DataLinks = NonNullable<BlockHtmlOptions["links"]>;

/** Where the files of a report go. */
interface Places {
  /** What manifests call the report: `national`, `areas/barnet`. */
  readonly report: string;
  readonly page: string;
  /** What begins the path of each other file. */
  readonly base: string;
  /** Each block's data, relative to the report's folder. */
  readonly of: (block: Figure | Table) => DataLinks;
  readonly data: (blocks: readonly (Figure | Table)[]) => [path: string, content: string][];
  readonly related: readonly Link[];
}

/** A report of its own: a folder of data files beside its page. */
function placesAlone({ id }: Report): Places {
  const of = (block: Figure | Table) => ({
    csv: `${id}/${block.id}.csv`,
    ...(block.kind === "figure" && block.vegaLite && { vegaLite: `${id}/${block.id}.vl.json` }),
  });
  const data = (blocks: readonly (Figure | Table)[]) =>
    blocks.flatMap((block): [string, string][] => {
      const { csv, vegaLite } = of(block);
      const spec = vegaLite && block.kind === "figure" ? block.vegaLite : undefined;
      return [
        [csv, toCsv(block.data)],
        ...(vegaLite && spec
          ? [[vegaLite, `${JSON.stringify(spec, null, 2)}\n`] as [string, string]]
          : []),
      ];
    });
  return { report: id, page: `${id}.html`, base: id, of, data, related: [] };
}

/** One of a series: one data file each, and a page that links to the page of all. */
function placesInSeries({ id }: Report, { folder, linkText, isNested }: Series): Places {
  const report = `${folder}/${id}`;
  const base = isNested ? `${report}/${id}` : report;
  return {
    report,
    page: isNested ? `${report}/index.html` : `${report}.html`,
    base,
    of: () => ({ csv: `${id}.csv` }),
    data: (blocks) => [[`${base}.csv`, toLongCsv(blocks)]],
    related: [{ href: isNested ? "../" : "index.html", text: linkText }],
  };
}

/**
 * The files of one report: `national.html`, `national.pdf`, and for each figure and table
 * `national/ID.csv`, with `national/ID.vl.json` where a figure has a Vega-Lite specification, and
 * `national/ID.svg`, `ID.png`, `ID.2x.png` and the same as `ID.narrow.svg` of a figure's picture. One
 * of a series is `areas/barnet.html`, `areas/barnet.pdf` and `areas/barnet.csv`, which
 * holds the data of all its figures and tables. Pages link only to files that are made. Throws an
 * ExpectedError for an id that is used twice and for what a renderer refuses.
 */
export async function renderReport(report: Report, options: RenderOptions): Promise<Output[]> {
  const { id } = report;
  const wanted = new Set(options.formats);
  const blocks = report.blocks.filter(
    (block): block is Figure | Table => block.kind === "figure" || block.kind === "table",
  );
  checkNames(report, blocks);
  const figures = blocks.filter((block) => block.kind === "figure");
  const { series } = options;
  const places = series === undefined ? placesAlone(report) : placesInSeries(report, series);
  const { frame } = options;
  const hasPages = hasFigurePages(options);
  const folder = series?.isNested ? "" : `${id}/`;
  const pictures = (block: Figure | Table): DataLinks => ({
    ...(wanted.has("svg") && { svg: `${folder}${block.id}${pictureEnding("wide")}` }),
    ...(wanted.has("png") && { png: `${folder}${block.id}${pictureEnding("wide", 2)}` }),
    ...(hasPages && { page: `figures/${id}/${block.id}/` }),
  });
  const linksOf = (block: Figure | Table): DataLinks => ({
    ...(wanted.has("csv") && places.of(block)),
    ...(block.kind === "figure" && pictures(block)),
  });
  const links = { links: linksOf };
  const footer = options.footer ? { footer: options.footer } : {};
  const outputs: Output[] = [];
  const add = (path: string, content: string | Uint8Array) =>
    outputs.push({ path, content, report: places.report });

  if (wanted.has("html")) {
    const pdf = wanted.has("pdf") ? [{ href: `${id}.pdf`, text: "This report as PDF" }] : [];
    const related = [...pdf, ...places.related, ...(options.beside ?? [])];
    const picture = cardPicture(report, options);
    add(
      places.page,
      renderHtml(report, {
        ...links,
        ...footer,
        related,
        ...(options.others && { others: options.others }),
        ...(frame && {
          place: { frame, path: places.page, ...(picture && { picture }) },
        }),
      }),
    );
  }
  if (wanted.has("pdf"))
    add(`${places.base}.pdf`, await renderPdf(report, { ...links, ...footer, date: options.date }));
  const { inFiles = (data: Rows) => data } = options;
  const filed = blocks.map((block) => ({ ...block, data: inFiles(block.data) }));
  if (wanted.has("csv")) for (const [path, content] of places.data(filed)) add(path, content);
  if (wanted.has("sheets")) add(`${places.base}.json`, JSON.stringify(sheetSpecs(report, inFiles)));
  for (const format of workbookFormats)
    if (wanted.has(format))
      add(
        `${places.base}.${format}`,
        workbookFile(
          {
            title: report.title,
            date: options.date,
            about: [...report.about, ...(options.footer ? proseLines(options.footer) : [])],
            sheets: sheetSpecs({ id: "", blocks }, inFiles),
          },
          format,
        ),
      );
  const forms = { svg: wanted.has("svg"), png: wanted.has("png") };
  for (const [i, figure] of figures.entries()) {
    for (const { ending, content } of await pictureFiles(figure, forms))
      add(`${places.report}/${figure.id}${ending}`, content);
    if (!hasPages || !frame) continue;
    const of = { report, number: i + 1, date: options.date, asked: options.asked ?? {} };
    for (const [path, content] of figurePage(figure, { ...of, frame, ...footer }))
      add(path, content);
  }
  return outputs;
}
