import { readDataset } from "../src/councils/data/readDataset.js";

/** The published data, read once for all files of tests that one process runs: nothing changes them. */
export const publishedData = readDataset();
