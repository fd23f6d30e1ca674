import type { Dataset } from "../../councils/data/dataset.js";
import type { RatedBody } from "../../ratings/ratedBody.js";
import type { Scheme } from "../../ratings/scheme.js";
import { completeOnly } from "../../ratings/profile.js";
import type { PatternRow } from "../months/tallies.js";
import { behindRating, type BehindRating } from "./behindRating.js";
import {
  covered,
  kindsOf,
  patternRowsOf,
  rankOfCode,
  servicesScheme,
  type Covered,
} from "./serviceRows.js";

/** Of services whose five parts are all rated and dated: how old the parts are. */
export interface PartAges {
  readonly n: number;
  /** Those whose five come from more than one inspection: their days of publication differ. */
  readonly several: number;
  /** Those rated within two years of the month's end, and of these with a part over five years old. */
  readonly recent: number;
  readonly recentOld: number;
}

/** What stands behind the ratings of care services, of one area or of all that are kept. */
export interface Services extends Covered {
  readonly scheme: Scheme;
  /** Locations as a whole. */
  readonly locations: number;
  /** By rating, from the lowest. */
  readonly rated: readonly number[];
  /** Without a rating as a whole, and of these with a service that has one. */
  readonly notRated: number;
  readonly ratedByService: number;
  readonly behind: BehindRating;
  readonly ages: PartAges;
}

const total = (rows: readonly PatternRow[]) =>
  rows.reduce((sum, { locations }) => sum + locations, 0);

/**
 * Ratings of care services in the newest month that was read: in all areas that it holds, or in one
 * council's. Null where the data have no scheme of care services.
 */
export function services(
  dataset: Dataset,
  { council = null }: { readonly council?: string | null } = {},
): Services | null {
  const scheme = servicesScheme(dataset);
  if (scheme === null) return null;
  const rows = patternRowsOf(dataset).filter(
    ({ gss_code }) => council === null || gss_code === council,
  );
  const ranks = rows.map(({ overall }) => rankOfCode(scheme, overall));
  const without = rows.filter((_, i) => ranks[i] === null);
  const dated = rows.filter(({ several }) => several !== "U");
  const recent = dated.filter((row) => row.recent === "Y");
  return {
    ...covered(dataset),
    scheme,
    locations: total(rows),
    rated: scheme.levels.map((_, rank) => total(rows.filter((_row, i) => ranks[i] === rank))),
    notRated: total(without),
    ratedByService: total(without.filter((row) => row.services === "Y")),
    behind: behindRating(scheme, kindsOf(scheme, rows)),
    ages: {
      n: total(dated),
      several: total(dated.filter((row) => row.several === "Y")),
      recent: total(recent),
      recentOld: total(recent.filter((row) => row.old_part === "Y")),
    },
  };
}

/** What is behind the rating in one sample of care services. */
export interface ServiceSample {
  readonly label: string;
  readonly behind: BehindRating;
}

/**
 * The same in the samples that come with the data, and in all of them together, each service once:
 * the first table that has it. For data that hold no month of all England.
 */
export function serviceSamples(dataset: Dataset): ServiceSample[] {
  const scheme = servicesScheme(dataset);
  if (scheme === null) return [];
  const once = (bodies: readonly RatedBody[]) =>
    behindRating(
      scheme,
      completeOnly(scheme, [...new Map([...bodies].reverse().map((one) => [one.id, one])).values()])
        .filter(({ rank }) => rank !== null)
        .map(({ grades, rank }) => ({ grades, rank: rank!, times: 1 })),
    );
  const samples = scheme.samples.flatMap(({ table, label }) => {
    const bodies = dataset.profiles[table] ?? [];
    return bodies.length === 0 ? [] : [{ label, bodies }];
  });
  return [
    ...samples.map(({ label, bodies }) => ({ label, behind: once(bodies) })),
    ...(samples.length < 2
      ? []
      : [
          {
            label: "all of these, each service once",
            behind: once(samples.flatMap(({ bodies }) => bodies)),
          },
        ]),
  ];
}
