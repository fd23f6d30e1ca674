import type { AnalysisOptions } from "../../../src/councils/analysis/select.js";
import type { Dataset } from "../../../src/councils/data/dataset.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { madeUp } from "../../madeUp.js";
import { scoreSets } from "../../statistics/reference.js";
import type { SetName } from "../../statistics/reference.js";

const real = readDataset();

/** The profiles of a set, as made-up councils are given them. */
export const digits = ({ scores }: { scores: readonly (readonly number[])[] }) =>
  scores.map((row) => row.join(""));

const options: AnalysisOptions = { set: "all" };

/** The four data sets of the reference scripts, as datasets. */
export const datasets: Readonly<Record<SetName, readonly [Dataset, AnalysisOptions]>> = {
  complete: [real, { set: "complete" }],
  all: [real, options],
  madeUpFew: [madeUp(digits(scoreSets.madeUpFew)), options],
  madeUpMany: [madeUp(digits(scoreSets.madeUpMany)), options],
};
export const names = Object.keys(datasets) as SetName[];
