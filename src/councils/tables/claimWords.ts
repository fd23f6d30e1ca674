import type { SetName } from "../analysis/select.js";
import { decimalsOf, rangeWords, valueWords } from "../charts/claimValues.js";
import type { ClaimKind, Verdict } from "../claims/claim.js";
import { isWithinDraws } from "../claims/edge.js";
import { verdictWords } from "../analysis/verdictWords.js";
import type { ClaimResult, SensitivityResult } from "../claims/evaluateClaims.js";
import { count, decimal, number, pNumber, pValue } from "../../engine/report/format.js";

/** A verdict's mark, beside its word and never without it. */
export const verdictMarks: Readonly<Record<Verdict, string>> = {
  supported: "✓",
  "not supported": "✗",
  undecidable: "?",
};

const setWords: Readonly<Record<SetName, string>> = { complete: "complete set", all: "all known" };

/** Where a claim's rule came from, in words that no verdict has. */
export const kindWords: Readonly<Record<ClaimKind, string>> = {
  decided: "rule first",
  exploratory: "exploratory",
  descriptive: "descriptive",
};

/** How close the interval comes to a bound of the rule, where that is close. */
function edgeWords({ unit, edge, replicates }: ClaimResult): string {
  if (edge === null) return "";
  const { distance, drawError } = edge;
  const far = (value: number) =>
    unit === "share" || unit === "points"
      ? `${number(100 * value, 1)} percentage points`
      : decimal(value, 3);
  const draws =
    drawError === null
      ? ""
      : `. With ${number(replicates)} draws that end is known to about ±${far(drawError)}${isWithinDraws(edge) ? ", so that another seed may give another verdict" : ""}`;
  return ` This is close to the edge of the rule: an end of the interval lies ${far(distance)} from a bound${draws}.`;
}

/** What the key of a count without ratings that are not confirmed adds to that of the count with them. */
const ofConfirmed = "WithoutLowConfidence";

/**
 * The numbers that a claim wants printed with its estimate. Of a count with and without ratings that
 * are not confirmed the second alone: both would tell what single councils are said to be rated.
 */
function besideWords({ beside, evidence }: ClaimResult): string {
  const words = Object.entries(beside).flatMap(([key, { quantity, unit }]) => {
    const value = evidence.beside[key];
    if (typeof value !== "number" || `${key}${ofConfirmed}` in beside) return [];
    const isOfConfirmed = key.endsWith(ofConfirmed) && key.slice(0, -ofConfirmed.length) in beside;
    const name = isOfConfirmed ? "by confirmed ratings alone" : quantity;
    return [`${name}: ${valueWords(value, unit)}`];
  });
  return words.length === 0 ? "" : ` Beside it: ${words.join("; ")}.`;
}

/**
 * Whether councils were counted for it. Where nothing is decided yet, how many could be counted with
 * those that are not confirmed would tell of single councils.
 */
export const isCounted = ({ evidence: { estimate, interval } }: ClaimResult) =>
  estimate !== null || interval !== null;

/**
 * The quantity, its value, its interval, its p, and how many councils of which set it is of: where a
 * page says which are the `usual` ones, only of others.
 */
export function evidenceWords(
  result: ClaimResult,
  usual?: { readonly n: number; readonly set: SetName },
): string {
  const { quantity, unit, family, evidence } = result;
  const { set, n, estimate, interval, intervalMethod, p, adjustedP, note, reason } = evidence;
  const name = quantity[0].toUpperCase() + quantity.slice(1);
  const value = estimate === null ? "not known" : valueWords(estimate, unit, decimalsOf(result));
  const words = [`${name}: ${value}`];
  // An interval of one point, where nothing is unknown, says nothing more.
  if (interval && interval[0] !== interval[1])
    words.push(` (${rangeWords(result)}; ${intervalMethod})`);
  if (p !== null) words.push(`; ${pValue(p)}`);
  if (p !== null && family !== null) words.push(`, adjusted ${pNumber(adjustedP!)}`);
  if (note) words.push(`. ${note}`);
  const isUsual = n === usual?.n && set === usual.set;
  words.push(isUsual || !isCounted(result) ? "." : `. ${count(n, "council")}, ${setWords[set]}.`);
  words.push(edgeWords(result));
  if (reason) words.push(` ${reason[0].toUpperCase()}${reason.slice(1)}.`);
  words.push(besideWords(result));
  return words.join("");
}

function caseWords({ id, words, set, n }: SensitivityResult, of: SetName): string {
  if (id === "other-set") return `${setWords[set]} (${count(n, "council")})`;
  return set === of ? words : `${setWords[set]} ${words}`;
}

/** On which other data the verdict is another one. */
export function changesWords({ set, sensitivities }: ClaimResult): string {
  const changes = sensitivities.filter(({ changesVerdict }) => changesVerdict);
  const verdicts = [...new Set(changes.map(({ verdict }) => verdict))];
  if (sensitivities.length === 0) return "Other data change nothing that it uses";
  if (changes.length === 0) return `The same on ${count(sensitivities.length, "other run")}`;
  return verdicts
    .map((verdict) => {
      const cases = changes.filter((one) => one.verdict === verdict);
      const words = verdictWords[verdict];
      const other = words[0].toUpperCase() + words.slice(1);
      return `${other}: ${cases.map((one) => caseWords(one, set)).join("; ")}`;
    })
    .join(". ");
}
