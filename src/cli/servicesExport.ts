import { count } from "../engine/report/format.js";
import { writeParquet } from "../services/export/writeParquet.js";
import type { Io } from "./io.js";

export interface ServicesExportOptions {
  /** The folder of data that keeps the months. */
  readonly data: string;
  /** The Parquet file to write. */
  readonly parquet: string;
}

/** `ninefold services export`: all months that are kept, in one file for whoever asks in SQL. */
export async function exportServices(
  { data, parquet }: ServicesExportOptions,
  io: Io,
): Promise<void> {
  const { months, rows } = await writeParquet(data, parquet);
  io.stdout(`${parquet}\n${count(months, "month")}, ${count(rows, "row")}\n`);
}
