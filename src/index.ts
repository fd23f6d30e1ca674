/**
 * What notebooks and scripts import as `ninefold`. Everything here runs in a browser as it does in
 * Node; what needs files is in `ninefold/node`.
 */
export * from "./framework.js";
export * from "./data/dataset.js";
export * from "./analysis/select.js";
export * from "./report/block.js";
export { ExpectedError } from "./errors.js";
