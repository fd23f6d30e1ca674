import { archive, xmlHead } from "./archive.js";
import { cellString, columnName, escapeXml, headerRow } from "./workbook.js";
import type { Sheet, SheetColumn, Value, Workbook } from "./workbook.js";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Places in the list of `cellXfs` below. */
const styles = {
  title: 1,
  line: 2,
  header: 3,
  text: 4,
  0: 5,
  2: 6,
  3: 7,
  date: 8,
  link: 9,
} as const;
const wrapped = '<alignment vertical="top" wrapText="1"/>';
const style = (font: number, format: number, alignment = wrapped) =>
  `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyFont="1" applyNumberFormat="1" applyAlignment="1">${alignment}</xf>`;

const font = (inside: string, size = 12) =>
  `<font>${inside}<sz val="${size}"/><name val="Arial"/><family val="2"/></font>`;

const stylesXml = `${xmlHead}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="0.000"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="4">${font("")}${font("<b/>", 16)}${font("<b/>")}${font("<u/>")}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="10">${[
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  style(1, 0, '<alignment vertical="top"/>'),
  style(0, 0, '<alignment vertical="top"/>'),
  style(2, 0),
  style(0, 0),
  style(0, 1),
  style(0, 2),
  style(0, 164),
  style(0, 165),
  style(3, 0),
].join(
  "",
)}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** Excel reads `_x0041_` as the character of that number, so that text which holds one is guarded. */
const text = (value: string) =>
  escapeXml(cellString(value).replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_"));

const textCell = (place: string, value: string, s: number) =>
  `<c r="${place}" s="${s}" t="inlineStr"><is><t xml:space="preserve">${text(value)}</t></is></c>`;

/** Days since the day that spreadsheets count from. */
const serial = (date: string) => Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000) + 25_569;

function cell(place: string, value: Value, { decimals }: SheetColumn): string {
  if (typeof value === "string") return textCell(place, value, styles.text);
  if (typeof value === "number")
    return `<c r="${place}" s="${styles[decimals]}"><v>${value}</v></c>`;
  if ("date" in value) return `<c r="${place}" s="${styles.date}"><v>${serial(value.date)}</v></c>`;
  return textCell(place, value.sheet, styles.link);
}

const lineWidth = 90;
const titleHeight = 24;

/** Room for the cell of a row that takes most lines, in points: not every program finds it out. */
function heightOf(cells: readonly (readonly [value: Value, width: number])[]): number {
  const lines = cells.map(([value, width]) =>
    // Words are not parted, so that a line holds less than its width.
    typeof value === "string" ? Math.ceil((1.15 * value.length) / width) : 1,
  );
  return Math.min(400, 17 * Math.max(1, ...lines));
}

function sheetXml(sheet: Sheet, isFirst: boolean): string {
  const { lines, table } = sheet;
  const top = headerRow(sheet);
  const row = (number: number, cells: string, height: number) =>
    `<row r="${number}" ht="${height}" customHeight="1">${cells}</row>`;
  // A sheet of lines alone is as wide as a page, and they are wrapped; above a table they run on.
  const lineStyle = table === null ? styles.text : styles.line;
  const above = lines.map((line, i) =>
    row(
      i + 1,
      textCell(`A${i + 1}`, line, i === 0 ? styles.title : lineStyle),
      i === 0 ? titleHeight : heightOf(table === null ? [[line, lineWidth]] : []),
    ),
  );
  const widths = table === null ? [lineWidth] : table.columns.map(({ width }) => width);
  const header = table?.columns.map(({ label }, i) =>
    textCell(`${columnName(i)}${top}`, label, styles.header),
  );
  const body = table?.rows.map((values, i) => {
    const at = top + 1 + i;
    return row(
      at,
      values.map((value, j) => cell(`${columnName(j)}${at}`, value, table.columns[j])).join(""),
      heightOf(values.map((value, j) => [value, table.columns[j].width])),
    );
  });
  const links = table?.rows.flatMap((values, i) =>
    values.flatMap((value, j) =>
      typeof value === "object" && "sheet" in value
        ? `<hyperlink ref="${columnName(j)}${top + 1 + i}" location="${escapeXml(`'${value.sheet}'!A1`)}"/>`
        : [],
    ),
  );
  return [
    `${xmlHead}<worksheet xmlns="${main}" xmlns:r="${office}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ""} workbookViewId="0"><selection activeCell="A1" sqref="A1"/></sheetView></sheetViews>`,
    `<cols>${widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join("")}</cols>`,
    `<sheetData>${above.join("")}${header ? row(top, header.join(""), heightOf(table!.columns.map(({ label, width }) => [label, width]))) : ""}${body?.join("") ?? ""}</sheetData>`,
    links && links.length > 0 ? `<hyperlinks>${links.join("")}</hyperlinks>` : "",
    // A4 on its side, all columns on one page.
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    table ? '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>' : "",
    "</worksheet>",
  ].join("");
}

function tableXml(sheet: Sheet, id: number): string {
  const { name, columns, rows } = sheet.table!;
  const top = headerRow(sheet);
  const range = `A${top}:${columnName(columns.length - 1)}${top + rows.length}`;
  const list = columns.map(({ label }, i) => `<tableColumn id="${i + 1}" name="${text(label)}"/>`);
  return `${xmlHead}<table xmlns="${main}" id="${id}" name="${name}" displayName="${name}" ref="${range}" totalsRowShown="0"><tableColumns count="${columns.length}">${list.join("")}</tableColumns><tableStyleInfo showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/></table>`;
}

/** A workbook as an XLSX file. The same workbook gives the same bytes. */
export function toXlsx({ title, date, sheets }: Workbook): Uint8Array {
  const numbered = sheets.map((sheet, i) => ({ sheet, at: i + 1 }));
  const tables = numbered.filter(({ sheet }) => sheet.table !== null);
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
  const related = (inside: string) =>
    `${xmlHead}<Relationships xmlns="${relations}">${inside}</Relationships>`;
  const override = (part: string, type: string) =>
    `<Override PartName="/${part}" ContentType="${type}"/>`;
  const core = "application/vnd.openxmlformats-package.core-properties+xml";
  return archive([
    [
      "[Content_Types].xml",
      `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
        override("xl/workbook.xml", `${types}.sheet.main+xml`),
        override("xl/styles.xml", `${types}.styles+xml`),
        override("docProps/core.xml", core),
        ...numbered.map(({ at }) =>
          override(`xl/worksheets/sheet${at}.xml`, `${types}.worksheet+xml`),
        ),
        ...tables.map(({ at }) => override(`xl/tables/table${at}.xml`, `${types}.table+xml`)),
      ].join("")}</Types>`,
    ],
    [
      "_rels/.rels",
      related(
        relation("rId1", `${office}/officeDocument`, "xl/workbook.xml") +
          relation("rId2", `${relations}/metadata/core-properties`, "docProps/core.xml"),
      ),
    ],
    [
      "docProps/core.xml",
      `${xmlHead}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${text(title)}</dc:title><dc:language>en-GB</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:created></cp:coreProperties>`,
    ],
    [
      "xl/workbook.xml",
      `${xmlHead}<workbook xmlns="${main}" xmlns:r="${office}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${numbered.map(({ sheet, at }) => `<sheet name="${escapeXml(sheet.name)}" sheetId="${at}" r:id="rId${at}"/>`).join("")}</sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      related(
        numbered
          .map(({ at }) => relation(`rId${at}`, `${office}/worksheet`, `worksheets/sheet${at}.xml`))
          .join("") + relation(`rId${sheets.length + 1}`, `${office}/styles`, "styles.xml"),
      ),
    ],
    ["xl/styles.xml", stylesXml],
    ...numbered.map(
      ({ sheet, at }) => [`xl/worksheets/sheet${at}.xml`, sheetXml(sheet, at === 1)] as const,
    ),
    ...tables.flatMap(({ sheet, at }) => [
      [
        `xl/worksheets/_rels/sheet${at}.xml.rels`,
        related(relation("rId1", `${office}/table`, `../tables/table${at}.xml`)),
      ] as const,
      [`xl/tables/table${at}.xml`, tableXml(sheet, at)] as const,
    ]),
  ]);
}
