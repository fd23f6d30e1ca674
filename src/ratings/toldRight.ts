import type { CompleteProfile } from "./profile.js";

/**
 * The share of all grades, 0 to 1, that are the word's own level: how often who knows only the word
 * is right of a part. Null without a body, or where there is no word.
 */
export function toldRight(profiles: readonly CompleteProfile[]): number | null {
  let right = 0;
  let all = 0;
  for (const { grades, rank } of profiles) {
    if (rank === null) continue;
    for (const grade of grades) right += Number(grade === rank + 1);
    all += grades.length;
  }
  return all === 0 ? null : right / all;
}
