import { goodRank } from "./scheme.js";
import type { Scheme } from "./scheme.js";

const numbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/** A whole number as a sentence has it: in letters up to nine. */
export function inWords(n: number): string {
  return numbers[n] ?? String(n);
}

/** What is rated, several of them. */
export function bodies({ body }: Pick<Scheme, "body">): string {
  return `${body}s`;
}

/** What the parts of a scheme are given, several of them. */
export function gradesName({ levels }: Pick<Scheme, "levels">): "scores" | "grades" {
  return levels.some(({ score }) => score !== null) ? "scores" : "grades";
}

/** "nine scores", or with an adjective "nine known scores". */
export function allGrades(scheme: Scheme, adjective = ""): string {
  const words = [inWords(scheme.parts.length), adjective, gradesName(scheme)];
  return words.filter((word) => word !== "").join(" ");
}

/** A word with the indefinite article before it. */
export function withArticle(word: string): string {
  return `${/^[aeiou]/i.test(word) ? "an" : "a"} ${word}`;
}

/** The two words on either side of good: the lowest that is good and the highest that is not. */
export function wordsAtGood(scheme: Scheme): {
  readonly weak: string | null;
  readonly good: string;
} {
  const weak = scheme.levels[goodRank(scheme) - 1];
  return { weak: weak === undefined ? null : weak.name, good: scheme.good };
}

/** The reason where no two bodies have the two words on either side of good. */
export function noPair(scheme: Scheme): string {
  const { weak, good } = wordsAtGood(scheme);
  if (weak === null) return `no rating is below ${good}`;
  return `no pair of ${withArticle(weak)} and ${withArticle(good)} ${scheme.body}`;
}
