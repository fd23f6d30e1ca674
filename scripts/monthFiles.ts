/**
 * Writes a made-up month as CQC publishes it, seeded, in the shapes that its files have had:
 *
 *   npx tsx scripts/monthFiles.ts --format ods --out month.ods     320,000 rows, over 1 GB of XML
 *   npx tsx scripts/monthFiles.ts --format xlsx --rows 60000 --out month.xlsx
 *   npx tsx scripts/monthFiles.ts --format csv --out month.csv
 *
 * Every value is made up, those that Ninefold does not keep too.
 */
import * as fs from "node:fs";
import { finished } from "node:stream/promises";
import { parseArgs } from "node:util";
import { crc32, createDeflateRaw } from "node:zlib";
import { readDataset } from "../src/councils/data/readDataset.js";
import { domains, outcomes, type ServiceRating } from "../src/services/serviceRating.js";
import { madeUpMonths } from "./madeUpMonths.js";

/** The 28 columns since 2020, in order. */
const header =
  "Location ID|Location ODS Code|Location Name|Care Home?|Location Type|Location Primary Inspection Category|Location Street Address|Location Address Line 2|Location City|Location Post Code|Location Local Authority|Location Region|Location NHS Region|Location ONSPD CCG Code|Location ONSPD CCG|Location Commissioning CCG Code|Location Commissioning CCG Name|Service / Population Group|Domain|Latest Rating|Publication Date|Report Type|Inherited Rating (Y/N)|URL|Provider ID|Provider Name|Brand ID|Brand Name".split(
    "|",
  );
const sheetColumns = 16_384;

const title = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The rows of a rating: one a domain. */
function* rowsOf(
  { location, group, isCareHome, codes, days }: ServiceRating,
  council: string,
  type: string,
): Generator<string[]> {
  const id = location.slice(2);
  for (const [i, code] of codes.entries()) {
    if (code === null) continue;
    const day = String(days[i]);
    yield [
      location,
      `V${id.slice(-4)}`,
      `Made-up service number ${id}`,
      isCareHome ? "Y" : "N",
      type,
      isCareHome ? "Residential social care" : "Community based adult social care services",
      `${id.slice(-3)} Made-up Street`,
      "",
      council,
      `AB${id.slice(-2)} 1CD`,
      council,
      "Made-up region",
      "Made-up NHS region",
      "E38000000",
      "NHS Made-up and District CCG",
      "",
      "",
      group,
      title(domains[i]),
      outcomes[code],
      days[i] === 0 ? "" : `${day.slice(6)}/${day.slice(4, 6)}/${day.slice(0, 4)}`,
      "Location",
      "N",
      `http://www.cqc.org.uk/location/${location}`,
      `1-${Number(id) + 11}`,
      `Made-up provider of service ${id}`,
      "-",
      "-",
    ];
  }
}

/** So many rows of a month, of which a third are of other sectors. */
function* monthRows(rows: number, seed: number): Generator<string[]> {
  const { councils } = readDataset();
  const nameOf = new Map(councils.map(({ gssCode, name }) => [gssCode, name]));
  const [month] = madeUpMonths([...nameOf.keys()], {
    // Some nine rows a location, in two groups where it is rated under the newest framework.
    locations: Math.ceil(rows / 7),
    months: 1,
    seed,
  });
  let told = 0;
  for (const [i, rating] of month.ratings.entries())
    for (const row of rowsOf(
      rating,
      nameOf.get(rating.gss_code)!,
      i % 3 === 2 ? "Primary Medical Services" : "Social Care Org",
    )) {
      if (told++ >= rows) return;
      yield row;
    }
}

const escape = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** A part of a zip archive as it is written: its bytes go through `write`. */
async function zipped(
  file: string,
  parts: readonly (readonly [name: string, text: () => Iterable<string>])[],
): Promise<number> {
  const handle = fs.openSync(file, "w");
  const central: Buffer[] = [];
  let at = 0;
  let unpacked = 0;
  const put = (bytes: Buffer, place = at) => {
    fs.writeSync(handle, bytes, 0, bytes.length, place);
    if (place === at) at += bytes.length;
  };
  for (const [name, text] of parts) {
    const start = at;
    const [sizes, label] = [Buffer.alloc(26), Buffer.from(name)];
    put(Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), sizes, label]));
    const deflate = createDeflateRaw({ level: 6 });
    let [size, sum, packed] = [0, 0, 0];
    deflate.on("data", (piece: Buffer) => {
      packed += piece.length;
      put(piece);
    });
    let waiting = "";
    const flush = async () => {
      const bytes = Buffer.from(waiting);
      waiting = "";
      size += bytes.length;
      sum = crc32(bytes, sum);
      if (!deflate.write(bytes)) await new Promise((done) => deflate.once("drain", done));
    };
    for (const one of text()) {
      waiting += one;
      if (waiting.length > 1_000_000) await flush();
    }
    await flush();
    deflate.end();
    await finished(deflate);
    sizes.writeUInt16LE(20, 0);
    sizes.writeUInt16LE(8, 4);
    sizes.writeUInt32LE(sum, 10);
    sizes.writeUInt32LE(packed, 14);
    sizes.writeUInt32LE(size, 18);
    sizes.writeUInt16LE(label.length, 22);
    put(sizes, start + 4);
    const [from, tail] = [Buffer.from("PK\x01\x02\x14\x00", "latin1"), Buffer.alloc(14)];
    tail.writeUInt32LE(start, 10);
    central.push(Buffer.concat([from, sizes, tail, label]));
    unpacked += size;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  put(directory);
  put(end);
  fs.closeSync(handle);
  return unpacked;
}

const odsNames =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"';

/** As Excel writes ODS: a style in each cell, and each row padded to the sheet's width. */
function odsRow(cells: readonly string[]): string {
  const told = cells.map((cell, i) =>
    cell === ""
      ? `<table:table-cell table:style-name="ce${i + 1}"/>`
      : `<table:table-cell office:value-type="string" table:style-name="ce${i + 1}"><text:p>${escape(cell)}</text:p></table:table-cell>`,
  );
  return `<table:table-row table:style-name="ro1">${told.join("")}<table:table-cell table:number-columns-repeated="${sheetColumns - cells.length}"/></table:table-row>`;
}

function* ods(rows: () => Iterable<string[]>): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${odsNames}><office:body><office:spreadsheet>`;
  yield `<table:table table:name="README">${odsRow(["Latest ratings, made up"])}</table:table>`;
  yield `<table:table table:name="Locations">${odsRow(header)}`;
  for (const row of rows()) yield odsRow(row);
  yield `</table:table><table:table table:name="Providers">${odsRow(["Provider ID", "Provider Name"])}</table:table>`;
  yield "</office:spreadsheet></office:body></office:document-content>";
}

const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : "") +
  String.fromCharCode(65 + (column % 26));

/** As Excel writes XLSX: texts in a part of their own, by number, and each cell with its address. */
function xlsxParts(rows: () => Iterable<string[]>): [string, () => Iterable<string>][] {
  const shared = new Map<string, number>();
  const placeOf = (text: string) => {
    const place = shared.get(text) ?? shared.size;
    shared.set(text, place);
    return place;
  };
  const row = (cells: readonly string[], line: number) =>
    `<row r="${line}" spans="1:28">${cells
      .map((cell, i) =>
        cell === "" ? "" : `<c r="${letters(i)}${line}" t="s"><v>${placeOf(cell)}</v></c>`,
      )
      .join("")}</row>`;
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  return [
    [
      "xl/workbook.xml",
      () => [
        `${head}<workbook ${main} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Locations" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ],
    ],
    [
      "xl/_rels/workbook.xml.rels",
      () => [
        `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
      ],
    ],
    [
      "xl/worksheets/sheet1.xml",
      function* () {
        yield `${head}<worksheet ${main}><sheetData>${row(header, 1)}`;
        let line = 1;
        for (const cells of rows()) yield row(cells, ++line);
        yield "</sheetData></worksheet>";
      },
    ],
    [
      "xl/sharedStrings.xml",
      function* () {
        yield `${head}<sst ${main}>`;
        for (const text of shared.keys()) yield `<si><t>${escape(text)}</t></si>`;
        yield "</sst>";
      },
    ],
  ];
}

const csvLine = (cells: readonly string[]) =>
  `${cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")}\n`;

/** Writes a month and gives how many bytes it is when it is unpacked. */
export async function writeMonthFile(
  file: string,
  { format, rows, seed = 1 }: { format: string; rows: number; seed?: number },
): Promise<number> {
  const all = () => monthRows(rows, seed);
  if (format === "ods")
    return zipped(file, [
      ["mimetype", () => ["application/vnd.oasis.opendocument.spreadsheet"]],
      ["content.xml", () => ods(all)],
    ]);
  if (format === "xlsx") return zipped(file, xlsxParts(all));
  if (format !== "csv") throw new Error(`--format: expected ods, xlsx or csv: ${format}`);
  const handle = fs.openSync(file, "w");
  fs.writeSync(handle, csvLine(header));
  for (const row of all()) fs.writeSync(handle, csvLine(row));
  fs.closeSync(handle);
  return fs.statSync(file).size;
}

if (process.argv[1]?.endsWith("monthFiles.ts")) {
  const { values } = parseArgs({
    options: {
      format: { type: "string", default: "ods" },
      rows: { type: "string", default: "320000" },
      seed: { type: "string", default: "1" },
      out: { type: "string" },
    },
  });
  if (values.out === undefined) throw new Error("--out: expected a file");
  const rows = Number(values.rows);
  if (!Number.isInteger(rows) || rows < 1)
    throw new Error(`--rows: expected a whole number: ${values.rows}`);
  const bytes = await writeMonthFile(values.out, {
    format: values.format,
    rows,
    seed: Number(values.seed),
  });
  console.log(`${values.out}: ${rows} rows, ${bytes} bytes unpacked`);
}
