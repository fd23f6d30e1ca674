// Awaited, so that a bundle asks for the package when a notebook attaches such a file.
const { parquetReadObjects } = await import("hyparquet");

/** The rows of a file of Parquet: an array of objects, with `columns`. */
export async function read(bytes: Uint8Array): Promise<unknown[]> {
  const rows = await parquetReadObjects({ file: new Uint8Array(bytes).buffer });
  return Object.assign(rows, { columns: Object.keys(rows[0] ?? {}), toArray: () => rows });
}
