/** Gives a reader of Parquet: the rows as an array of objects, with `columns`. */
export async function readParquet() {
  const { parquetReadObjects } = await import("hyparquet");
  return async (file: ArrayBuffer) => {
    const rows = await parquetReadObjects({ file });
    return Object.assign(rows, { columns: Object.keys(rows[0] ?? {}), toArray: () => rows });
  };
}
