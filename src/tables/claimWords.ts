import type { SetName } from "../analysis/select.js";
import type { Unit, Verdict } from "../claims/claim.js";
import type { ClaimResult, SensitivityResult } from "../claims/evaluateClaims.js";
import { count, number, percent, pValue } from "../report/format.js";

/** A verdict's mark, beside its word and never without it. */
export const verdictMarks: Readonly<Record<Verdict, string>> = {
  supported: "✓",
  "not supported": "✗",
  undecidable: "?",
};

const setWords: Readonly<Record<SetName, string>> = { complete: "complete set", all: "all known" };

/** A number of a claim as it is printed. */
export function valueWords(value: number, unit: Unit): string {
  if (unit === "share") return percent(value);
  if (unit === "points") return `${number(100 * value, 1)} percentage points`;
  if (unit === "count") return number(value);
  // Rounded first, so that a small negative number is not written as -0.
  return number(Number(value.toFixed(2)) + 0, 2);
}

/** The numbers that a claim wants printed with its estimate. */
function besideWords({ beside, evidence }: ClaimResult): string {
  const words = Object.entries(beside).flatMap(([key, { quantity, unit }]) => {
    const value = evidence.beside[key];
    return typeof value === "number" ? [`${quantity}: ${valueWords(value, unit)}`] : [];
  });
  return words.length === 0 ? "" : ` Beside it: ${words.join("; ")}.`;
}

/** The quantity, its value, its interval, its p, and how many councils of which set it is of. */
export function evidenceWords(result: ClaimResult): string {
  const { quantity, unit, family, evidence } = result;
  const { set, n, estimate, interval, intervalMethod, p, adjustedP, reason } = evidence;
  const name = quantity[0].toUpperCase() + quantity.slice(1);
  const words = [`${name}: ${estimate === null ? "not known" : valueWords(estimate, unit)}`];
  // An interval of one point, where nothing is unknown, says nothing more.
  if (interval && interval[0] !== interval[1]) {
    const [low, high] = interval.map((end) => valueWords(end, unit));
    words.push(` (${low} to ${high}; ${intervalMethod})`);
  }
  if (p !== null) words.push(`; ${pValue(p)}`);
  if (p !== null && family !== null) words.push(`, adjusted ${pValue(adjustedP!).slice(2)}`);
  words.push(`. ${count(n, "council")}, ${setWords[set]}.`);
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
      const other = verdict[0].toUpperCase() + verdict.slice(1);
      return `${other}: ${cases.map((one) => caseWords(one, set)).join("; ")}`;
    })
    .join(". ");
}
