// Awaited, so that a bundle asks for the package when a notebook attaches such a file.
const { tableFromIPC } = await import("@uwdata/flechette");

/** A table of Apache Arrow. */
export const read = (bytes: Uint8Array): unknown => tableFromIPC(bytes);
