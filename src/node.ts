/** What scripts in Node import as `ninefold/node`: what needs files. */
export { readDataset } from "./data/readDataset.js";
export { validateDirectory } from "./data/validateDirectory.js";
export { runNotebook } from "./notebook/run.js";
export { renderReport } from "./report/render.js";
export { writeOutputs } from "./report/output.js";
