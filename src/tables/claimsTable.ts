import type { SetName } from "../analysis/select.js";
import type { Unit } from "../claims/claim.js";
import type { ClaimResult, SensitivityResult } from "../claims/evaluateClaims.js";
import { toTable, type Table } from "../report/block.js";
import { count, intervalMeaning, number, percent, pValue } from "../report/format.js";
import type { TableOptions } from "./tableOptions.js";

const setWords: Readonly<Record<SetName, string>> = { complete: "complete set", all: "all known" };

function valueWords(value: number, unit: Unit): string {
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
function evidenceWords(result: ClaimResult): string {
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
function changesWords({ set, sensitivities }: ClaimResult): string {
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

/** Claims with their verdicts, what the data say, and on which other data the verdict changes. */
export function claimsTable(
  results: readonly ClaimResult[],
  { source, id = "claims" }: TableOptions,
): Table {
  return toTable({
    id,
    caption: "Claims and what the data say of them",
    scope:
      "Each claim has a rule that is fixed in its file. Complete set: reports published by the date " +
      "to which the data are complete. All known: every report found, in which later reports are " +
      `not a fair sample. ${intervalMeaning}`,
    source,
    n: Math.max(0, ...results.map(({ evidence }) => evidence.n)),
    data: {
      columns: [
        { key: "id", label: "Claim" },
        { key: "text", label: "What is claimed" },
        { key: "by", label: "Who claims it" },
        { key: "verdict", label: "Verdict" },
        { key: "kind", label: "Kind" },
        { key: "evidence", label: "Evidence" },
        { key: "rule", label: "Rule" },
        { key: "changes", label: "On other data" },
      ],
      rows: results.map((result) => ({
        id: result.id,
        text: result.text,
        by: result.by,
        verdict: result.verdict,
        kind: result.kind,
        evidence: evidenceWords(result),
        rule: result.rule,
        changes: changesWords(result),
      })),
    },
  });
}
