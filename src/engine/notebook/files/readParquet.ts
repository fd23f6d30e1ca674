import { parquetReadObjects } from "hyparquet";

/** The rows of a file of Parquet: an array of objects, with `columns`. */
export async function read(bytes: Uint8Array): Promise<unknown[]> {
  const rows = await parquetReadObjects({ file: new Uint8Array(bytes).buffer });
  return Object.assign(rows, { columns: Object.keys(rows[0] ?? {}), toArray: () => rows });
}
