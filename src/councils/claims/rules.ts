import type { JudgedEvidence, Rule, Verdict } from "./claim.js";

/**
 * How claims are decided. Each rule is fixed before its result is known, and made here once, in
 * words and as a function. Whatever is not computed leaves a claim undecidable.
 */

type Test = (value: number, bound: number) => boolean;

/** Bounds are met where they differ by rounding alone. */
const rounding = 1e-12;
const above: Test = (value, bound) => value > bound + rounding;
const atLeast: Test = (value, bound) => value >= bound - rounding;
const below: Test = (value, bound) => value < bound - rounding;

const percent = (share: number) => `${Number((100 * share).toFixed(6))}%`;

/** Two ranges that are judged alike: an interval, and bounds on what is not known. */
export type RangeName = "95% interval" | "range of what is possible";

function rangeRule(test: Test, which: string, bound: number, range: RangeName): Rule {
  return {
    words:
      `supported if the whole ${range} is ${which} ${percent(bound)}, ` +
      `not supported if none of it is, otherwise left open`,
    bounds: [bound],
    verdict: ({ interval }) => {
      if (!interval) return "undecidable";
      const [low, high] = interval.map((end) => test(end, bound));
      if (low && high) return "supported";
      return low || high ? "undecidable" : "not supported";
    },
  };
}

/** The whole interval lies above the bound. */
export function intervalAbove(bound: number, range: RangeName = "95% interval"): Rule {
  return rangeRule(above, "above", bound, range);
}

/** The whole interval is at the bound or above it. */
export function intervalAtLeast(bound: number, range: RangeName = "95% interval"): Rule {
  return rangeRule(atLeast, "at least", bound, range);
}

/** The whole interval lies below the bound. */
export function intervalBelow(bound: number, range: RangeName = "95% interval"): Rule {
  return rangeRule(below, "below", bound, range);
}

/** The estimate, a share or a difference of shares, leaves nothing to chance: at the bound or above. */
export function estimateAtLeast(bound: number, unit: "share" | "points" = "share"): Rule {
  const least =
    unit === "share" ? percent(bound) : `${percent(bound).slice(0, -1)} percentage points`;
  return {
    words: `supported if it is at least ${least}, not supported if it is less`,
    bounds: [bound],
    verdict: ({ estimate }) =>
      estimate === null ? "undecidable" : atLeast(estimate, bound) ? "supported" : "not supported",
  };
}

/** .05 as it is written in the field: without the nought. */
function small(value: number): string {
  return String(value).replace(/^0/, "");
}

const passes = ({ adjustedP }: JudgedEvidence, level: number) =>
  adjustedP !== null && adjustedP <= level;

const testWords = (level: number, family: string | null) =>
  `supported if p${family === null ? "" : `, adjusted over ${family},`} is at most ${small(level)}`;

/**
 * A test, of a claim by itself or of one of a family. A p-value above the level is no evidence
 * against a claim, only none for it.
 */
export function testAt(level: number, family: string | null = null): Rule {
  return {
    words: `${testWords(level, family)}, otherwise left open`,
    verdict: (evidence) => (passes(evidence, level) ? "supported" : "undecidable"),
  };
}

/**
 * A correlation's test, and its two-sided interval inside ±`negligible`, so that it is known to be
 * weak. A 95% interval is stricter than two one-sided tests at .05, which would ask for one of 90%.
 */
export function correlation(level: number, negligible: number, family: string | null = null): Rule {
  return {
    words:
      `${testWords(level, family)}; not supported if the whole two-sided 95% interval lies within ±${negligible.toFixed(2).replace(/^0/, "")}; ` +
      "otherwise left open",
    bounds: [-negligible, negligible],
    verdict: (evidence) => {
      if (passes(evidence, level)) return "supported";
      const weak = evidence.interval?.every((end) => atLeast(negligible, Math.abs(end)));
      return weak ? "not supported" : "undecidable";
    },
  };
}

/** A correlation known to be weak, its whole interval inside ±`negligible`; or known not to be. */
export function weakCorrelation(negligible: number): Rule {
  const bound = negligible.toFixed(2).replace(/^0/, "");
  return {
    words:
      `supported if the whole two-sided 95% interval lies within ±${bound}, not supported if it ` +
      `lies above ${bound} or below −${bound}, otherwise left open`,
    bounds: [-negligible, negligible],
    verdict: ({ interval }) => {
      if (!interval) return "undecidable";
      const [low, high] = interval;
      if (atLeast(low, -negligible) && atLeast(negligible, high)) return "supported";
      return above(low, negligible) || below(high, -negligible) ? "not supported" : "undecidable";
    },
  };
}

/** Odds that rise: an interval above 1 with its test, or one that lies near 1 or below it. */
export function oddsRise(level: number, smallest: number, family: string): Rule {
  return {
    words:
      `supported if the whole 95% interval lies above 1 and p, adjusted over ${family}, is at most ` +
      `${small(level)}; not supported if the interval lies between ${1 / smallest} and ${smallest}, or ` +
      "below 1; otherwise left open",
    bounds: [1 / smallest, 1, smallest],
    verdict: (evidence) => {
      if (!evidence.interval) return "undecidable";
      const [low, high] = evidence.interval;
      if (above(low, 1) && passes(evidence, level)) return "supported";
      const near = atLeast(low, 1 / smallest) && atLeast(smallest, high);
      return near || below(high, 1) ? "not supported" : "undecidable";
    },
  };
}

/** An interval above 0, or one that ends at a gain too small to matter. */
export function gain(negligible: number): Rule {
  return {
    words:
      "supported if the whole 95% interval lies above 0, not supported if its upper end is at most " +
      `${percent(negligible).slice(0, -1)} percentage points, otherwise left open`,
    bounds: [0, negligible],
    boundsOfEnds: [[0], [negligible]],
    verdict: ({ interval }) => {
      if (!interval) return "undecidable";
      if (above(interval[0], 0)) return "supported";
      return atLeast(negligible, interval[1]) ? "not supported" : "undecidable";
    },
  };
}

/** A statement that is the lowest in so many draws, or that another is below in as many. */
export function lowestInDraws(share: number): Rule {
  return {
    words:
      `supported if it is the lowest alone in at least ${percent(share)} of draws, not supported if ` +
      "another is lower in as many, otherwise left open",
    verdict: ({ estimate, beside: { anotherLower } }) => {
      if (estimate === null || typeof anotherLower !== "number") return "undecidable";
      if (atLeast(estimate, share)) return "supported";
      return atLeast(anotherLower, share) ? "not supported" : "undecidable";
    },
  };
}

/** One factor, and reliability whose interval lies at the bound or above it. */
export function oneFactorAndReliability(bound: number): Rule {
  return {
    words:
      "supported if parallel analysis shows one factor and the 95% interval of alpha has its " +
      `lower end at ${small(bound)} or above; not supported if it shows another number of ` +
      `factors or the whole interval is below ${small(bound)}; otherwise left open`,
    bounds: [bound],
    verdict: ({ interval, beside: { factors } }) => {
      if (!interval || typeof factors !== "number") return "undecidable";
      if (factors !== 1 || below(interval[1], bound)) return "not supported";
      return atLeast(interval[0], bound) ? "supported" : "undecidable";
    },
  };
}

/** Nothing is decided before something is known: until then the test gives a reason. */
export function undecidableUntil(what: string, rule: Rule): Rule {
  return {
    ...rule,
    words: `left open until ${what}; then ${rule.words}`,
    verdict: (evidence) => (evidence.reason === null ? rule.verdict(evidence) : "undecidable"),
  };
}

/** Two groups by A: it is known to be near 1/2, or to differ from it. */
export function groupsDiffer(margin: number): Rule {
  return {
    words:
      `not supported if the whole 95% interval of A lies within 1/2 ± ${small(margin)}, ` +
      "supported if it otherwise leaves out 1/2, and left open if not",
    bounds: [0.5 - margin, 0.5 + margin],
    verdict: ({ interval }): Verdict => {
      if (!interval) return "undecidable";
      const [low, high] = interval;
      if (atLeast(low, 0.5 - margin) && atLeast(0.5 + margin, high)) return "not supported";
      return low > 0.5 || high < 0.5 ? "supported" : "undecidable";
    },
  };
}

/** What an analysis has decided by a rule frozen in a file: the verdict that is beside it. */
export function frozen(words: string): Rule {
  const verdicts: readonly Verdict[] = ["supported", "not supported", "undecidable"];
  return {
    words,
    verdict: ({ beside }) =>
      verdicts.find((verdict) => verdict === beside.verdict) ?? "undecidable",
  };
}

/** An event that every council of a kind has and no other. */
export const everyOneAndNoOther: Rule = {
  words: "supported if it followed for every one of them and for no other, otherwise not supported",
  verdict: ({ estimate, beside: { otherNotified } }) => {
    if (estimate === null || typeof otherNotified !== "number") return "undecidable";
    return estimate === 1 && otherNotified === 0 ? "supported" : "not supported";
  },
};
