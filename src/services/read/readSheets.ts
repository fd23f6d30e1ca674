import { closeSync, createReadStream, readSync } from "node:fs";
import { parse } from "csv-parse";
import { reasonOf } from "../../disk/diskError.js";
import { openRegular } from "../../disk/readUpTo.js";
import { ExpectedError, messageOf } from "../../errors.js";
import { cellFormats, type CellFormat } from "./cellFormats.js";
import { odsRows } from "./odsRows.js";
import { longestCell, mostColumns, type RowSink } from "./spreadsheet.js";
import { xmlScanner } from "./xmlScanner.js";
import { sharedTexts, xlsxRows } from "./xlsxRows.js";
import { openArchive, type Archive } from "./zipFile.js";

const sheetsMime = "application/vnd.oasis.opendocument.spreadsheet";
/** Of a file as it lies on the disk, in bytes. */
const mostBytes = 2_000_000_000;

/** Of a row of CSV, in characters. */
const longestRow = 64 * longestCell;

/** Passes a part's bytes to a scanner. */
async function scan(archive: Archive, name: string, scanner: ReturnType<typeof xmlScanner>) {
  try {
    await archive.read(name, scanner.write);
    scanner.end();
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    throw new ExpectedError(error.problems.map((line) => `${name}: ${line}`));
  }
}

/** The attributes that elements of a small part have, by the element's name. */
async function elementsOf(archive: Archive, part: string, element: string, names: string[]) {
  const found: (string | null)[][] = [];
  const scanner = xmlScanner({
    wantsText: () => false,
    text: () => undefined,
    close: () => undefined,
    open: (tag) => {
      if (tag.name === element) found.push(names.map(tag.attribute));
    },
  });
  await scan(archive, part, scanner);
  return found;
}

async function readXlsx(archive: Archive, sink: RowSink): Promise<void> {
  const workbook = "xl/workbook.xml";
  const [properties] = await elementsOf(archive, workbook, "workbookPr", ["date1904"]);
  const daysFrom = /^(1|true)$/.test(properties?.[0] ?? "") ? 1904 : 1900;
  const sheets = await elementsOf(archive, workbook, "sheet", ["name", "id", "state"]);
  const links = await elementsOf(archive, "xl/_rels/workbook.xml.rels", "Relationship", [
    "Id",
    "Target",
  ]);
  const shared: string[] = [];
  if (archive.names.includes("xl/sharedStrings.xml"))
    await scan(archive, "xl/sharedStrings.xml", sharedTexts(shared));
  const formats: CellFormat[] = [];
  if (archive.names.includes("xl/styles.xml"))
    await scan(archive, "xl/styles.xml", cellFormats(formats));
  const read = new Set<string>();
  for (const [name, id, state] of sheets) {
    const target = links.find(([of]) => of === id)?.[1];
    if (!target) throw new ExpectedError(`${workbook}: expected the place of the sheet ${name}`);
    sink.sheet(name ?? "", /hidden$/i.test(state ?? ""));
    const part = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
    if (read.has(part))
      throw new ExpectedError(`${workbook}: expected a part of its own for each sheet: ${part}`);
    read.add(part);
    await scan(archive, part, xlsxRows(sink, { shared, formats, daysFrom }));
  }
}

async function readArchive(file: string, sink: RowSink): Promise<void> {
  const archive = await openArchive(file);
  try {
    if (archive.names.includes("xl/workbook.xml")) return await readXlsx(archive, sink);
    if (!archive.names.includes("content.xml"))
      throw new ExpectedError("expected an ODS or XLSX spreadsheet, or CSV: another archive");
    let mime = "";
    if (archive.names.includes("mimetype"))
      await archive.read(
        "mimetype",
        (piece) => (mime = (mime + piece.toString("latin1")).slice(0, 200)),
      );
    if (mime !== "" && mime.trim() !== sheetsMime)
      throw new ExpectedError(`expected an ODS spreadsheet: ${mime.trim()}`);
    await scan(archive, "content.xml", odsRows(sink));
  } finally {
    archive.close();
  }
}

/** What is wrong with a file as CSV: with the row where the parser says no more than its code. */
function csvProblem(error: unknown): string {
  const { code, lines } = error as { readonly code?: string; readonly lines?: number };
  if (code === "CSV_MAX_RECORD_SIZE")
    return `row ${lines}: expected at most ${longestRow} characters`;
  if (code === "CSV_QUOTE_NOT_CLOSED") return `row ${lines}: expected a quote that ends`;
  if (code === "INVALID_OPENING_QUOTE" || code === "CSV_INVALID_CLOSING_QUOTE")
    return `row ${lines}: expected quotes around a whole cell`;
  return messageOf(error);
}

async function readCsv(file: string, sink: RowSink): Promise<void> {
  const parser = createReadStream(file).pipe(
    parse({
      bom: true,
      info: true,
      relax_column_count: true,
      max_record_size: longestRow,
      skip_empty_lines: true,
    }),
  );
  sink.sheet("", false);
  try {
    for await (const { info, record } of parser as AsyncIterable<{
      readonly info: { readonly lines: number };
      readonly record: readonly string[];
    }>) {
      if (record.length > mostColumns)
        throw new ExpectedError(`row ${info.lines}: expected at most ${mostColumns} columns`);
      if (record.some((cell) => cell !== "")) sink.row(info.lines, record);
    }
  } catch (error) {
    if (error instanceof ExpectedError) throw error;
    throw new ExpectedError(`CSV: ${csvProblem(error)}`);
  }
}

/** The first bytes of a regular file. */
function headOf(file: string): Buffer {
  let opened: ReturnType<typeof openRegular>;
  try {
    opened = openRegular(file);
  } catch (error) {
    throw new ExpectedError(`cannot be read: ${reasonOf(error as NodeJS.ErrnoException)}`);
  }
  if ("problem" in opened) throw new ExpectedError(opened.problem);
  const { descriptor, size } = opened;
  try {
    if (size > mostBytes) throw new ExpectedError(`expected at most ${mostBytes} bytes: ${size}`);
    const head = Buffer.alloc(4);
    return head.subarray(0, readSync(descriptor, head, 0, 4, 0));
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Tells the rows of a spreadsheet, ODS, XLSX or CSV in UTF-8, by what the file holds and not by its
 * name. It is read as it comes: memory does not grow with the file, but for the texts that an XLSX
 * file's cells share. Throws an ExpectedError, without the file's name, for what cannot be read.
 */
export async function readSheets(file: string, sink: RowSink): Promise<void> {
  const head = headOf(file);
  if (head.length === 0) throw new ExpectedError("expected a spreadsheet: the file is empty");
  if (head.subarray(0, 2).toString("latin1") === "PK") return readArchive(file, sink);
  if (head[0] === 0xd0 && head[1] === 0xcf)
    throw new ExpectedError("expected ODS, XLSX or CSV: an older Excel file; save it as XLSX");
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff))
    throw new ExpectedError("CSV: expected UTF-8: UTF-16");
  // As a browser saves what a site says in place of a file.
  if (/^(?:\xef\xbb\xbf)?\s*</.test(head.toString("latin1")))
    throw new ExpectedError("expected ODS, XLSX or CSV: a web page or XML; save the file itself");
  return readCsv(file, sink);
}
