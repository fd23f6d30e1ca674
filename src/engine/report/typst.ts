import type { Figure, Prose, Report, Rows, Table } from "./block.js";
import {
  asSentence,
  cellLink,
  cellText,
  hasNoValue,
  isNumeric,
  noValue,
  onPage,
  sourceText,
} from "./cell.js";
import { count } from "./format.js";
import { proseNodes } from "./markdown.js";
import { newOutline, type Outline } from "./outline.js";
import { apart, proseTypst } from "./proseTypst.js";
import { panelAlt } from "./svg.js";
import { svgTypst } from "./pictureTypst.js";
import { compact, template, usual, type Setting } from "./typstTemplate.js";
import { breakable, cellInset, formInset, tableLayout, unbroken } from "./typstTable.js";
import type { TableLayout } from "./typstTable.js";
import { broken, coveredText, literal } from "./typstText.js";
import type { Covers } from "./typstText.js";

export interface TypstOptions {
  /** The date in the document's metadata, `YYYY-MM-DD`: the data's, so that bytes repeat. */
  readonly date: string;
  /** Which characters the fonts can show. */
  readonly covers: Covers;
  readonly footer?: Prose;
  /** The addresses of a block's data, relative to the PDF. */
  readonly links?: (block: Figure | Table) => { readonly csv?: string } | undefined;
}

/** A table of a few hundred rows is printed whole; a longer one is left to its CSV file. */
const longestTable = 160;
/**
 * A table of more rows may go on over the next page, its header repeated: to see whether it fits it
 * would have to be laid out twice, which is the dearest part of a short report.
 */
const longestWhole = 20;
/**
 * An upright table of so many rows of one line each is shorter than a page, with a header and notes
 * of many lines too, and is kept whole without that.
 */
const longestKept = 26;
/** A figure leaves room for its title and caption, in points. */
const pictureWidth = 450;

const endsInHeading = (block: Report["blocks"][number] | undefined) =>
  block?.kind === "prose" && proseNodes(block).at(-1)?.type === "heading";

/** What stands beside a figure or a table. */
interface Neighbours {
  /** It stands right below a heading. */
  readonly isHeaded: boolean;
  /** What follows can fill the page where it has to move to the next. */
  readonly hasTextBelow: boolean;
}
const onItsOwn: Neighbours = { isHeaded: false, hasTextBelow: false };

/** Writes the blocks of one report; everything that is text goes through `text`. */
export function writer(
  covers: Covers,
  outline: Outline,
  setting: Setting,
  { links, within = "" }: Pick<TypstOptions, "links"> & { readonly within?: string } = {},
) {
  const text = (value: string) =>
    `#${literal(coveredText(broken(value.replace(/[ \t\r\n]+/g, " ")), covers))};`;

  const nodesOf = proseTypst({ text, covers, outline });

  function sourceLine(block: Figure | Table, before: string): string {
    const csv = links?.(block)?.csv;
    const data =
      csv === undefined
        ? ""
        : ` ${text("Data: ")}#link(${literal(csv)})[${text(csv)}];${text(".")}`;
    return `#source[${text(`${before}${sourceText(block)}`)}${data}];`;
  }

  /** Kept whole, and moved to where it fits; right below a heading it stays with that. */
  const floating = (id: string, sizes: string, lines: readonly string[], beside: Neighbours) =>
    beside.isHeaded
      ? `#whole[\n#let size = 1\n${lines.join("\n")}\n];`
      : `#floating("at_${within}${id}", ${sizes}, ${beside.hasTextBelow}, size => [\n${lines.join("\n")}\n]);`;

  function figure(block: Figure, beside: Neighbours): string {
    const number = outline.number("figure");
    const picture = (svg: string, i: number) =>
      svgTypst(svg, panelAlt(block.alt, i, block.svg.length), covers, {
        widest: pictureWidth,
        times: "size * ",
      });
    const pictures = block.svg.map(picture);
    const last = pictures.pop()!;
    const parts = [...pictures, `figure(${last}, caption: [${text(block.caption)}])`];
    const before = [
      `#heading(level: ${outline.finding()})[#numbered[Figure ${number}];${text(block.title)}];`,
      ...(block.detail === undefined ? [] : [`${text(block.detail)}\n`]),
      `#subtitle[${text(block.subtitle)}];`,
    ];
    return parts
      .map((part, i) => [
        ...(i === 0 ? before : []),
        `#${part};`,
        ...(i === parts.length - 1 ? [sourceLine(block, "")] : []),
      ])
      .map((lines, i) =>
        floating(`${block.id}_${i}`, "(1, 0.9, 0.8)", lines, i === 0 ? beside : onItsOwn),
      )
      .join("\n");
  }

  function rows(data: Rows, layout: TableLayout, isForm = false): string {
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
set par(leading: ${setting.cell.leading})
table(
columns: (${layout.widths.map((width, i) => (isForm && i === layout.widths.length - 1 ? "1fr" : `${width.toFixed(2)}pt`)).join(", ")},),
align: (${align.map((side) => `${side} + top`).join(", ")},),
inset: (x: ${cellInset}pt, top: ${isForm ? formInset : setting.cell.above}pt, bottom: ${isForm ? formInset : setting.cell.below}pt),
stroke: ${isForm ? "0.5pt + luma(120)" : "(rest: none, bottom: 0.5pt + luma(190))"},
table.header(repeat: true, ${header}),
${body.join(",\n")}
)}`;
  }

  function table(block: Table, beside: Neighbours): string {
    const number = outline.number("table");
    const data = onPage(block.data);
    const layout = tableLayout(data, setting.cell.sizes);
    if (data.columns.length === 0 || layout === null || data.rows.length > longestTable) {
      const size = `${count(data.rows.length, "row")} and ${count(data.columns.length, "column")}`;
      const where = links?.(block)?.csv === undefined ? "HTML report" : "CSV file";
      const instead = `This table of ${size} is too large for the page. It is in the ${where}.`;
      return [
        "#counter(figure.where(kind: table)).step();",
        `#strong[${text(`Table ${number}.`)}]; ${text(block.caption)}\n\n${text(instead)}`,
        sourceLine(block, `${asSentence(block.scope)} `),
      ].join("\n");
    }
    const notes = [
      data.rows.length === 0 ? "The table has no rows. " : "",
      hasNoValue(data) ? `A dash (${noValue}) stands for no value. ` : "",
    ].join("");
    const lines = [
      `#figure(kind: table, ${rows(data, layout, block.isForm)}, caption: [${text(block.caption)}]);`,
      sourceLine(block, `${notes}${asSentence(block.scope)} `),
    ];
    const { length } = data.rows;
    const isKept = length <= longestKept && layout.isOfLines && !layout.landscape;
    const isWhole = length <= longestWhole;
    const body =
      isWhole && !layout.landscape
        ? floating(block.id, "(1,)", lines, beside)
        : `#${isWhole ? "whole" : isKept ? "kept" : "parted"}[\n${lines.join("\n")}\n];`;
    return layout.landscape ? `#page(flipped: true)[\n${body}\n];` : body;
  }

  function prose(block: Prose): string {
    const nodes = proseNodes(block);
    if (block.as === "lead") return `#lead[${nodesOf(nodes.map(apart))}];`;
    const items = nodes.flatMap((node) =>
      node.type === "list" ? node.items.map((item) => item.map(apart)) : [],
    );
    return block.as === "tiles"
      ? `#tiles(${items.map((item) => `[${nodesOf(item)}]`).join(", ")});`
      : nodesOf(nodes);
  }

  return {
    text,
    block(block: Report["blocks"][number], beside: Neighbours = onItsOwn): string {
      switch (block.kind) {
        case "figure":
          return figure(block, beside);
        case "table":
          return table(block, beside);
        case "prose":
          return prose(block);
        case "content":
          return nodesOf(block.nodes);
        case "control":
          // Nothing can be chosen on paper; what is chosen at first is said where it matters.
          return block.onStatic === undefined ? "" : text(block.onStatic);
      }
    },
  };
}

/** What stands below a report's title, a part each. */
export function bodyTypst(
  { about, blocks }: Report,
  write: ReturnType<typeof writer>,
  setting: Setting,
): string[] {
  return [
    ...about.map((sentence) => `#block(below: ${setting.item}, quiet[${write.text(sentence)}]);`),
    "#v(0.8em)",
    ...blocks.map((one, i) =>
      write.block(one, {
        isHeaded: endsInHeading(blocks[i - 1]),
        hasTextBelow: blocks.slice(i + 1).find(({ kind }) => kind !== "control")?.kind === "prose",
      }),
    ),
  ];
}

/** What ends a document, below a line. */
export function footTypst(footer: Prose | undefined, covers: Covers, setting: Setting): string[] {
  if (footer === undefined) return [];
  const rule = "#block(sticky: true, line(length: 100%, stroke: 0.5pt + luma(170)));";
  return [rule, `#small[\n${writer(covers, newOutline(), setting).block(footer)}\n];`];
}

/**
 * A report as the source of one Typst document, pictures included. Text is only ever in string
 * literals, so nothing in it is markup. Pictures carry their alternative text; the data of a
 * figure are named, not printed; a table that is too large is left to its CSV file, and says so.
 * Throws an ExpectedError for prose that holds a construct which is not allowed.
 */
export function toTypst(report: Report, { date, covers, footer, links }: TypstOptions): string {
  const setting = report.isCompact ? compact : usual;
  const main = writer(covers, newOutline(report.title), setting, { links });
  return [
    template(report.title, covers, date, setting),
    ...bodyTypst(report, main, setting),
    ...footTypst(footer, covers, setting),
  ].join("\n\n");
}
