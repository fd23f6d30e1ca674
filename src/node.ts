/** What scripts in Node import as `ninefold/node`: what needs files. */
export { readDataset } from "./councils/data/readDataset.js";
export { validateDirectory } from "./councils/data/validateDirectory.js";
export { runNotebook } from "./runNotebook.js";
export { renderReport } from "./engine/report/render.js";
export { writeOutputs } from "./engine/report/output.js";
