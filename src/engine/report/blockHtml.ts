import type { Block, Cell, Column, Control, Figure, Rows, Table } from "./block.js";
import { cellLink, cellText, hasNoValue, isNumeric, noValue, onPage, sourceText } from "./cell.js";
import { escapeHtml } from "./escapeHtml.js";
import { isMeasure } from "./measure.js";
import { proseNodes } from "./markdown.js";
import type { Outline } from "./outline.js";
import { newOutline } from "./outline.js";
import { pictureAttributes, pictureHtml } from "./pictureHtml.js";
import { proseHtml } from "./proseHtml.js";
import { panelAlt } from "./svg.js";

export { escapeHtml };

export interface BlockHtmlOptions {
  /** The page's own title says what a figure finds, so that it need not be said again. */
  readonly isTitled?: boolean;
  /** The page is operated: a form to fill in on paper is folded there. */
  readonly isLive?: boolean;
  /** The way from the page up to its site's root; none where it is of no site. */
  readonly root?: string;
  /** Where the block stands in its report. Without one, the block stands alone, unnumbered. */
  readonly outline?: Outline;
  /** Addresses of the block's data and pictures, relative to the page. */
  readonly links?: {
    readonly csv?: string;
    readonly vegaLite?: string;
    readonly svg?: string;
    readonly png?: string;
    /** The page of the figure, which has all its forms. */
    readonly page?: string;
  };
}

/** Text from which a cell is too long to be set in a column as narrow as its longest word. */
const sentenceLength = 40;

/** Up to which length the first cell of a row is a code, such as C12, and needs no more room. */
const codeLength = 4;

/** The class of a cell of text: a measure is not broken, a sentence has room. */
function textKind(shown: string): string {
  if (isMeasure(shown)) return ' class="measure"';
  return shown.length >= sentenceLength ? ' class="sentence"' : "";
}

/** The widest table whose rows are set one below the other on a phone; a wider one scrolls. */
const widestStacked = 7;

/** The labels of columns as values of the style sheet, which a phone sets before each value. */
function stacked({ columns }: Rows, isForm: boolean): string {
  if (columns.length > widestStacked) return ' class="wide"';
  const css = (text: string) =>
    text.replace(/[^\w .,()%+-]/gu, (c) => `\\${c.codePointAt(0)!.toString(16)} `);
  const labels = columns.slice(1).map(({ label }, i) => `--c${i + 2}:'${css(label)}: '`);
  return ` class="${isForm ? "stacked form" : "stacked"}" style="${escapeHtml(labels.join(";"))}"`;
}

/** A cell's text, as a link where its column says where to. */
function cellHtml(column: Column, value: Cell, root: string | undefined): string {
  const escaped = escapeHtml(cellText(column, value));
  const text = typeof value === "string" ? value : null;
  const way = text === null ? null : (column.wayInSite?.(text) ?? null);
  const inSite = way === null || root === undefined ? undefined : root + way;
  const part = text === null ? null : (column.wayOnPage?.(text) ?? null);
  const href = cellLink(column, value)?.url ?? inSite ?? (part === null ? undefined : `#${part}`);
  return href === undefined ? escaped : `<a href="${escapeHtml(href)}">${escaped}</a>`;
}

/** What a table of a block is besides its rows. */
interface TableParts extends Pick<BlockHtmlOptions, "root"> {
  readonly caption: string;
  readonly isForm?: boolean;
}

/** A table that scrolls sideways in a box of its own, which the keyboard can reach. */
function tableHtml(all: Rows, { caption, isForm = false, root }: TableParts): string {
  const data = onPage(all);
  const numeric = data.columns.map((column) => isNumeric(data, column));
  const kind = (i: number) => (numeric[i] ? ' class="number"' : "");
  const head = data.columns
    .map(({ label }, i) => `<th scope="col"${kind(i)}>${escapeHtml(label)}</th>`)
    .join("");
  const body = data.rows.map((row) => {
    const cells = data.columns.map((column, i) => {
      const value = row[column.key] ?? null;
      const shown = cellText(column, value);
      const text = cellHtml(column, value, root);
      if (i === 0 && typeof value === "string")
        return `<th scope="row"${shown.length <= codeLength ? ' class="code"' : ""}>${text}</th>`;
      return `<td${numeric[i] ? kind(i) : textKind(shown)}>${text}</td>`;
    });
    return `<tr>${cells.join("")}</tr>`;
  });
  const notes = [
    data.rows.length === 0 ? "The table has no rows." : "",
    hasNoValue(data) ? `A dash (${noValue}) stands for no value.` : "",
  ].filter(Boolean);
  return [
    `<div class="scroll" role="group" tabindex="0" aria-label="${escapeHtml(`Table: ${caption}`)}">`,
    `<table${stacked(data, isForm)}>\n<caption>${escapeHtml(caption)}</caption>`,
    `<thead><tr>${head}</tr></thead>\n<tbody>`,
    ...body,
    "</tbody>\n</table>\n</div>",
    ...notes.map((note) => `<p class="note">${note}</p>`),
  ].join("\n");
}

function downloads({ links }: BlockHtmlOptions, what: string): string {
  const link = (href: string | undefined, label: string) =>
    href === undefined
      ? []
      : [
          `<a href="${escapeHtml(href)}">${label}<span class="hidden">: ${escapeHtml(what)}</span></a>`,
        ];
  const items = [
    ...link(links?.csv, "Data as CSV"),
    ...(links?.page === undefined
      ? [...link(links?.svg, "Picture as SVG"), ...link(links?.png, "Picture as PNG")]
      : link(links.page, "Reuse this figure")),
    ...link(links?.vegaLite, "Chart as a Vega-Lite specification (JSON)"),
  ];
  return items.length === 0 ? "" : `<p class="downloads">${items.join(" ")}</p>`;
}

const sourceHtml = (block: Figure | Table) =>
  `<p class="source">${escapeHtml(sourceText(block))}</p>`;

/** Pictures of one width, in a box that scrolls where the window is narrower. */
function panelHtml({ title, alt, svg }: Figure): string {
  const images = svg.map(
    (panel, i) =>
      `<img alt="${escapeHtml(panelAlt(alt, i, svg.length))}"${pictureAttributes(panel, "src")}>`,
  );
  return [
    `<div class="panel" role="group" tabindex="0" aria-label="${escapeHtml(`Picture: ${title}`)}">`,
    ...images,
    "</div>",
  ].join("\n");
}

function figureHtml(figure: Figure, options: BlockHtmlOptions): string {
  const { id, title, drawings } = figure;
  const level = options.outline?.finding() ?? 2;
  const number = options.outline?.number("figure");
  options.outline?.enter(level, title, id);
  return [
    options.isTitled
      ? `<figure id="${id}" aria-label="${escapeHtml(title)}">`
      : `<figure id="${id}" aria-labelledby="${id}_title">`,
    options.isTitled
      ? ""
      : `<h${level} id="${id}_title">${number ? `<span class="number">Figure ${number}</span> ` : ""}${escapeHtml(title)}</h${level}>`,
    figure.detail === undefined ? "" : `<p>${escapeHtml(figure.detail)}</p>`,
    `<p class="subtitle">${escapeHtml(figure.subtitle)}</p>`,
    drawings ? pictureHtml(figure.alt, drawings) : panelHtml(figure),
    `<figcaption>\n<p>${escapeHtml(figure.caption)}</p>`,
    sourceHtml(figure),
    `<details class="on-demand">\n<summary>The data of ${number ? `figure ${number}` : "this figure"} as a table</summary>`,
    tableHtml(figure.data, {
      ...options,
      caption: number ? `The data of figure ${number}` : `The data of: ${title}`,
    }),
    "</details>",
    downloads(options, title),
    "</figcaption>\n</figure>",
  ]
    .filter(Boolean)
    .join("\n");
}

function tableBlockHtml(table: Table, options: BlockHtmlOptions): string {
  const number = options.outline?.number("table");
  const caption = number ? `Table ${number}. ${table.caption}` : table.caption;
  const words = number ? `Table ${number}: a form to print` : "A form to print";
  const isFolded = table.isForm && options.isLive;
  return [
    `<div class="${table.isForm ? "table to-print" : "table"}" id="${table.id}">`,
    isFolded ? `<details class="on-demand">\n<summary>${words}</summary>` : "",
    tableHtml(table.data, { ...options, caption, isForm: table.isForm }),
    `<p class="scope">${escapeHtml(table.scope)}</p>`,
    sourceHtml(table),
    downloads(options, table.caption),
    isFolded ? "</details>" : "",
    "</div>",
  ]
    .filter(Boolean)
    .join("\n");
}

const controlHtml = ({ label, value, onStatic }: Control) =>
  `<p class="control"><span>${escapeHtml(label)}:</span> ${escapeHtml(value)}</p>${onStatic === undefined ? "" : `\n<p class="on-static">${escapeHtml(onStatic)}</p>`}`;

/**
 * One block as HTML that needs no script. Everything in it is escaped; pictures are images of
 * their own (`<img>` with a data address), so that no id, class or style of one figure reaches
 * another and nothing in an SVG can run. Throws an ExpectedError for prose that holds a construct
 * which is not allowed.
 */
export function blockHtml(block: Block, options: BlockHtmlOptions = {}): string {
  switch (block.kind) {
    case "figure":
      return figureHtml(block, options);
    case "table":
      return tableBlockHtml(block, options);
    case "prose": {
      const html = proseHtml(proseNodes(block), options.outline ?? newOutline(), options.root);
      return block.as === undefined ? html : `<div class="${block.as}">\n${html}\n</div>`;
    }
    case "content":
      return proseHtml(block.nodes, options.outline ?? newOutline(), options.root);
    case "control":
      return controlHtml(block);
  }
}
