import type { Assessment, Confidence, Council, Dataset } from "../data/dataset.js";
import { isSurelyWithdrawn } from "../data/publicRating.js";
import { currentCouncils, predecessorsOf, type Successor } from "../data/successions.js";
import { otherTotal } from "../data/disputedScores.js";
import { select } from "./select.js";
import type { AnalysisOptions, Selection } from "./select.js";

/**
 * What is known of a council's current formal assessment, each council in one part: a word and
 * nine scores; a word without all nine scores; a word found with low confidence; no word, as its
 * report was withdrawn; no word in this set.
 */
export const coverageParts = ["scores", "word", "lowConfidence", "withdrawn", "unknown"] as const;
export type CoveragePart = (typeof coverageParts)[number];

/** A council and what is known of its current formal assessment. */
export interface CouncilCoverage
  extends
    Pick<Council, "gssCode" | "name" | "region" | "type">,
    Pick<Assessment, "rating" | "sum" | "published"> {
  /** Of the assessment; null where there is none. */
  readonly confidence: Confidence | null;
  /** The sum as another source of a disputed score has it; else the sum. */
  readonly otherSum: number | null;
  readonly part: CoveragePart;
  readonly hasScores: boolean;
  /** One source that may be wrong is all that says that its report was withdrawn. */
  readonly isReportedWithdrawn: boolean;
  /** The councils that it has followed, whose ratings are not its own. */
  readonly follows: readonly Successor[];
}

export interface CoverageCounts {
  /** Councils in each part, which add up to all of them. */
  readonly parts: Readonly<Record<CoveragePart, number>>;
  /** Councils in England, on the day of the data. */
  readonly councils: number;
  /** Councils with a word, of whatever confidence. */
  readonly withWord: number;
  /** Councils with nine scores, also where the word is not known or has low confidence. */
  readonly withScores: number;
}

export interface CoverageOf extends CoverageCounts {
  readonly name: string;
}

/**
 * What is known of which council: rating, total and scores, for England, regions, types and councils.
 */
export interface Coverage extends Pick<Selection, "scheme" | "set" | "n" | "leftOut"> {
  readonly england: CoverageCounts;
  /** By name: an order that says nothing of quality. */
  readonly regions: readonly CoverageOf[];
  /** The same over types of council, by name. */
  readonly types: readonly CoverageOf[];
  /** By name. */
  readonly councils: readonly CouncilCoverage[];
}

function countsOf(councils: readonly CouncilCoverage[]): CoverageCounts {
  const parts = Object.fromEntries(
    coverageParts.map((part) => [part, councils.filter((one) => one.part === part).length]),
  ) as Record<CoveragePart, number>;
  return {
    parts,
    councils: councils.length,
    withWord: parts.scores + parts.word + parts.lowConfidence,
    withScores: councils.filter(({ hasScores }) => hasScores).length,
  };
}

/**
 * What is published of each council and what is missing, in England and by region and type of
 * council. `n` counts councils whose word is known.
 */
export function coverage(dataset: Dataset, options: AnalysisOptions = {}): Coverage {
  const { scheme, set, n, leftOut } = select(dataset, "rating", options);
  const current = new Map(
    select(dataset, null, options).assessments.map((a) => [a.gssCode, a] as const),
  );
  const withdrawals = dataset.assessments.filter(
    ({ kind, status }) => kind === "formal" && status === "withdrawn",
  );
  const councils = [...currentCouncils(dataset)]
    .sort((a, b) => a.name.localeCompare(b.name, "en"))
    .map(({ gssCode, name, region, type }): CouncilCoverage => {
      const known = current.get(gssCode);
      const hasScores = known?.scores.every((score) => score !== null) ?? false;
      const withdrawn = withdrawals.filter((a) => a.gssCode === gssCode);
      const withoutWord = withdrawn.length > 0 ? "withdrawn" : "unknown";
      const withWord = hasScores ? "scores" : "word";
      return {
        gssCode,
        name,
        region,
        type,
        rating: known?.rating ?? null,
        confidence: known?.confidence ?? null,
        sum: known?.sum ?? null,
        otherSum: known === undefined ? null : otherTotal(known, scheme.parts),
        published: known?.published ?? null,
        hasScores,
        isReportedWithdrawn: withdrawn.length > 0 && !isSurelyWithdrawn(withdrawn),
        follows: predecessorsOf(dataset, gssCode),
        part: !known?.rating
          ? withoutWord
          : known.confidence === "low"
            ? "lowConfidence"
            : withWord,
      };
    });
  const by = (key: "region" | "type"): CoverageOf[] =>
    [...new Set(councils.map((council) => council[key]))].sort().map((name) => ({
      name,
      ...countsOf(councils.filter((council) => council[key] === name)),
    }));
  return {
    scheme,
    set,
    n,
    leftOut,
    england: countsOf(councils),
    regions: by("region"),
    types: by("type"),
    councils,
  };
}
