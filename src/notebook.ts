/**
 * What a notebook imports as `ninefold/notebook` where its cells are given nothing, as in a page
 * that Observable's own tools build: the data that come with Ninefold, and what the page's address
 * asks for. Where Ninefold runs a notebook, cells are given both, and this is not loaded.
 */
import { reviveDataset } from "./councils/data/reviveDataset.js";
import type { Dataset } from "./councils/data/dataset.js";
import { addressParams, type NotebookParams } from "./councils/pages/addressParams.js";

/** Written beside this file when the package is built. */
const address = new URL("./dataset.json", import.meta.url);
const answer = await fetch(address);
if (!answer.ok) throw new Error(`the data of Ninefold: ${address.href} answered ${answer.status}`);

/** The data that come with Ninefold. */
export const dataset: Dataset = reviveDataset(await answer.text());
/** What the page's address asks for. */
export const params: NotebookParams = addressParams(location.search);
