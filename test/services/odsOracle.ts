import { SaxesParser } from "saxes";
import { odsRows } from "../../src/services/read/odsRows.js";

export type Rows = [sheet: string, line: number, cells: string[]][];

/** What the scanner tells of a content.xml that comes in pieces of so many bytes. */
export function scanned(xml: string, piece = 64): Rows {
  const rows: Rows = [];
  let sheet = "";
  const { write, end } = odsRows({
    sheet: (name) => (sheet = name),
    row: (line, cells) => rows.push([sheet, line, [...cells]]),
    wants: () => true,
  });
  const bytes = Buffer.from(xml);
  for (let i = 0; i < bytes.length; i += piece) write(Buffer.from(bytes.subarray(i, i + piece)));
  end();
  return rows;
}

const urns = {
  office: "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
  table: "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
  text: "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
};

/** The same by a slow way: a parser of XML that knows namespaces, and a cell a time. */
export function byOracle(xml: string): Rows {
  const rows: Rows = [];
  const parser = new SaxesParser({ xmlns: true });
  let [sheet, line] = ["", 0];
  let cells: string[] = [];
  let text: string[] | null = null;
  let [rowTimes, cellTimes, inP, inNote] = [1, 1, 0, 0];
  let date: string | null = null;
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ uri, local, attributes }) => {
    const of = (space: string, name: string) =>
      Object.values(attributes).find((one) => one.uri === space && one.local === name)?.value;
    if (uri === urns.table && local === "table") [sheet, line] = [of(urns.table, "name") ?? "", 0];
    if (uri === urns.table && local === "table-row")
      [cells, rowTimes] = [[], Number(of(urns.table, "number-rows-repeated") ?? 1)];
    if (uri === urns.table && /^(covered-)?table-cell$/.test(local)) {
      text = [];
      cellTimes = Number(of(urns.table, "number-columns-repeated") ?? 1);
      date = of(urns.office, "date-value") ?? null;
    }
    if (uri === urns.office && local === "annotation") inNote += 1;
    if (inNote > 0 || text === null) return;
    if (uri === urns.text && local === "p") {
      text.push("");
      inP += 1;
    }
    if (inP === 0) return;
    const add = (more: string) => (text![text!.length - 1] += more);
    if (uri === urns.text && local === "s") add(" ".repeat(Number(of(urns.text, "c") ?? 1)));
    if (uri === urns.text && local === "tab") add("\t");
    if (uri === urns.text && local === "line-break") add("\n");
  });
  const onText = (more: string) => {
    if (inP > 0 && inNote === 0) text![text!.length - 1] += more;
  };
  parser.on("text", onText);
  parser.on("cdata", onText);
  parser.on("closetag", ({ uri, local }) => {
    if (uri === urns.office && local === "annotation") inNote -= 1;
    if (uri === urns.text && local === "p" && inNote === 0) inP = 0;
    if (uri === urns.table && /^(covered-)?table-cell$/.test(local)) {
      const value = date === null ? text!.join("\n") : date.slice(0, 10);
      for (let i = 0; i < cellTimes && cells.length < 60; i++) cells.push(value);
      text = null;
    }
    if (uri !== urns.table || local !== "table-row") return;
    while (cells.length > 0 && cells[cells.length - 1] === "") cells.pop();
    if (cells.length === 0) line += rowTimes;
    else for (let i = 0; i < rowTimes; i++) rows.push([sheet, ++line, [...cells]]);
  });
  parser.write(xml).close();
  return rows;
}
