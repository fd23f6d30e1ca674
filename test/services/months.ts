import { strToU8, zipSync } from "fflate";

/** Made-up files of ratings, as CQC's monthly file has them. */

export const header = [
  "Location ID",
  "Location Name",
  "Care Home?",
  "Location Type",
  "Location Local Authority",
  "Service / Population Group",
  "Domain",
  "Latest Rating",
  "Publication Date",
];

/** A row of a location: what differs from a care home rated Good as a whole in Camden. */
export function row(of: Readonly<Record<string, string>> = {}): string[] {
  const usual: Readonly<Record<string, string>> = {
    "Location ID": "1-100000001",
    "Location Name": "A name that is left out",
    "Care Home?": "Y",
    "Location Type": "Social Care Org",
    "Location Local Authority": "Camden",
    "Service / Population Group": "Overall",
    Domain: "Overall",
    "Latest Rating": "Good",
    "Publication Date": "25/03/2024",
  };
  return header.map((name) => of[name] ?? usual[name]);
}

export const csvOf = (rows: readonly (readonly string[])[]) =>
  rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\n");

const escape = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

export const odsHead =
  '<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>';
export const odsFoot = "</office:spreadsheet></office:body></office:document-content>";

export const odsRow = (cells: readonly string[]) =>
  `<table:table-row>${cells
    .map((cell) =>
      cell === ""
        ? "<table:table-cell/>"
        : `<table:table-cell office:value-type="string"><text:p>${escape(cell)}</text:p></table:table-cell>`,
    )
    .join("")}<table:table-cell table:number-columns-repeated="16300"/></table:table-row>`;
export const odsTable = (name: string, rows: string) =>
  `<table:table table:name="${name}">${rows}<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`;

/** An ODS file around the tables of its content.xml. */
export function odsOf(tables: string): Uint8Array {
  return zipSync({
    mimetype: [strToU8("application/vnd.oasis.opendocument.spreadsheet"), { level: 0 }],
    "content.xml": strToU8(odsHead + tables + odsFoot),
  });
}

const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : "") +
  String.fromCharCode(65 + (column % 26));

/** An XLSX file of one sheet, its texts shared. */
export function xlsxOf(rows: readonly (readonly string[])[]): Uint8Array {
  const shared = [...new Set(rows.flat())];
  const cell = (text: string, r: number, c: number) =>
    text === "" ? "" : `<c r="${letters(c)}${r + 1}" t="s"><v>${shared.indexOf(text)}</v></c>`;
  const body = rows.map(
    (cells, r) => `<row r="${r + 1}">${cells.map((text, c) => cell(text, r, c)).join("")}</row>`,
  );
  const part = (text: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${text}`);
  return zipSync({
    "[Content_Types].xml": part("<Types/>"),
    "xl/workbook.xml": part(
      '<workbook xmlns:r="r"><workbookPr/><sheets><sheet name="Locations" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    "xl/_rels/workbook.xml.rels": part(
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    "xl/sharedStrings.xml": part(
      `<sst>${shared.map((text) => `<si><t>${escape(text)}</t></si>`).join("")}</sst>`,
    ),
    "xl/worksheets/sheet1.xml": part(
      `<worksheet><sheetData>${body.join("")}</sheetData></worksheet>`,
    ),
  });
}
