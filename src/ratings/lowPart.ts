import type { CompleteProfile } from "./profile.js";
import { goodRank, goodScore } from "./scheme.js";
import type { Scheme } from "./scheme.js";

/** Bodies whose word is good or better, and those of them with a part that is graded below good. */
export interface LowPart {
  readonly n: number;
  readonly count: number;
  /** count / n, 0 to 1; null where n is 0. */
  readonly share: number | null;
}

/** How often a low part stands under a good word. */
export function lowPart(scheme: Scheme, profiles: readonly CompleteProfile[]): LowPart {
  const [good, least] = [goodRank(scheme), goodScore(scheme)];
  let [n, count] = [0, 0];
  for (const { grades, rank } of profiles) {
    if (rank === null || rank < good) continue;
    n++;
    let j = 0;
    while (j < grades.length && grades[j] >= least) j++;
    if (j < grades.length) count++;
  }
  return { n, count, share: n === 0 ? null : count / n };
}
