/** What scripts in Node import as `ninefold/node`: what needs files. */
export { readDataset } from "./councils/data/readDataset.js";
export { validateDirectory } from "./councils/data/validateDirectory.js";
export { runNotebook } from "./runNotebook.js";
export { renderReport } from "./engine/report/render.js";
export { writeOutputs } from "./engine/report/output.js";

// Months of care services that a folder of data keeps, and what is asked of them.
export { keptMonths, readKeptMonth } from "./services/months/readMonths.js";
export { codeNames, type MonthColumns } from "./services/months/monthColumns.js";
export {
  goodOrBetter,
  patternsByRating,
  ratedAnew,
  ratingsByCouncil,
  type Which,
} from "./services/months/questions.js";
