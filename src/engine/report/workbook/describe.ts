import type { Block, Figure, Report, Rows, Table } from "../block.js";
import { fileNumber } from "../../../fileNumber.js";
import { inFile, sourceText } from "../cell.js";
import { visible } from "../visible.js";
import type { Sheet, SheetColumn, Value, Workbook } from "./workbook.js";

/** What stands in a cell that would be empty. */
export const unknown = "[x]";

/** A table or figure of a report on its way to a sheet. */
export interface SheetSpec {
  /** What its sheet is called, less what makes it unique. */
  readonly name: string;
  readonly title: string;
  /** What is counted or plotted. */
  readonly subtitle?: string;
  /** What must be known to read it; it goes among the notes. */
  readonly note: string;
  readonly source: string;
  readonly data: Rows;
}

const isBlock = (block: Block): block is Figure | Table =>
  block.kind === "figure" || block.kind === "table";

/** The figures and tables of a report. Formats of columns are left behind, so that JSON holds all. */
export function sheetSpecs(
  { id, blocks }: Pick<Report, "id" | "blocks">,
  inFiles: (data: Rows) => Rows = (data) => data,
): SheetSpec[] {
  return blocks.filter(isBlock).map((block) => {
    const isFigure = block.kind === "figure";
    return {
      name: `${id} ${block.id}`,
      title: isFigure ? block.title : block.caption,
      ...(isFigure && { subtitle: block.subtitle }),
      note: isFigure ? block.caption : block.scope,
      source: sourceText(block).replace(/\u00a0/g, " "),
      data: inFile(inFiles(block.data)),
    };
  });
}

/** A name that a sheet may have, and no other has: at most 31 letters, digits and underscores. */
function sheetName(wanted: string, taken: Set<string>): string {
  const plain = wanted.replace(/[^a-z0-9]+/gi, "_").replace(/^_+|_+$/g, "") || "sheet";
  for (let i = 1; ; i += 1) {
    const ending = i === 1 ? "" : `_${i}`;
    const name = plain.slice(0, 31 - ending.length) + ending;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

/** Labels of columns, each its own, as a table of a spreadsheet asks. */
function labelsOf(columns: Rows["columns"]): string[] {
  const taken = new Set<string>();
  return columns.map(({ label }) => {
    const plain = visible(label).replace(/\s+/g, " ").trim() || "Column";
    let [own, i] = [plain, 1];
    while (taken.has(own.toLowerCase())) own = `${plain} ${(i += 1)}`;
    taken.add(own.toLowerCase());
    return own;
  });
}

/** Room for the longest word and for most of a text, in characters. */
function widthOf(label: string, texts: readonly string[]): number {
  const longestWord = Math.max(...label.split(" ").map((word) => word.length + 2));
  const longest = Math.max(longestWord, ...texts.map((text) => text.length + 2));
  return Math.min(50, Math.max(12, longest));
}

function decimalsOf(values: readonly Value[]): SheetColumn["decimals"] {
  const numbers = values.filter((value) => typeof value === "number");
  if (numbers.every(Number.isInteger)) return 0;
  return numbers.every((value) => Math.abs(value) <= 1) ? 3 : 2;
}

/** A day, which a spreadsheet is to know as one; a month it would take for a day. */
const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);

function tableOf(name: string, { columns, rows }: Rows): Sheet["table"] {
  if (rows.length === 0) return null;
  const labels = labelsOf(columns);
  const valueOf = (row: Rows["rows"][number], { key, isDate }: Rows["columns"][number]): Value => {
    const value = row[key] ?? null;
    if (typeof value === "number") return fileNumber(value);
    if (value === null || value.trim() === "") return unknown;
    return isDate && isDay(value) ? { date: value } : visible(value);
  };
  const cells = rows.map((row) => columns.map((column) => valueOf(row, column)));
  return {
    name: `table_${name}`,
    rows: cells,
    columns: labels.map((label, i) => {
      const values = cells.map((row) => row[i]);
      const texts = values.filter((value) => typeof value === "string");
      return { label, decimals: decimalsOf(values), width: widthOf(label, texts) };
    }),
  };
}

const ofTexts = (
  name: string,
  columns: readonly (readonly [string, number])[],
  rows: Value[][],
) => ({
  name,
  columns: columns.map(([label, width]) => ({ label, width, decimals: 0 as const })),
  rows,
});

export interface WorkbookSpec {
  readonly title: string;
  readonly date: string;
  /** What the first sheet says below the title, a paragraph each. */
  readonly about: readonly string[];
  readonly sheets: readonly SheetSpec[];
}

/** A cover, the contents, the notes, and a sheet for each table: one table to a sheet. */
export function describeWorkbook({ title, date, about, sheets }: WorkbookSpec): Workbook {
  const taken = new Set(["cover", "contents", "notes"]);
  const notes = [...new Set(sheets.map(({ note }) => note))];
  const data = sheets.map((spec): Sheet & { readonly title: string } => {
    const name = sheetName(spec.name, taken);
    const table = tableOf(name, spec.data);
    const has = table?.rows.some((row) => row.includes(unknown));
    return {
      name,
      title: spec.title,
      lines: [
        `${visible(spec.title)} [note ${notes.indexOf(spec.note) + 1}]`,
        ...(spec.subtitle ? [visible(spec.subtitle)] : []),
        table === null
          ? "There is nothing to show: the table has no rows."
          : `This sheet has one table.${has ? ` ${unknown} stands for what is not known or not published.` : ""}`,
        visible(spec.source),
      ],
      table,
    };
  });
  const contents = data.map(({ name, title: of, table }): Value[] => [
    { sheet: name },
    visible(of),
    table?.rows.length ?? 0,
  ]);
  const first: Sheet[] = [
    { name: "Cover", lines: [title, ...about].map(visible), table: null },
    {
      name: "Contents",
      lines: ["Contents", "This sheet has one table: a row for each of the sheets that follow."],
      table: ofTexts(
        "contents",
        [
          ["Sheet", 36],
          ["What it holds", 80],
          ["Rows", 12],
        ],
        [[{ sheet: "Notes" }, "Notes, by the number that sheets give", notes.length], ...contents],
      ),
    },
    {
      name: "Notes",
      lines: ["Notes", "This sheet has one table: a row for each note."],
      table:
        notes.length === 0
          ? null
          : ofTexts(
              "notes",
              [
                ["Note", 12],
                ["What it says", 100],
              ],
              notes.map((note, i) => [`[note ${i + 1}]`, visible(note)]),
            ),
    },
  ];
  return {
    title: visible(title),
    date,
    sheets: [...first, ...data.map(({ name, lines, table }) => ({ name, lines, table }))],
  };
}
