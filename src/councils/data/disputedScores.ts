import type { Assessment, DisputedScore } from "./dataset.js";

type Known = Pick<Assessment, "disputes">;

/** The scores of an assessment that are disputed. */
export function disputesOf(assessment: Known): readonly DisputedScore[] {
  // Few assessments have the field, and a record that is asked for one that it has not tells it.
  return ("disputes" in assessment && assessment.disputes) || [];
}

export const either = (a: number, b: number) =>
  a === b ? String(a) : `${Math.min(a, b)} or ${Math.max(a, b)}`;

/** What a table holds of a council where a score may be disputed: one value, or both in words. */
export function eitherOf<T extends string | number>(
  one: T | null,
  other: T | null,
): T | string | null {
  if (one === other) return one;
  return typeof one === "number" && typeof other === "number"
    ? either(one, other)
    : `${one ?? "none"} or ${other ?? "none"}`;
}

/** A score as it may be printed: "3", or "2 or 3" where sources disagree; null where it is not known. */
export function scoreWords(
  assessment: Known & Pick<Assessment, "scores">,
  part: { readonly id: string },
  place: number,
): string | null {
  const score = assessment.scores[place];
  const dispute = disputesOf(assessment).find(({ statement }) => statement === part.id);
  return score === null ? null : either(score, dispute?.other ?? score);
}

type Parts = readonly { readonly id: string }[];

/** The scores as the other source has them. */
export function otherScores(
  assessment: Known & Pick<Assessment, "scores">,
  parts: Parts,
): Assessment["scores"] {
  const disputes = disputesOf(assessment);
  return assessment.scores.map((score, place) => {
    const dispute = disputes.find(({ statement }) => statement === parts[place].id);
    return score === null ? null : (dispute?.other ?? score);
  });
}

/** The total as the other source has it; the same where nothing is disputed. */
export function otherTotal(
  assessment: Known & Pick<Assessment, "scores" | "sum">,
  parts: Parts,
): number | null {
  const { sum, scores } = assessment;
  const added = (all: Assessment["scores"]) =>
    all.reduce<number>((total, one) => total + (one ?? 0), 0);
  return sum === null ? null : sum + added(otherScores(assessment, parts)) - added(scores);
}

/** A total as it may be printed: "19 or 20" where a score is disputed. */
export function totalWords(
  assessment: Known & Pick<Assessment, "scores" | "sum">,
  parts: Parts,
): string | null {
  const { sum } = assessment;
  return sum === null ? null : either(sum, otherTotal(assessment, parts)!);
}

/** Such words as a cell of a file: a number where they are one. */
export const asNumber = (words: string | null): string | number | null =>
  words !== null && /^\d+$/.test(words) ? Number(words) : words;
