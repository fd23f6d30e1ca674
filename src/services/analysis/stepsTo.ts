import { ruleOf } from "../../ratings/rule.js";
import type { Scheme, Score } from "../../ratings/scheme.js";
import { perObject } from "../../perObject.js";

const known: (scheme: Scheme) => Map<string, number | null> = perObject(() => new Map());

/**
 * The fewest steps of one level on one part after which the scheme's rule gives a higher rating than
 * `rank`, or a lower one. Null where none does, or the scheme has no rule.
 */
export function stepsTo(
  scheme: Scheme,
  grades: readonly Score[],
  rank: number,
  up: boolean,
): number | null {
  const rule = ruleOf(scheme);
  if (rule === null) return null;
  const key = `${grades.join()} ${rank} ${up}`;
  const found = known(scheme).get(key);
  if (found !== undefined) return found;
  const isThere = (some: readonly Score[]) => (up ? rule(some) > rank : rule(some) < rank);
  const isLevel = (grade: number) => grade >= 1 && grade <= scheme.levels.length;
  let edge: readonly (readonly Score[])[] = [grades];
  let fewest: number | null = null;
  const seen = new Set<string>([grades.join()]);
  for (let steps = 0; edge.length > 0 && fewest === null; steps++) {
    if (edge.some(isThere)) fewest = steps;
    edge = edge
      .flatMap((some) =>
        some.map((grade, i) => some.map((other, j) => (i === j ? grade + (up ? 1 : -1) : other))),
      )
      .filter((some) => some.every(isLevel))
      .filter((some) => !seen.has(some.join()) && seen.add(some.join()) !== undefined);
  }
  known(scheme).set(key, fewest);
  return fewest;
}
