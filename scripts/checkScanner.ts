/**
 * Holds the reader of spreadsheets against a slow oracle, cell by cell, on a file of any program:
 *
 *   soffice --headless --convert-to ods latest_ratings.csv
 *   npx tsx scripts/checkScanner.ts latest_ratings.ods
 */
import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { byOracle, scanned } from "../test/services/odsOracle.js";

const [, , file] = process.argv;
if (file === undefined) throw new Error("expected an ODS file");
const content = unzipSync(readFileSync(file), { filter: ({ name }) => name === "content.xml" });
const xml = strFromU8(content["content.xml"]);
const [own, oracle] = [scanned(xml, 65_536), byOracle(xml)];
let cells = 0;
for (const [i, [sheet, line, row]] of oracle.entries()) {
  const [ownSheet, ownLine, ownRow] = own[i] ?? ["(none)", 0, []];
  if (sheet !== ownSheet || line !== ownLine || row.length !== ownRow.length)
    throw new Error(
      `row ${i}: ${ownSheet} ${ownLine} ${ownRow.length}: expected ${sheet} ${line} ${row.length}`,
    );
  for (const [column, cell] of row.entries()) {
    cells += 1;
    if (cell !== ownRow[column])
      throw new Error(
        `${sheet}, row ${line}, column ${column + 1}: ${ownRow[column]}: expected ${cell}`,
      );
  }
}
if (own.length !== oracle.length) throw new Error(`${own.length} rows: expected ${oracle.length}`);
console.log(`${file}: ${oracle.length} rows and ${cells} cells are the same`);
