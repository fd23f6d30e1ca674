import { needs } from "../needs.js";
import type { Readers } from "./attachment.js";

/** The readers of every kind of file, in Node. */
export const readers: Readers = {
  parquet: () => needs("hyparquet", () => import("./readParquet.js")),
  arrow: () => needs("@uwdata/flechette", () => import("./readArrow.js")),
  zip: () => import("./readZip.js"),
  xlsx: () => needs("@e965/xlsx", () => import("./readWorkbook.js")),
};

/** The files that hold them, for a page. */
export const readerFiles: Readonly<Record<keyof Readers, string>> = {
  parquet: "readParquet",
  arrow: "readArrow",
  zip: "readZip",
  xlsx: "readWorkbook",
};
