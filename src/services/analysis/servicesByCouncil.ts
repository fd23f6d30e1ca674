import { limitAt, type RegionLimit } from "../../councils/analysis/regionLimits.js";
import { select } from "../../councils/analysis/select.js";
import type { Council, Dataset } from "../../councils/data/dataset.js";
import { goodRank, ratingsOf, type Rating } from "../../ratings/scheme.js";
import { clopperPearson } from "../../statistics/binomial.js";
import { kendall } from "../../statistics/kendall.js";
import { patternRowsOf, rankOfCode, servicesScheme } from "./serviceRows.js";

/** Councils with fewer rated services are counted: no share of theirs is told. */
export const fewestServices = 20;

/** Care services in one council's area that are rated as a whole. */
export interface CouncilServices {
  readonly council: Council;
  readonly n: number;
  /** Rated good or better. */
  readonly good: number;
  /** The rest is null where there are fewer than {@link fewestServices}. */
  readonly share: number | null;
  /** 95%, Clopper and Pearson. */
  readonly interval: readonly [number, number] | null;
  /** Against the share of all: counts that leave at most 2.5%, and 0.1%, beyond each. */
  readonly limits: RegionLimit | null;
  readonly place: "below" | "within" | "above" | null;
}

/** Services in the areas of councils that have one rating of their own. */
export interface BesideOwn {
  readonly rating: Rating;
  readonly councils: number;
  readonly n: number;
  readonly good: number;
}

/** Each council area's care services, counted, against limits of chance. No area is ranked. */
export interface ServicesByCouncil {
  /** From A to Z. */
  readonly councils: readonly CouncilServices[];
  /** Of all rated services, those good or better, 0 to 1; null where none is rated. */
  readonly share: number | null;
  /** Councils that the data know, and those with a rating of their own and a rated service. */
  readonly of: number;
  readonly withOwn: number;
  /** From the lowest rating. */
  readonly besideOwn: readonly BesideOwn[];
  /** Kendall's tau-b of the council's total and the share, where {@link fewestServices} are rated. */
  readonly agreement: { readonly n: number; readonly tauB: number; readonly p: number } | null;
}

/** Councils are not ranked: each stands beside limits of chance, from A to Z. */
export function servicesByCouncil(dataset: Dataset): ServicesByCouncil {
  const scheme = servicesScheme(dataset);
  const counts = new Map<string, { n: number; good: number }>();
  for (const { gss_code, overall, locations } of patternRowsOf(dataset)) {
    const rank = scheme === null ? null : rankOfCode(scheme, overall);
    if (rank === null) continue;
    const one = counts.get(gss_code) ?? { n: 0, good: 0 };
    one.n += locations;
    if (rank >= goodRank(scheme!)) one.good += locations;
    counts.set(gss_code, one);
  }
  const all = [...counts.values()];
  const n = all.reduce((sum, one) => sum + one.n, 0);
  const share = n === 0 ? null : all.reduce((sum, one) => sum + one.good, 0) / n;
  const councils = dataset.councils
    .flatMap((council): CouncilServices[] => {
      const one = counts.get(council.gssCode);
      if (one === undefined) return [];
      const few = { council, ...one, share: null, interval: null, limits: null, place: null };
      if (one.n < fewestServices) return [few];
      const limits = limitAt(one.n, share!);
      return [
        {
          ...few,
          share: one.good / one.n,
          interval: clopperPearson(one.good, one.n),
          limits,
          place: one.good < limits.low ? "below" : one.good > limits.high ? "above" : "within",
        },
      ];
    })
    .sort((a, b) => (a.council.name < b.council.name ? -1 : 1));
  const own = select(dataset, "rating", { set: "all" });
  const rated = own.assessments.flatMap(({ gssCode, rating, sum }) => {
    const found = councils.find(({ council }) => council.gssCode === gssCode);
    return found === undefined || rating === null ? [] : [{ found, rating, sum }];
  });
  const both = rated.flatMap(({ found, sum }) =>
    found.share === null || sum === null ? [] : [{ share: found.share, sum }],
  );
  const agreement = kendall(
    both.map((one) => one.sum),
    both.map((one) => one.share),
    { replicates: 0 },
  );
  return {
    councils,
    share,
    of: dataset.councils.length,
    withOwn: rated.length,
    besideOwn: ratingsOf(own.scheme).flatMap((rating) => {
      const some = rated.filter((one) => one.rating === rating).map(({ found }) => found);
      if (some.length === 0) return [];
      return [
        {
          rating,
          councils: some.length,
          n: some.reduce((sum, one) => sum + one.n, 0),
          good: some.reduce((sum, one) => sum + one.good, 0),
        },
      ];
    }),
    agreement: agreement && { n: agreement.n, tauB: agreement.tauB, p: agreement.asymptoticP },
  };
}
