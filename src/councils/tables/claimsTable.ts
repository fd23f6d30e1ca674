import type { ClaimResult } from "../claims/evaluateClaims.js";
import { isOurs } from "../claims/isOurs.js";
import { verdictWords } from "../analysis/verdictWords.js";
import { toTable, type Table } from "../../engine/report/block.js";
import { changesWords, evidenceWords, isCounted, kindWords, verdictMarks } from "./claimWords.js";
import type { TableOptions } from "./tableOptions.js";

export interface ClaimsTableOptions extends TableOptions {
  /** The id of the part of the same page that says more of a claim, by the claim's id. */
  readonly wayOnPage?: (id: string) => string | null;
}

/**
 * Claims with their verdicts. A page shows what is claimed and what was found; the CSV file holds
 * who claims it, the evidence, the rule and on which other data the verdict changes as well.
 */
export function claimsTable(
  results: readonly ClaimResult[],
  { source, id = "claims", wayOnPage }: ClaimsTableOptions,
): Table {
  return toTable({
    unit: "assessment",
    id,
    caption: "Claims and what the data say of them",
    scope: "Complete set of reports, where a claim names no other.",
    source,
    n: Math.max(0, ...results.map(({ evidence }) => evidence.n)),
    data: {
      columns: [
        { key: "id", label: "Claim", ...(wayOnPage && { wayOnPage }) },
        { key: "text", label: "What is claimed" },
        { key: "by", label: "Who claims it", isOnlyInCsv: true },
        { key: "mark", label: "Mark", isOnlyInCsv: true },
        { key: "asked", label: "By" },
        { key: "verdict", label: "Verdict" },
        { key: "kind", label: "Kind", isOnlyInCsv: true },
        { key: "estimate", label: "Estimate", isOnlyInCsv: true },
        { key: "low", label: "Interval, low", isOnlyInCsv: true },
        { key: "high", label: "Interval, high", isOnlyInCsv: true },
        { key: "unit", label: "Unit (a share is 0 to 1)", isOnlyInCsv: true },
        { key: "n", label: "Councils", isOnlyInCsv: true },
        { key: "p", label: "p", isOnlyInCsv: true },
        { key: "adjustedP", label: "p, adjusted", isOnlyInCsv: true },
        { key: "evidence", label: "Evidence", isOnlyInCsv: true },
        { key: "rule", label: "Rule", isOnlyInCsv: true },
        { key: "changes", label: "On other data", isOnlyInCsv: true },
      ],
      rows: results.map((result) => ({
        id: result.id,
        text: result.text,
        by: result.by,
        asked: isOurs(result) ? "Ninefold" : "Others",
        mark: verdictMarks[result.verdict],
        verdict: verdictWords[result.verdict],
        kind: kindWords[result.kind],
        estimate: result.evidence.estimate,
        low: result.evidence.interval?.[0] ?? null,
        high: result.evidence.interval?.[1] ?? null,
        unit: result.unit,
        n: isCounted(result) ? result.evidence.n : null,
        p: result.evidence.p,
        adjustedP: result.evidence.adjustedP,
        evidence: evidenceWords(result),
        rule: result.rule,
        changes: changesWords(result),
      })),
    },
  });
}
