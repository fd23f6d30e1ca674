import { dirichletReaches } from "../statistics/dirichletWeights.js";
import type { Level } from "../statistics/dirichletWeights.js";
import { countAlike } from "./countAlike.js";
import { noneKnown, withoutSum, withoutThemes } from "./incomputable.js";
import type { Incomputable } from "./incomputable.js";
import { meanCutsOf, rankOfMean } from "./meanCuts.js";
import type { MeanCuts } from "./meanCuts.js";
import { completeOnly } from "./profile.js";
import type { Profile } from "./profile.js";
import { ruleOf } from "./rule.js";
import { goodRank, goodScore } from "./scheme.js";
import type { Scheme } from "./scheme.js";
import { smallestShift } from "./smallestShift.js";
import { themeGroups } from "./themeGroups.js";
import { flipsOf } from "./whatIf.js";
import type { Flip } from "./whatIf.js";

/** The concentrations of the random weights: 1 is very diffuse, 10 keeps them near equal. */
const concentrations = [1, 10] as const;
const cutsNames = ["nearest", "ceiling"] as const;
type CutsName = (typeof cutsNames)[number];

/** One way of drawing weights and cutting the mean. */
export interface RandomWeights {
  /** The concentration of the Dirichlet distribution of the weights. */
  readonly c: number;
  readonly cuts: CutsName;
  /** How many bodies would be expected to get another word. */
  readonly expectedChanges: number | null;
}

export interface GoodByCount {
  /** Parts with the lowest good grade, the others having the one below it. */
  readonly count: number;
  readonly c: number;
  readonly cuts: CutsName;
  /** The chance that random weights make the word good or better. */
  readonly good: number;
}

/** Whose rating changes under other weights of the parts, other means and other cuts. */
export interface WeightsOf {
  readonly n: number;
  /** Whose words change when a part is left out, part by part. */
  readonly leaveOneOut: readonly { readonly part: string; readonly flips: readonly Flip[] }[];
  /** Themes weighted alike, instead of parts; null where the scheme has none. */
  readonly themeEqualWeights: readonly Flip[] | null;
  readonly geometricMean: readonly Flip[];
  /** A word no better than the worst part. */
  readonly worstPart: readonly Flip[];
  readonly randomWeights: readonly RandomWeights[];
  /** For bodies whose every part is just below good or just good. */
  readonly goodByCount: readonly GoodByCount[];
  /** How many bodies' words flip on a shift of that share of the weight; null: on none. */
  readonly smallestShifts: readonly { readonly shift: number | null; readonly n: number }[];
  readonly incomputable: readonly Incomputable[];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * How robust the word is to the rule that makes it where that is a sum: exact, for bodies with every
 * grade known and against the word that the total carries. One part left out; random weights; the
 * smallest shift of weight that flips the word; equal themes, a geometric mean, no better than the
 * worst.
 *
 * Source: OECD and JRC, Handbook on Constructing Composite Indicators (2008), on the robustness of
 * an index to weights and aggregation.
 */
export function weightsOf(scheme: Scheme, profiles: readonly Profile[]): WeightsOf {
  const cuts = meanCutsOf(scheme);
  const rule = ruleOf(scheme);
  if (cuts === null || rule === null)
    return {
      n: 0,
      leaveOneOut: [],
      themeEqualWeights: null,
      geometricMean: [],
      worstPart: [],
      randomWeights: [],
      goodByCount: [],
      smallestShifts: [],
      incomputable: [{ quantity: "weights", reason: withoutSum }],
    };
  const { parts, levels } = scheme;
  const known = completeOnly(scheme, profiles);
  const n = known.length;
  const byMean = (of: (grades: readonly number[]) => number) =>
    flipsOf(scheme, known, (grades) => rankOfMean(of(grades), cuts.nearest));

  const groups = themeGroups(scheme);
  const themeMean = (grades: readonly number[]) =>
    mean(groups.map((group) => mean(group.map((place) => grades[place]))));
  const levelsOf = (grades: readonly number[]): Level[] =>
    levels.map((_, place) => ({
      value: place + 1,
      count: grades.filter((grade) => grade === place + 1).length,
    }));
  /** The chance that random weights keep the word that equal weights give. */
  const chanceKept = (grades: readonly number[], c: number, at: MeanCuts) => {
    const rank = rule(grades);
    const held = levelsOf(grades);
    const reaches = (cut: number | undefined, beyond: number) =>
      cut === undefined ? beyond : dirichletReaches(held, cut, c);
    return reaches(at[rank - 1], 1) - reaches(at[rank], 0);
  };

  const ways = concentrations.flatMap((c) => cutsNames.map((name) => ({ c, name })));
  // Bodies with as many of each grade have the same chances and shifts.
  const kinds = countAlike(known.map(({ grades }) => [...grades].sort((a, b) => a - b)));
  const expectedChanges = (c: number, at: MeanCuts) => {
    let expected = 0;
    for (const kind of kinds) expected += kind.n * (1 - chanceKept(kind.scores, c, at));
    return expected;
  };
  const shifts = new Map<number | null, number>();
  for (const kind of kinds) {
    const shift = smallestShift(kind.scores, cuts.nearest);
    const rounded = shift === null ? null : Number(shift.toFixed(12));
    shifts.set(rounded, (shifts.get(rounded) ?? 0) + kind.n);
  }
  const least = goodScore(scheme);
  const cutToGood = goodRank(scheme) - 1;
  const incomputable: Incomputable[] = [];
  if (n === 0)
    incomputable.push({
      quantity: "weights",
      reason: noneKnown(scheme),
    });
  if (groups.length === 0)
    incomputable.push({ quantity: "themeEqualWeights", reason: withoutThemes });
  return {
    n,
    leaveOneOut: parts.map(({ id }, left) => ({
      part: id,
      flips: byMean((grades) => mean(grades.filter((_, i) => i !== left))),
    })),
    themeEqualWeights: groups.length === 0 ? null : byMean(themeMean),
    geometricMean: byMean((grades) => Math.exp(mean(grades.map(Math.log)))),
    worstPart: flipsOf(scheme, known, (grades, rank) =>
      Math.min(...grades.map((g) => g - 1), rank),
    ),
    randomWeights: ways.map(({ c, name }) => ({
      c,
      cuts: name,
      expectedChanges: n === 0 ? null : expectedChanges(c, cuts[name]),
    })),
    goodByCount:
      cutToGood < 0
        ? []
        : ways.flatMap(({ c, name }) =>
            Array.from({ length: parts.length + 1 }, (_, count) => ({
              count,
              c,
              cuts: name,
              good: dirichletReaches(
                [
                  { value: least - 1, count: parts.length - count },
                  { value: least, count },
                ],
                cuts[name][cutToGood],
                c,
              ),
            })),
          ),
    smallestShifts: [...shifts]
      .sort(([a], [b]) => (a ?? Infinity) - (b ?? Infinity))
      .map(([shift, bodies]) => ({ shift, n: bodies })),
    incomputable,
  };
}
