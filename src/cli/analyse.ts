import { analyse, type Analysis } from "../councils/analysis/analyse.js";
import { schemes } from "../councils/analysis/schemes.js";
import type { SetName } from "../councils/analysis/select.js";
import { ratingsOf } from "../ratings/scheme.js";
import type { Scheme } from "../ratings/scheme.js";
import { allGrades, wordsAtGood } from "../ratings/schemeWords.js";
import { count, date, list, number, percent, percentInterval } from "../engine/report/format.js";
import { intervalMeaning } from "../councils/findings/intervalMeaning.js";
import { readAsAt, type AsAtOptions } from "./asAtDay.js";
import type { Io } from "./io.js";
import { jsonText } from "./jsonText.js";
import { chooseSet } from "./notebooks.js";
import { schemesText } from "./schemesText.js";

export interface AnalyseOptions extends AsAtOptions {
  readonly set?: SetName;
  readonly json?: boolean;
  /** What words tell in every scheme of the data, in place of the councils' analyses. */
  readonly schemes?: boolean;
}

const unknown = "not known";

function share(value: number | null, interval: readonly [number, number] | null): string {
  if (value === null) return unknown;
  return interval
    ? `${percent(value)} (95% interval ${percentInterval(interval)})`
    : percent(value);
}

function decimal(value: number | null, interval: readonly [number, number] | null): string {
  if (value === null) return unknown;
  const text = (x: number) => number(Number(x.toFixed(2)) + 0, 2);
  return interval
    ? `${text(value)} (95% interval ${text(interval[0])} to ${text(interval[1])})`
    : text(value);
}

/** The main results in a few lines. */
function summary(analysis: Analysis, scheme: Scheme): string {
  const { set, completeTo, vintage, dataset, distribution, margins, variance, pairs } = analysis;
  const { reliability, drift, rare, leftOut } = analysis;
  const { lose, gain } = margins.onePoint;
  const of =
    set === "complete"
      ? `the complete set, reports published to ${date(completeTo)}`
      : "all known, in which later reports are not a fair sample";
  const { weak, good } = wordsAtGood(scheme);
  const lines = [
    `Data as at ${date(vintage)}: ${count(dataset.assessments, "assessment")}, of which ${dataset.formal} formal.`,
    `Set: ${of}; ${distribution.n} of ${count(dataset.councils, "council")} with ${allGrades(scheme)}.`,
    `Words of those: ${list(ratingsOf(scheme).map((rating) => `${distribution.ratingCounts[rating]} ${rating}`))}.`,
    `One point on one statement from another rating: ${lose} from a lower one, ${gain} from a higher one.`,
    `Variation of scores between words: ${share(variance.rating, variance.intervals.rating)}.`,
    `Pairs in which a council rated ${weak ?? `below ${good}`} is higher on some statement than one rated ${good}: ${share(pairs.reversal, pairs.reversalInterval)}.`,
    `Cronbach's alpha: ${decimal(reliability.alpha, reliability.intervals.alpha)}.`,
    `Kendall's tau-b of the sum with the month of publication: ${decimal(drift.tauB, drift.interval)}.`,
    `Councils with a score of 1: ${rare.anyScoreOf1.count} of ${rare.anyScoreOf1.n}.`,
    `Not computed: ${count(leftOut.length, "quantity", "quantities")}. Each number, and each reason: ninefold analyse --json.`,
    intervalMeaning,
  ];
  return `${lines.join("\n")}\n`;
}

/** The analysis as `--json` prints it. A scheme is named once, not given whole with each result. */
export function analysisJson(analysis: Analysis): string {
  const bySchemeId = (key: string, value: unknown) =>
    key === "scheme" && typeof value === "object" ? undefined : value;
  return jsonText(analysis, bySchemeId);
}

/** `ninefold analyse`: every analysis as one JSON object, or the main ones in a few lines. */
export function printAnalysis(
  { set, json, schemes: all, ...options }: AnalyseOptions,
  io: Io,
): void {
  const dataset = readAsAt(options);
  if (all) {
    const result = schemes(dataset);
    io.stdout(json ? jsonText(result) : schemesText(result));
    return;
  }
  const analysis = analyse(dataset, { set: chooseSet(dataset, set) });
  io.stdout(json ? analysisJson(analysis) : summary(analysis, dataset.scheme));
}
