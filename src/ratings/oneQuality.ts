import { fitCumulativeLogit } from "../statistics/cumulativeLogit.js";
import type { CumulativeFit } from "../statistics/exactCumulativeLogit.js";
import { estimated } from "../statistics/estimated.js";
import type { Estimated } from "../statistics/estimated.js";
import { normal } from "../statistics/normal.js";
import { random } from "../statistics/random.js";
import type { RandomStream } from "../statistics/random.js";
import { totalOf } from "./total.js";
import type { CompleteProfile } from "./profile.js";
import { ruleOf } from "./rule.js";
import type { Scheme } from "./scheme.js";

/**
 * How a drawn body gets its word: by the scheme's rule, or, where the word is a judgement, as one of
 * the words of the bodies with that total, or with the nearest that any has, drawn at random.
 */
function wordGiver(
  scheme: Scheme,
  profiles: readonly CompleteProfile[],
): (grades: readonly number[], stream: RandomStream) => number | null {
  const rule = ruleOf(scheme);
  if (rule !== null) return rule;
  if (scheme.whole.rule === "none") return () => null;
  const totals = profiles.map(({ grades }) => totalOf(grades));
  const known = new Map<number, readonly number[]>();
  return (grades, stream) => {
    const total = totalOf(grades);
    let ranks = known.get(total);
    if (ranks === undefined) {
      const nearest = Math.min(...totals.map((one) => Math.abs(one - total)));
      ranks = profiles.flatMap(({ rank }, i) =>
        Math.abs(totals[i] - total) === nearest ? [rank!] : [],
      );
      known.set(total, ranks);
    }
    return ranks[stream.integer(ranks.length)];
  };
}

/** One quality plus chance, fitted: what draws bodies anew, and the fit's two numbers. */
export interface OneQualityModel {
  /** As many bodies as there are, each with its word; lent until the next draw. */
  readonly draw: () => readonly CompleteProfile[];
  /** The standard deviation of the quality between bodies, in logits. */
  readonly sigma: number;
  readonly logLikelihood: number;
  readonly fit: CumulativeFit;
}

/**
 * One quality plus chance: what draws as many bodies anew from the ordinal model that is fitted to the grades ({@link fitCumulativeLogit}: parts differ in how easily they are graded high,
 * bodies in one quality, and all else is chance), each with its word.
 *
 * Not estimable where the model is not.
 */
export function oneQualityModel(
  scheme: Scheme,
  profiles: readonly CompleteProfile[],
  seed: number,
  fit: (
    rows: readonly (readonly number[])[],
    categories: number,
  ) => Estimated<CumulativeFit> = fitCumulativeLogit,
): Estimated<OneQualityModel> {
  const rows = profiles.map(({ grades }) => grades);
  const { value: model, reason } = fit(rows, scheme.levels.length);
  if (model === null) return { value: null, reason };
  const lowest = Math.min(...rows.map((row) => Math.min(...row)));
  // A threshold with no grade on one side lies beyond all grades on that side.
  const thresholds = model.thresholds.map(
    (threshold, c) => threshold ?? (c + 1 < lowest ? -Infinity : Infinity),
  );
  const items = [0, ...model.items];
  // A uniform number has logistic log odds, as the model's error: it lifts a part of a body above a
  // threshold where its odds are above these, over the exponential of the body's quality.
  const oddsAt = items.map((item) => thresholds.map((threshold) => Math.exp(threshold - item)));
  const stream = random(seed);
  const rankOf = wordGiver(scheme, profiles);
  const drawn = profiles.map(({ id }) => ({
    id,
    grades: items.map(() => 1),
    rank: null as number | null,
  }));
  const draw = () => {
    for (const body of drawn) {
      const against = Math.exp(-model.sigma * normal(stream));
      for (let j = 0; j < items.length; j++) {
        const u = stream.next();
        const odds = u / (1 - u) / against;
        let above = 0;
        while (above < thresholds.length && odds > oddsAt[j][above]) above++;
        body.grades[j] = above + 1;
      }
      body.rank = rankOf(body.grades, stream);
    }
    return drawn;
  };
  const { sigma, logLik } = model;
  return estimated({ draw, sigma, logLikelihood: logLik, fit: model });
}
