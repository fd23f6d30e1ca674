import { archive, xmlHead } from "./archive.js";
import { cellString, columnName, escapeXml, headerRow } from "./workbook.js";
import type { Sheet, SheetColumn, Value, Workbook } from "./workbook.js";

const type = "application/vnd.oasis.opendocument.spreadsheet";
const namespaces = [
  ...["office", "table", "text", "style", "meta", "config"].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  ),
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"',
  'office:version="1.3"',
].join(" ");
const document = (name: string, inside: string) =>
  `${xmlHead}<office:${name} ${namespaces}>${inside}</office:${name}>`;

const cellStyle = (name: string, inside: string, { wrap = true, data = "" } = {}) =>
  `<style:style style:name="${name}" style:family="table-cell" style:parent-style-name="Default"${data && ` style:data-style-name="${data}"`}><style:table-cell-properties${wrap ? ' fo:wrap-option="wrap"' : ""} style:vertical-align="top"/>${inside}</style:style>`;
const decimal = (places: number) =>
  `<number:number-style style:name="n${places}"><number:number number:decimal-places="${places}" number:min-decimal-places="${places}" number:min-integer-digits="1"/></number:number-style>`;
const bold = '<style:text-properties fo:font-weight="bold"/>';

const cellStyles = [
  ...[0, 2, 3].map(decimal),
  '<number:date-style style:name="day"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>',
  cellStyle("title", '<style:text-properties fo:font-weight="bold" fo:font-size="16pt"/>', {
    wrap: false,
  }),
  cellStyle("line", "", { wrap: false }),
  cellStyle("header", bold),
  cellStyle("words", ""),
  ...[0, 2, 3].map((places) => cellStyle(`number${places}`, "", { data: `n${places}` })),
  cellStyle("date", "", { data: "day" }),
  '<style:style style:name="sheet" style:family="table" style:master-page-name="Default"/>',
  '<style:style style:name="row" style:family="table-row"><style:table-row-properties style:use-optimal-row-height="true"/></style:style>',
].join("");

const defaultStyle =
  '<style:style style:name="Default" style:family="table-cell"><style:text-properties style:font-name="Arial" fo:font-family="Arial" style:font-family-generic="swiss" fo:font-size="12pt" fo:language="en" fo:country="GB"/></style:style>';

/** A4 on its side, all columns on one page. */
const pageLayout =
  '<style:page-layout style:name="page"><style:page-layout-properties fo:page-width="297mm" fo:page-height="210mm" style:print-orientation="landscape" style:scale-to-X="1" style:scale-to-Y="0"/></style:page-layout>';

const stylesXml = document(
  "document-styles",
  `<office:styles>${defaultStyle}</office:styles><office:automatic-styles>${pageLayout}</office:automatic-styles><office:master-styles><style:master-page style:name="Default" style:page-layout-name="page"/></office:master-styles>`,
);

const paragraphs = (text: string) =>
  cellString(text)
    .split(/\r?\n/)
    .map((line) => {
      // Runs of spaces would be read as one.
      const held = escapeXml(line)
        .replace(/\t/g, "<text:tab/>")
        .replace(/ {2,}|^ | $/g, (run) => `<text:s text:c="${run.length}"/>`);
      return `<text:p>${held}</text:p>`;
    })
    .join("");

const textCell = (text: string, style: string) =>
  `<table:table-cell table:style-name="${style}" office:value-type="string">${paragraphs(text)}</table:table-cell>`;

function cell(value: Value, { decimals }: SheetColumn): string {
  if (typeof value === "string") return textCell(value, "words");
  if (typeof value === "number")
    return `<table:table-cell table:style-name="number${decimals}" office:value-type="float" office:value="${value}"><text:p>${value.toFixed(decimals)}</text:p></table:table-cell>`;
  if ("date" in value)
    return `<table:table-cell table:style-name="date" office:value-type="date" office:date-value="${value.date}"><text:p>${value.date}</text:p></table:table-cell>`;
  const name = escapeXml(value.sheet);
  return `<table:table-cell table:style-name="words" office:value-type="string"><text:p><text:a xlink:type="simple" xlink:href="#${name}.A1">${name}</text:a></text:p></table:table-cell>`;
}

const row = (cells: string) => `<table:table-row table:style-name="row">${cells}</table:table-row>`;
/** Millimetres to a character of 12 points. */
const widthName = (width: number) => `w${width}`;

function sheetXml({ name, lines, table }: Sheet): string {
  const lineStyle = table === null ? "words" : "line";
  const above = lines.map((line, i) => row(textCell(line, i === 0 ? "title" : lineStyle)));
  const widths = table === null ? [90] : table.columns.map(({ width }) => width);
  const columns = widths.map(
    (width) =>
      `<table:table-column table:style-name="${widthName(width)}" table:default-cell-style-name="Default"/>`,
  );
  const header = table?.columns.map(({ label }) => textCell(label, "header")).join("");
  const body = table?.rows.map((values) =>
    row(values.map((value, i) => cell(value, table.columns[i])).join("")),
  );
  return [
    `<table:table table:name="${escapeXml(name)}" table:style-name="sheet">${columns.join("")}${above.join("")}`,
    header ? `<table:table-header-rows>${row(header)}</table:table-header-rows>` : "",
    `${body?.join("") ?? ""}</table:table>`,
  ].join("");
}

function rangeXml(sheet: Sheet): string {
  const { name, columns, rows } = sheet.table!;
  const top = headerRow(sheet);
  const range = `${sheet.name}.A${top}:${sheet.name}.${columnName(columns.length - 1)}${top + rows.length}`;
  return `<table:database-range table:name="${name}" table:target-range-address="${range}" table:contains-header="true" table:display-filter-buttons="false"/>`;
}

/** The cursor in the first cell of each sheet, and the first sheet open. */
function settingsXml(sheets: readonly Sheet[]): string {
  const int = (name: string) =>
    `<config:config-item config:name="${name}" config:type="int">0</config:config-item>`;
  const entries = sheets.map(
    ({ name }) =>
      `<config:config-item-map-entry config:name="${escapeXml(name)}">${int("CursorPositionX")}${int("CursorPositionY")}</config:config-item-map-entry>`,
  );
  return document(
    "document-settings",
    `<office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry><config:config-item config:name="ViewId" config:type="string">view1</config:config-item><config:config-item-map-named config:name="Tables">${entries.join("")}</config:config-item-map-named><config:config-item config:name="ActiveTable" config:type="string">${escapeXml(sheets[0].name)}</config:config-item></config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings>`,
  );
}

/** A workbook as an ODS file. The same workbook gives the same bytes. */
export function toOds({ title, date, sheets }: Workbook): Uint8Array {
  const widths = new Set(
    sheets.flatMap(({ table }) => table?.columns.map(({ width }) => width) ?? [90]),
  );
  const columnStyles = [...widths].map(
    (width) =>
      `<style:style style:name="${widthName(width)}" style:family="table-column"><style:table-column-properties style:column-width="${(width * 2.4).toFixed(1)}mm"/></style:style>`,
  );
  const ranges = sheets.filter(({ table }) => table !== null).map(rangeXml);
  const entries = ["content.xml", "styles.xml", "meta.xml", "settings.xml"].map(
    (path) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="text/xml"/>`,
  );
  return archive(
    [
      ["mimetype", type],
      [
        "META-INF/manifest.xml",
        `${xmlHead}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${type}"/>${entries.join("")}</manifest:manifest>`,
      ],
      [
        "content.xml",
        document(
          "document-content",
          `<office:automatic-styles>${cellStyles}${columnStyles.join("")}</office:automatic-styles><office:body><office:spreadsheet>${sheets.map(sheetXml).join("")}<table:database-ranges>${ranges.join("")}</table:database-ranges></office:spreadsheet></office:body>`,
        ),
      ],
      ["styles.xml", stylesXml],
      [
        "meta.xml",
        document(
          "document-meta",
          `<office:meta><dc:title>${escapeXml(title)}</dc:title><dc:language>en-GB</dc:language><meta:creation-date>${date}T00:00:00</meta:creation-date></office:meta>`,
        ),
      ],
      ["settings.xml", settingsXml(sheets)],
    ],
    (path) => path === "mimetype",
  );
}
