import type { Dataset } from "../data/dataset.js";
import { binomialUpperTail } from "../statistics/binomial.js";
import type { Incomputable } from "./incomputable.js";
import { isGoodOrBetter } from "./isGoodOrBetter.js";
import { select } from "./select.js";
import type { AnalysisOptions, Selection } from "./select.js";

/** The chance that is left beyond each limit. */
const tail = 0.025;

/** Counts of Good or better among n councils that leave at most 2.5% of chance beyond each. */
export interface RegionLimit {
  readonly n: number;
  readonly low: number;
  readonly high: number;
}

export interface RegionAgainstLimits extends RegionLimit {
  readonly region: string;
  /** Councils whose sum carries Good or Outstanding. */
  readonly goodOrBetter: number;
  readonly place: "below" | "within" | "above";
}

export interface RegionLimits extends Pick<Selection, "set" | "n" | "leftOut"> {
  /** Councils whose sum carries Good or Outstanding, in all regions. */
  readonly goodOrBetter: number;
  /** Their share, 0 to 1, from which the limits follow. */
  readonly share: number | null;
  /** By name: an order that says nothing of quality. */
  readonly regions: readonly RegionAgainstLimits[];
  /** For 1 council up to as many as the largest region has. */
  readonly limits: readonly RegionLimit[];
  readonly method: "exact binomial, 95% each";
  readonly incomputable: readonly Incomputable[];
}

/**
 * Councils whose sum carries Good or better, by region, against what one share for all regions
 * would give: exact binomial limits at each number of councils. Among nine regions one may lie
 * outside its limits by chance alone.
 *
 * Source: Spiegelhalter, Statistics in Medicine 24 (2005), on funnel plots, without interpolation
 * between counts.
 */
export function regionLimits(dataset: Dataset, options: AnalysisOptions = {}): RegionLimits {
  const { set, assessments, n, leftOut } = select(dataset, "scores", options);
  const goodOrBetter = assessments.filter(isGoodOrBetter).length;
  const about = { set, n, leftOut, goodOrBetter, method: "exact binomial, 95% each" } as const;
  if (n === 0) {
    const reason = "no council has nine known scores";
    const incomputable = ["share", "regions"].map((quantity) => ({ quantity, reason }));
    return { ...about, share: null, regions: [], limits: [], incomputable };
  }
  const share = goodOrBetter / n;
  const limitAt = (councils: number): RegionLimit => {
    const above = (k: number) => binomialUpperTail(k + 1, councils, share);
    const counts = Array.from({ length: councils + 1 }, (_, k) => k);
    const low = counts.find((k) => 1 - above(k) >= tail)!;
    const high = counts.find((k) => above(k) <= tail)!;
    return { n: councils, low, high };
  };
  const names = [...new Set(assessments.map(({ region }) => region))].sort();
  const regions = names.map((region): RegionAgainstLimits => {
    const members = assessments.filter((a) => a.region === region);
    const good = members.filter(isGoodOrBetter).length;
    const limit = limitAt(members.length);
    const place = good < limit.low ? "below" : good > limit.high ? "above" : "within";
    return { region, goodOrBetter: good, ...limit, place };
  });
  const most = Math.max(...regions.map((region) => region.n));
  return {
    ...about,
    share,
    regions,
    limits: Array.from({ length: most }, (_, i) => limitAt(i + 1)),
    incomputable: [],
  };
}
