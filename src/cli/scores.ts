import { readDataset } from "../councils/data/readDataset.js";
import { dataSource } from "../councils/pages/dataSource.js";
import { scoresTable } from "../councils/tables/scoresTable.js";
import { toCsv } from "../engine/report/csv.js";
import type { Io } from "./io.js";
import { writeNamedFile } from "./writeFile.js";

export interface ScoresOptions {
  readonly data?: string;
  readonly force?: boolean;
}

/** `ninefold scores`: every published score as CSV, one to a line. */
export function scores(file: string | undefined, options: ScoresOptions, io: Io): void {
  const csv = toCsv(scoresTable(readDataset({ dir: options.data }), { source: dataSource }).data);
  if (file === undefined) return io.stdout(csv);
  writeNamedFile(file, csv, options);
  io.stdout(`${file}\n`);
}
