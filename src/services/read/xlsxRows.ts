import { ExpectedError } from "../../errors.js";
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

/** Tells the rows of one sheet of a workbook. A number stays as it is written, a date too: as days. */
export function xlsxRows(sink: RowSink, shared: readonly string[]): ReturnType<typeof xmlScanner> {
  let [line, next, column] = [0, 0, 0];
  let cells: string[] = [];
  let type: string | null = null;
  let [isValue, isWanted] = [false, false];
  let text = "";
  const endCell = () => {
    if (!isWanted || text === "") return;
    let value = text;
    if (type === "s") {
      const known = /^\d{1,9}$/.test(text) ? shared[Number(text)] : undefined;
      if (known === undefined)
        throw new ExpectedError(`row ${line}: expected the number of a shared text: ${text}`);
      value = known;
    }
    if (value.length > longestCell)
      throw new ExpectedError(`row ${line}: expected at most ${longestCell} characters in a cell`);
    while (cells.length < column) cells.push("");
    cells.push(value);
  };
  return xmlScanner({
    wantsText: () => isValue && isWanted,
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
        isWanted = sink.wants(column);
        text = "";
      } else if (name === "v" || name === "t") isValue = true;
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
      else if (name === "c") endCell();
      else if (name === "row" && cells.some((cell) => cell !== "")) sink.row(line, cells);
    },
  });
}
