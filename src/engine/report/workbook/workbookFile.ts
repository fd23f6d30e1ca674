import { describeWorkbook, type WorkbookSpec } from "./describe.js";
import { toOds } from "./ods.js";
import { toXlsx } from "./xlsx.js";

/** The kinds of workbook that are written. */
export const workbookFormats = ["xlsx", "ods"] as const;
export type WorkbookFormat = (typeof workbookFormats)[number];

const writers = { xlsx: toXlsx, ods: toOds };

/** A workbook as a file. The same workbook gives the same bytes, on every machine and in every time zone. */
export function workbookFile(spec: WorkbookSpec, format: WorkbookFormat): Uint8Array {
  return writers[format](describeWorkbook(spec));
}
