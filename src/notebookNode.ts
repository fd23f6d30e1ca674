/** `ninefold/notebook` in Node: the data that come with Ninefold, and nothing asked for. */
import type { Dataset } from "./councils/data/dataset.js";
import { readDataset } from "./councils/data/readDataset.js";
import { addressParams, type NotebookParams } from "./councils/pages/addressParams.js";

export const dataset: Dataset = readDataset();
export const params: NotebookParams = addressParams("");
