import { ExpectedError } from "../../errors.js";
import { shownNumber, type CellFormat } from "./cellFormats.js";
import { longestCell, mostColumns, mostRows, type RowSink } from "./spreadsheet.js";
import { xmlScanner } from "./xmlScanner.js";

/** Of all texts that a workbook's cells share, in characters. */
const mostShared = 200_000_000;

/** Collects the texts that cells of a workbook refer to by number, from its sharedStrings.xml. */
export function sharedTexts(texts: string[]): ReturnType<typeof xmlScanner> {
  let text = "";
  let [isText, phonetic, size] = [false, 0, 0];
  return xmlScanner({
    wantsText: () => isText && phonetic === 0,
    text: (more) => {
      text += more;
    },
    open: ({ name }) => {
      if (name === "si") text = "";
      else if (name === "t") isText = true;
      else if (name === "rPh") phonetic += 1;
    },
    close: (name) => {
      if (name === "t") isText = false;
      else if (name === "rPh") phonetic -= 1;
      if (name !== "si") return;
      size += text.length + 16;
      if (size > mostShared)
        throw new ExpectedError(`expected at most ${mostShared} characters of shared text`);
      texts.push(text);
    },
  });
}

/** The column, from 0, of a cell's reference such as AB12. */
function columnOf(reference: string): number {
  let column = 0;
  let i = 0;
  for (; i < reference.length && reference.charCodeAt(i) > 64; i++)
    column = column * 26 + reference.charCodeAt(i) - 64;
  if (i === 0 || column > mostColumns)
    throw new ExpectedError(`expected a cell's reference such as A1: ${reference.slice(0, 20)}`);
  return column - 1;
}

/** Characters that XML cannot hold stand in a text by their number: _x000D_. */
const unescaped = (text: string) =>
  text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
        String.fromCharCode(parseInt(hex, 16)),
      )
    : text;

/** What the cells of a workbook refer to. */
export interface WorkbookParts {
  readonly shared: readonly string[];
  /** Of each style. */
  readonly formats: readonly CellFormat[];
  /** The year from which days are counted. */
  readonly daysFrom: 1900 | 1904;
}

/**
 * Tells the rows of one sheet of a workbook, a number as its cell shows it. A formula gives the value
 * that was last computed; where a file has none it is told as a formula, which begins with "=".
 */
export function xlsxRows(
  sink: RowSink,
  { shared, formats, daysFrom }: WorkbookParts,
): ReturnType<typeof xmlScanner> {
  let [line, next, column] = [0, 0, 0];
  let cells: string[] = [];
  let type: string | null = null;
  let style: string | null = null;
  let [isValue, isWanted, isFormula, hasValue] = [false, false, false, false];
  let phonetic = 0;
  let text = "";
  const endCell = () => {
    if (isWanted && isFormula && !hasValue) text = "=";
    if (!isWanted || text === "") return;
    let value = text;
    if (type === "s") {
      const known = /^\d{1,9}$/.test(text) ? shared[Number(text)] : undefined;
      if (known === undefined)
        throw new ExpectedError(`row ${line}: expected the number of a shared text: ${text}`);
      value = unescaped(known);
    } else if (type === "b") value = text === "1" ? "TRUE" : "FALSE";
    else if (type === "d") value = text.slice(0, 10);
    else if (type === null || type === "n") {
      const format = formats[Number(style ?? "0")] ?? { kind: "number" };
      try {
        value = shownNumber(text, format, daysFrom);
      } catch (error) {
        if (!(error instanceof ExpectedError)) throw error;
        throw new ExpectedError(`row ${line}: ${error.message}`);
      }
    } else if (type !== "e") value = unescaped(text);
    if (value.length > longestCell)
      throw new ExpectedError(`row ${line}: expected at most ${longestCell} characters in a cell`);
    while (cells.length < column) cells.push("");
    cells.push(value);
  };
  return xmlScanner({
    wantsText: () => isValue && isWanted && phonetic === 0,
    text: (more) => {
      text += more;
    },
    open: (tag) => {
      const { name } = tag;
      if (name === "c") {
        const reference = tag.attribute("r");
        column = reference === null ? next : columnOf(reference);
        if (column < next)
          throw new ExpectedError(`row ${line}: expected cells from left to right: ${reference}`);
        next = column + 1;
        if (next > mostColumns)
          throw new ExpectedError(`row ${line}: expected at most ${mostColumns} columns`);
        type = tag.attribute("t");
        style = tag.attribute("s");
        [isFormula, hasValue] = [false, false];
        isWanted = sink.wants(column);
        text = "";
      } else if (name === "v" || name === "t") [isValue, hasValue] = [true, true];
      else if (name === "f") isFormula = true;
      else if (name === "rPh") phonetic += 1;
      else if (name === "row") {
        const given = tag.attribute("r");
        const row = given === null ? line + 1 : Number(given);
        if (!Number.isInteger(row) || row <= line || row > mostRows)
          throw new ExpectedError(`expected a row from ${line + 1} to ${mostRows}: ${given}`);
        [line, next, cells] = [row, 0, []];
      }
    },
    close: (name) => {
      if (name === "v" || name === "t") isValue = false;
      else if (name === "rPh") phonetic -= 1;
      else if (name === "c") endCell();
      else if (name === "row" && cells.some((cell) => cell !== "")) sink.row(line, cells);
    },
  });
}
