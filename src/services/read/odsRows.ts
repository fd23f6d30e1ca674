import { ExpectedError } from "../../errors.js";
import { longestCell, mostColumns, mostRows, type RowSink } from "./spreadsheet.js";
import { xmlScanner } from "./xmlScanner.js";

/** A count of repeats, 1 where none is given. */
function repeats(text: string | null, most: number): number {
  if (text === null) return 1;
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > most)
    throw new ExpectedError(`expected a number of repeats from 1 to ${most}: ${text.slice(0, 40)}`);
  return count;
}

/**
 * Tells the rows of an OpenDocument spreadsheet's content.xml: its text as it is shown, a date as
 * `YYYY-MM-DD` whatever it is shown as. Repeated cells and rows are told as often as they stand;
 * notes on cells are left out.
 */
export function odsRows(sink: RowSink): ReturnType<typeof xmlScanner> {
  let tables = 0;
  let [line, rowRepeats] = [0, 1];
  let cells: string[] = [];
  let [column, cellRepeats, filled] = [0, 1, 0];
  let isInCell = false;
  let isWanted = false;
  let isDated = false;
  let paragraphs = 0;
  let [isInParagraph, annotations] = [false, 0];
  let text = "";
  // Styles by which a table is not shown, and the style that is being read.
  const hidden = new Set<string>();
  let style = "";

  const endCell = () => {
    isInCell = false;
    const value = isWanted ? text : "";
    if (column + cellRepeats > mostColumns)
      throw new ExpectedError(`row ${line + 1}: expected at most ${mostColumns} columns`);
    if (value.length > longestCell)
      throw new ExpectedError(
        `row ${line + 1}, column ${column + 1}: expected at most ${longestCell} characters`,
      );
    if (value !== "") {
      while (cells.length < column) cells.push("");
      for (let i = 0; i < cellRepeats; i++) cells.push(value);
      filled += 1;
    }
    column += cellRepeats;
  };
  const endRow = () => {
    for (let i = 0; i < rowRepeats; i++) {
      line += 1;
      // Blank rows are often repeated to the end of the sheet.
      if (filled === 0) {
        line += rowRepeats - 1;
        break;
      }
      if (line > mostRows)
        throw new ExpectedError(`row ${line}: expected at most ${mostRows} rows`);
      sink.row(line, cells);
    }
  };

  return xmlScanner({
    wantsText: () => isInParagraph && isWanted && !isDated && annotations === 0,
    text: (more) => {
      text += more;
    },
    open: (tag) => {
      const { name } = tag;
      if (name === "table-cell" || name === "covered-table-cell") {
        if (tables !== 1) return;
        isInCell = true;
        text = "";
        paragraphs = 0;
        cellRepeats = repeats(tag.attribute("number-columns-repeated"), mostColumns);
        isWanted = sink.wants(column);
        const date = isWanted ? tag.attribute("date-value") : null;
        isDated = date !== null;
        if (date !== null) text = date.slice(0, 10);
      } else if (name === "p") {
        if (!isInCell || annotations > 0) return;
        isInParagraph = true;
        if (paragraphs > 0 && isWanted && !isDated) text += "\n";
        paragraphs += 1;
      } else if (name === "table-row") {
        if (tables !== 1) return;
        rowRepeats = repeats(tag.attribute("number-rows-repeated"), mostRows);
        [cells, column, filled] = [[], 0, 0];
      } else if (name === "table") {
        tables += 1;
        if (tables !== 1) return;
        line = 0;
        sink.sheet(tag.attribute("name") ?? "", hidden.has(tag.attribute("style-name") ?? ""));
      } else if (name === "style") style = tag.attribute("name") ?? "";
      else if (name === "table-properties") {
        if (tag.attribute("display") === "false") hidden.add(style);
      } else if (name === "annotation") annotations += 1;
      else if (isInParagraph && isWanted && !isDated && annotations === 0) {
        if (name === "s") text += " ".repeat(repeats(tag.attribute("c"), longestCell));
        else if (name === "tab") text += "\t";
        else if (name === "line-break") text += "\n";
      }
    },
    close: (name) => {
      if (name === "table-cell" || name === "covered-table-cell") {
        if (tables === 1) endCell();
      } else if (name === "p") {
        if (annotations === 0) isInParagraph = false;
      } else if (name === "table-row") {
        if (tables === 1) endRow();
      } else if (name === "table") tables -= 1;
      else if (name === "annotation") annotations -= 1;
    },
  });
}
