import * as fs from "node:fs";
import path from "node:path";
import { diskError } from "../../disk/diskError.js";
import { ExpectedError } from "../../errors.js";
import { column } from "../monthFile.js";
import { codeNames, type MonthColumns } from "../months/monthColumns.js";
import { keptMonths, readKeptMonth } from "../months/readMonths.js";
import { domains } from "../serviceRating.js";

const width = domains.length;

const text = { type: "BYTE_ARRAY", converted_type: "UTF8" } as const;
const fields = [
  { name: "month", ...text, repetition_type: "REQUIRED" },
  { name: "location", ...text, repetition_type: "REQUIRED" },
  { name: "group", ...text, repetition_type: "REQUIRED" },
  { name: "gss_code", ...text, repetition_type: "REQUIRED" },
  { name: "care_home", ...text, repetition_type: "OPTIONAL" },
  ...domains.flatMap((domain) => [
    { name: column(domain), ...text, repetition_type: "OPTIONAL" } as const,
    {
      name: `${column(domain)}_date`,
      type: "INT32",
      converted_type: "DATE",
      repetition_type: "OPTIONAL",
    } as const,
  ]),
] as const;
const schema = [{ name: "root", num_children: fields.length }, ...fields];

/** A month's rows, a column after another, as the writer takes them. */
function columnsOf(month: MonthColumns): { name: string; data: unknown[] }[] {
  const { n, location, group, groups, council, councils, careHome, codes, days } = month;
  const each = <T>(of: (row: number) => T): T[] => Array.from({ length: n }, (_, row) => of(row));
  const homes = ["N", "Y", null];
  const day = 86_400_000;
  return [
    { name: "month", data: each(() => month.month) },
    { name: "location", data: each((row) => `1-${location[row]}`) },
    { name: "group", data: each((row) => groups[group[row]]) },
    { name: "gss_code", data: each((row) => councils[council[row]]) },
    { name: "care_home", data: each((row) => homes[careHome[row]]) },
    ...domains.flatMap((domain, i) => [
      { name: column(domain), data: each((row) => codeNames[codes[row * width + i]]) },
      {
        name: `${column(domain)}_date`,
        data: each((row) => {
          const date = days[row * width + i];
          return date === 0 ? null : new Date(date * day);
        }),
      },
    ]),
  ];
}

async function writerOf() {
  return import("hyparquet-writer").catch((error: unknown) => {
    throw new ExpectedError(
      `services export needs hyparquet-writer, which is not installed: npm install hyparquet-writer (${(error as Error).message.split("\n")[0]})`,
    );
  });
}

/**
 * Writes the months that a folder of data keeps as one Parquet file: a row a month, location and
 * service group. A month after another is read and written, so that memory does not grow with their
 * number. The file is there whole or not at all. Gives how many months and rows it holds.
 */
export async function writeParquet(
  dir: string,
  file: string,
): Promise<{ readonly months: number; readonly rows: number }> {
  const months = keptMonths(dir);
  if (months.length === 0)
    throw new ExpectedError(
      `${dir}: keeps no month: run ninefold services read FILE --data ${dir} first`,
    );
  const { ByteWriter, ParquetWriter } = await writerOf();
  const waiting = path.join(path.dirname(file), `.ninefold-${process.pid}-${path.basename(file)}`);
  let handle: number | null = null;
  let rows = 0;
  try {
    handle = fs.openSync(waiting, "w");
    const writer = new ByteWriter();
    const flush = () => {
      fs.writeSync(handle!, new Uint8Array(writer.buffer, 0, writer.index));
      writer.index = 0;
    };
    const parquet = new ParquetWriter({ writer, schema: [...schema], createdBy: "ninefold" });
    for (const name of months) {
      const month = readKeptMonth(dir, name);
      void parquet.write({ columnData: columnsOf(month), rowGroupSize: month.n });
      flush();
      rows += month.n;
    }
    void parquet.finish();
    flush();
    fs.closeSync(handle);
    handle = null;
    fs.renameSync(waiting, file);
  } catch (error) {
    throw error instanceof ExpectedError ? error : diskError(error, path.dirname(file));
  } finally {
    if (handle !== null) fs.closeSync(handle);
    fs.rmSync(waiting, { force: true });
  }
  return { months: months.length, rows };
}
