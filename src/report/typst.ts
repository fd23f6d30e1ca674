import type { Control, Figure, Prose, Report, Rows, Table } from "./block.js";
import { cellLink, cellText, hasNoValue, isNumeric, noValue, onPage, sourceText } from "./cell.js";
import { proseNodes } from "./markdown.js";
import type { Inline, ProseNode } from "./markdown.js";
import { newOutline } from "./outline.js";
import type { Outline } from "./outline.js";
import { panelAlt, svgSize } from "./svg.js";
import { breakable, cellInset, tableLayout, unbroken } from "./typstTable.js";
import type { TableLayout } from "./typstTable.js";
import { coveredText, fontFamily, literal, svgForTypst } from "./typstText.js";
import type { Covers } from "./typstText.js";
import { visible } from "./visible.js";

export interface TypstOptions {
  /** The date in the document's metadata, `YYYY-MM-DD`: the data's, so that bytes repeat. */
  readonly date: string;
  /** Which characters the fonts can show. */
  readonly covers: Covers;
  readonly footer?: Prose;
  /** The addresses of a block's data, relative to the PDF. */
  readonly links?: (block: Figure | Table) => { readonly csv?: string } | undefined;
}

/** A table of one row per council is printed whole; a longer one is left to its CSV file. */
const longestTable = 160;
/**
 * A table of more rows may go on over the next page, its header repeated: to see whether it fits it
 * would have to be laid out twice, which is the dearest part of a report on one council.
 */
const longestWhole = 20;
/** The largest picture that leaves room for its title and caption, in points. */
const pictureWidth = 481;
const pictureHeight = 560;

const template = (title: string, covers: Covers, date: string) => {
  const [year, month, day] = date.split("-").map(Number);
  const heading = literal(coveredText(title, covers));
  return `#set document(title: ${literal(visible(title))}, date: datetime(year: ${year}, month: ${month}, day: ${day}))
#set page(
  paper: "a4",
  margin: (x: 20mm, top: 21mm, bottom: 18mm),
  header: context if counter(page).get().first() > 1 {
    set text(size: 9pt, fill: luma(80))
    box(width: 100%, inset: (bottom: 4pt), stroke: (bottom: 0.5pt + luma(170)), ${heading})
  },
  footer: context {
    set text(size: 9pt, fill: luma(80))
    align(right)[Page #counter(page).display() of #counter(page).final().first()]
  },
)
#set text(font: ${literal(fontFamily)}, fallback: false, lang: "en", region: "GB", size: 10.5pt, fill: rgb("#0b0c0c"), hyphenate: false)
#set par(leading: 0.62em, spacing: 1.05em, justify: false)
#set list(marker: ([•], [–]), spacing: 0.7em)
#set enum(spacing: 0.7em)
#show raw: set text(font: ${literal(fontFamily)}, size: 1.25em)
#show link: set text(fill: rgb("#12436d"))
#show link: underline

#show quote.where(block: true): set pad(x: 0pt)
#show heading: set block(above: 1.7em, below: 0.8em)
#show heading: set par(leading: 0.5em)
#show heading.where(level: 1): set text(size: 25pt)
#show heading.where(level: 2): set text(size: 16pt)
#show heading.where(level: 3): set text(size: 13pt)
#show heading.where(level: 4): set text(size: 12pt)
#show heading.where(level: 5): set text(size: 11pt)
#show figure: set align(left)
#show figure.where(kind: table): set block(breakable: true, above: 1.6em)
#show figure.where(kind: table): set figure.caption(position: top)
#show figure.caption: it => block(width: 100%, sticky: it.kind == table, text(size: if it.kind == table { 10.5pt } else { 9.5pt }, strong[#it.supplement #context it.counter.display(it.numbering). ] + it.body))
#let quiet(body) = text(size: 9pt, fill: luma(70), body)
#let source(body) = block(above: 0.7em, quiet(body))
#let subtitle(body) = block(above: 0.6em, below: 0.9em, sticky: true, text(fill: luma(60), body))
// Kept on one page, unless it is longer than a page.
#let whole(body) = block(above: 1.6em, below: 1.6em, layout(page => {
  let height = measure(block(width: page.width, body)).height
  block(width: 100%, breakable: height > page.height, body)
}))
#let parted(body) = block(above: 1.6em, below: 1.6em, body)
#heading(level: 1, ${heading})
`;
};

/** Writes the blocks of one report; everything that is text goes through `text`. */
function writer(covers: Covers, outline: Outline, links: TypstOptions["links"]) {
  const text = (value: string) =>
    `#${literal(coveredText(value.replace(/[ \t\r\n]+/g, " "), covers))};`;

  const inlines = (nodes: readonly Inline[]): string => nodes.map(inline).join("");

  function inline(node: Inline): string {
    switch (node.type) {
      case "text":
        return text(node.value);
      case "inlineCode":
        return `#raw(${literal(coveredText(node.value, covers))});`;
      case "emphasis":
        return `#emph[${inlines(node.children)}];`;
      case "strong":
        return `#strong[${inlines(node.children)}];`;
      case "link":
        // A place on the HTML page is nowhere in the PDF: only its words stay.
        return node.url.startsWith("#")
          ? inlines(node.children)
          : `#link(${literal(node.url)})[${inlines(node.children)}];`;
      case "break":
        return "#linebreak();";
    }
  }

  const nodesOf = (nodes: readonly ProseNode[]): string => nodes.map(proseNode).join("\n\n");

  function proseNode(node: ProseNode): string {
    switch (node.type) {
      case "paragraph":
        return inlines(node.children);
      case "heading":
        return `#heading(level: ${outline.heading(node.depth)})[${inlines(node.children)}];`;
      case "blockquote":
        return `#block(inset: (left: 10pt), stroke: (left: 2pt + luma(170)))[#quote(block: true, quotes: false)[${nodesOf(node.children)}];];`;
      case "list": {
        const items = node.items.map((item) => `[${nodesOf(item)}]`).join(", ");
        return node.start === null ? `#list(${items});` : `#enum(start: ${node.start}, ${items});`;
      }
      case "thematicBreak":
        return `#line(length: 100%, stroke: 0.5pt + luma(170));`;
    }
  }

  function sourceLine(block: Figure | Table, before: string): string {
    const csv = links?.(block)?.csv;
    const data =
      csv === undefined
        ? ""
        : ` ${text("Data: ")}#link(${literal(csv)})[${text(csv)}];${text(".")}`;
    return `#source[${text(`${before}${sourceText(block)}`)}${data}];`;
  }

  function figure(block: Figure): string {
    outline.number("figure");
    const picture = (svg: string, i: number) => {
      const size = svgSize(svg) ?? { width: 640, height: 400 };
      // 96 pixels to the inch on a screen, 72 points to the inch on paper.
      const natural = { width: size.width * 0.75, height: size.height * 0.75 };
      const scale = Math.min(1, pictureWidth / natural.width, pictureHeight / natural.height);
      const source = literal(svgForTypst(svg, covers));
      const alt = literal(visible(panelAlt(block.alt, i, block.svg.length)));
      const width = (natural.width * scale).toFixed(2);
      return `image(bytes(${source}), format: "svg", width: ${width}pt, alt: ${alt})`;
    };
    const pictures = block.svg.map(picture);
    const last = pictures.pop()!;
    const parts = [...pictures, `figure(${last}, caption: [${text(block.caption)}])`];
    const before = [
      `#heading(level: ${outline.finding()})[${text(block.title)}];`,
      `#subtitle[${text(block.subtitle)}];`,
    ];
    return parts
      .map((part, i) => [
        ...(i === 0 ? before : []),
        `#${part};`,
        ...(i === parts.length - 1 ? [sourceLine(block, "")] : []),
      ])
      .map((lines) => `#whole[\n${lines.join("\n")}\n];`)
      .join("\n");
  }

  function rows(data: Rows, layout: TableLayout): string {
    const cell = (value: string) => `[${text(breakable(unbroken(value)))}]`;
    const align = data.columns.map((column) => (isNumeric(data, column) ? "right" : "left"));
    const header = data.columns
      .map(
        ({ label }, i) =>
          `table.cell(align: ${align[i]} + bottom, stroke: (bottom: 1pt + luma(30)))[#strong${cell(label)}]`,
      )
      .join(", ");
    const body = data.rows.map((row) =>
      data.columns
        .map((column) => {
          const value = row[column.key] ?? null;
          const link = cellLink(column, value);
          const shown = cell(cellText(column, value));
          return link ? `[#link(${literal(link.url)})${shown};]` : shown;
        })
        .join(", "),
    );
    // Fixed values: functions of a cell's place would take a fifth of a report's time.
    return `{
set text(size: ${layout.size}pt)
set par(leading: 0.5em)
table(
columns: (${layout.widths.map((width) => `${width.toFixed(2)}pt`).join(", ")},),
align: (${align.map((side) => `${side} + top`).join(", ")},),
inset: (x: ${cellInset}pt, y: 3.5pt),
stroke: (bottom: 0.5pt + luma(190)),
table.header(repeat: true, ${header}),
${body.join(",\n")}
)}`;
  }

  function table(block: Table): string {
    const number = outline.number("table");
    const data = onPage(block.data);
    const layout = tableLayout(data);
    if (data.columns.length === 0 || layout === null || data.rows.length > longestTable) {
      const size = `${data.rows.length} rows and ${data.columns.length} columns`;
      const where = links?.(block)?.csv === undefined ? "HTML report" : "CSV file";
      const instead = `This table of ${size} is too large for the page. It is in the ${where}.`;
      return [
        "#counter(figure.where(kind: table)).step();",
        `#strong[${text(`Table ${number}.`)}]; ${text(block.caption)}\n\n${text(instead)}`,
        sourceLine(block, `${block.scope} `),
      ].join("\n");
    }
    const notes = [
      data.rows.length === 0 ? "The table has no rows. " : "",
      hasNoValue(data) ? `A dash (${noValue}) stands for no value. ` : "",
    ].join("");
    const lines = [
      `#figure(kind: table, ${rows(data, layout)}, caption: [${text(block.caption)}]);`,
      sourceLine(block, `${notes}${block.scope} `),
    ];
    const frame = data.rows.length > longestWhole ? "parted" : "whole";
    const body = `#${frame}[\n${lines.join("\n")}\n];`;
    return layout.landscape ? `#page(flipped: true)[\n${body}\n];` : body;
  }

  const control = ({ label, value }: Control) => `#strong[${text(`${label}:`)}]; ${text(value)}`;

  return {
    text,
    block(block: Report["blocks"][number]): string {
      switch (block.kind) {
        case "figure":
          return figure(block);
        case "table":
          return table(block);
        case "prose":
          return nodesOf(proseNodes(block));
        case "control":
          return control(block);
      }
    },
  };
}

/**
 * A report as the source of one Typst document, pictures included. Text is only ever in string
 * literals, so nothing in it is markup. Pictures carry their alternative text; the data of a
 * figure are named, not printed; a table that is too large is left to its CSV file, and says so.
 * Throws an ExpectedError for prose that holds a construct which is not allowed.
 */
export function toTypst(report: Report, { date, covers, footer, links }: TypstOptions): string {
  const main = writer(covers, newOutline(), links);
  const end = writer(covers, newOutline(), links);
  const about = report.about.map(
    (sentence) => `#block(below: 0.7em, quiet[${main.text(sentence)}]);`,
  );
  return [
    template(report.title, covers, date),
    ...about,
    "#v(0.8em)",
    ...report.blocks.map((block) => main.block(block)),
    ...(footer
      ? ["#block(sticky: true, line(length: 100%, stroke: 0.5pt + luma(170)));", end.block(footer)]
      : []),
  ].join("\n\n");
}
