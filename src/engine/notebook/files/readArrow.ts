import { tableFromIPC } from "@uwdata/flechette";

/** A table of Apache Arrow. */
export const read = (bytes: Uint8Array): unknown => tableFromIPC(bytes);
