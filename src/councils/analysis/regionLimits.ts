import type { Assessment, Dataset } from "../data/dataset.js";
import { binomialUpperTail } from "../../statistics/binomial.js";
import { noneKnown, withoutWord } from "../../ratings/incomputable.js";
import type { Incomputable } from "../../ratings/incomputable.js";
import type { Scheme } from "../../ratings/scheme.js";
import { isGoodOrBetter } from "./isGoodOrBetter.js";
import { selectProfiles } from "./councilProfiles.js";
import type { AnalysisOptions, Selection } from "./select.js";

/** Counts of Good or better among n councils that leave at most a given chance beyond each. */
export interface RegionLimit {
  readonly n: number;
  /** At most 2.5% beyond each. */
  readonly low: number;
  readonly high: number;
  /** At most 0.1% beyond each. */
  readonly outerLow: number;
  readonly outerHigh: number;
}

type Place = "below" | "within" | "above";

interface AgainstLimits extends RegionLimit {
  /** Councils whose sum carries a word that is good or better. */
  readonly goodOrBetter: number;
  /** Their share, 0 to 1. */
  readonly share: number;
  readonly place: Place;
  readonly outerPlace: Place;
}

export interface RegionAgainstLimits extends AgainstLimits {
  readonly region: string;
}

export interface TypeAgainstLimits extends AgainstLimits {
  readonly type: string;
}

/** Each region's share rated Good or Outstanding against limits of chance for its size. */
export interface RegionLimits extends Pick<Selection, "scheme" | "set" | "n" | "leftOut"> {
  /** Councils whose sum carries a word that is good or better, in all regions. */
  readonly goodOrBetter: number;
  /** Their share, 0 to 1, from which the limits follow. */
  readonly share: number | null;
  /** By name: an order that says nothing of quality. */
  readonly regions: readonly RegionAgainstLimits[];
  /** The same over types of council, by name. */
  readonly types: readonly TypeAgainstLimits[];
  /** For 1 council up to as many as the largest region has. */
  readonly limits: readonly RegionLimit[];
  readonly method: "exact binomial, 95% and outer 99.8% each";
  readonly incomputable: readonly Incomputable[];
}

/** The limits at a number of councils, each Good or better with the chance `share`. */
export function limitAt(n: number, share: number): RegionLimit {
  const above = (k: number) => binomialUpperTail(k + 1, n, share);
  const counts = Array.from({ length: n + 1 }, (_, k) => k);
  const low = (tail: number) => counts.find((k) => 1 - above(k) >= tail)!;
  const high = (tail: number) => counts.find((k) => above(k) <= tail)!;
  return { n, low: low(0.025), high: high(0.025), outerLow: low(0.001), outerHigh: high(0.001) };
}

function groupsBy(
  key: "region" | "councilType",
  assessments: readonly Assessment[],
  share: number,
  scheme: Scheme,
): (AgainstLimits & { readonly name: string })[] {
  const names = [...new Set(assessments.map((a) => a[key]))].sort();
  return names.map((name) => {
    const members = assessments.filter((a) => a[key] === name);
    const good = members.filter(isGoodOrBetter(scheme)).length;
    const limit = limitAt(members.length, share);
    const place = (low: number, high: number) =>
      good < low ? "below" : good > high ? "above" : "within";
    return {
      name,
      goodOrBetter: good,
      share: good / members.length,
      ...limit,
      place: place(limit.low, limit.high),
      outerPlace: place(limit.outerLow, limit.outerHigh),
    };
  });
}

/**
 * Councils whose sum carries Good or better, by region and by type of council, against what one
 * share for all would give: exact binomial limits at each number of councils. The lower limit is
 * the least count k with P(X <= k) >= 2.5% (outer: 0.1%), the upper the least with P(X > k) <= 2.5%
 * (outer: 0.1%), so a group beyond either is one that chance gives at most that often. Among nine
 * regions one may lie outside the inner limits by chance alone, and the share against which a group
 * is held holds its own councils too.
 *
 * Source: Spiegelhalter, Statistics in Medicine 24 (2005), on funnel plots, without interpolation
 * between counts.
 */
export function regionLimits(dataset: Dataset, options: AnalysisOptions = {}): RegionLimits {
  const { scheme, set, assessments, n, leftOut } = selectProfiles(dataset, options);
  const goodOrBetter = assessments.filter(isGoodOrBetter(scheme)).length;
  const method = "exact binomial, 95% and outer 99.8% each";
  const about = { scheme, set, n, leftOut, goodOrBetter, method } as const;
  if (n === 0 || scheme.whole.rule === "none") {
    const reason = n === 0 ? noneKnown(scheme) : withoutWord;
    const incomputable = ["share", "regions", "types"].map((quantity) => ({ quantity, reason }));
    return { ...about, share: null, regions: [], types: [], limits: [], incomputable };
  }
  const share = goodOrBetter / n;
  const regions = groupsBy("region", assessments, share, scheme).map(
    ({ name: region, ...rest }): RegionAgainstLimits => ({ region, ...rest }),
  );
  const types = groupsBy("councilType", assessments, share, scheme).map(
    ({ name: type, ...rest }): TypeAgainstLimits => ({ type, ...rest }),
  );
  const most = Math.max(...regions.map((region) => region.n));
  const limits = Array.from({ length: most }, (_, i) => limitAt(i + 1, share));
  return { ...about, share, regions, types, limits, incomputable: [] };
}
