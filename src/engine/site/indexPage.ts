import type { Prose } from "../report/block.js";
import { escapeHtml } from "../report/blockHtml.js";
import { aboutHtml, pageHtml } from "../report/page.js";
import { liveHead } from "./liveHead.js";
import { policy } from "./policy.js";

export interface IndexedNotebook {
  readonly id: string;
  readonly title: string;
  /** The first sentence of the report; empty where it has no prose. */
  readonly sentence: string;
  /** Its figures that have a page. */
  readonly figures?: readonly IndexedFigure[];
}

export interface IndexedFigure {
  readonly title: string;
  readonly number: number;
  /** Its page, from the site's root. */
  readonly folder: string;
}

export interface IndexOptions {
  readonly title: string;
  readonly notebooks: readonly IndexedNotebook[];
  /** Paths of data files from the site's root. */
  readonly data: readonly string[];
  readonly about: readonly string[];
  /** Whether each notebook has a page without scripts and a PDF. */
  readonly isStatic: boolean;
  readonly footer: Prose;
  readonly head?: string;
}

function notebookHtml({ id, title, sentence }: IndexedNotebook, isStatic: boolean): string {
  const named = (label: string) => `${label}<span class="hidden">: ${escapeHtml(title)}</span>`;
  const forms = isStatic
    ? `<p class="live-links"><a href="${id}.html">${named("Without scripts")}</a> <a href="${id}.pdf">${named("PDF")}</a></p>\n`
    : "";
  return `<h2><a href="live/${id}.html">${escapeHtml(title)}</a></h2>
${sentence ? `<p>${escapeHtml(sentence)}</p>\n` : ""}${forms}`;
}

/** The first page of a site: its notebooks, each with its forms, and the data files. */
export function indexPage(options: IndexOptions): string {
  const { title, notebooks, data, about, isStatic, footer, head } = options;
  const files = data.map(
    (path) => `<li><a href="${escapeHtml(path)}">${escapeHtml(path)}</a></li>`,
  );
  const dataHtml =
    files.length > 0
      ? `<h2>Data</h2>\n<p>The files that every figure is computed from. datapackage.json says what each column holds and where it comes from.</p>\n<ul>\n${files.join("\n")}\n</ul>`
      : "";
  return pageHtml({
    title,
    policy: `${policy}; base-uri 'none'; form-action 'none'; object-src 'none'`,
    header: aboutHtml(about),
    head: `${liveHead}\n${head ?? ""}`,
    main: `${notebooks.map((notebook) => notebookHtml(notebook, isStatic)).join("\n")}\n${dataHtml}`,
    footer,
  });
}
