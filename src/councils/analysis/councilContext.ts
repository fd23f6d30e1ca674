import type { ContextRow, Council, Dataset } from "../data/dataset.js";
import { perObject } from "../../perObject.js";

/**
 * The people a council serves and what is known of its area; null where suppressed or not published.
 */
export interface CouncilContext {
  /** People aged 18 and over. */
  readonly adults: number | null;
  /** People aged 65 and over, which may be known where the number of all adults is not. */
  readonly over65: number | null;
  /** The share of adults aged 65 and over, 0 to 1. */
  readonly share65: number | null;
  /** What the population is of, as the data say it: "mid-2024 (…)". */
  readonly populationPeriod: string | null;
  /** What the data note on its population, such as that a number is suppressed. */
  readonly populationNote: string | null;
  /** Average score of the Index of Multiple Deprivation 2025: the higher, the more deprived. */
  readonly deprivation: number | null;
  /** The median of that score over the councils in the data. */
  readonly medianDeprivation: number | null;
  /**
   * People of all ages, and the median over councils of its type, where it has less than a tenth of
   * that median: such a council is grouped with others that are unlike it. Null for any other.
   */
  readonly farSmaller: { readonly people: number; readonly medianOfType: number } | null;
}

/** Below this share of its type's median a council is called far smaller. */
const farSmallerShare = 0.1;

const byCode = (rows: readonly ContextRow[] = []) =>
  new Map(rows.map((row) => [String(row.gss_code), row]));

const numberOf = (value: unknown) => (typeof value === "number" ? value : null);
const textOf = (value: unknown) => (typeof value === "string" ? value : null);

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return null;
  return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
}

const indexed = perObject(({ context, councils }: Dataset) => {
  const deprivation = byCode(context.deprivation);
  const medianOf = (of: readonly (ContextRow | undefined)[], key: string) =>
    median(of.flatMap((row) => numberOf(row?.[key]) ?? []));
  const types = [...new Set(councils.map(({ type }) => type))];
  return {
    population: byCode(context.population),
    deprivation,
    median: medianOf(context.deprivation ?? [], "imd_average_score"),
    medianPeople: new Map(
      types.map((type) => {
        const ofType = councils.filter((council) => council.type === type);
        const rows = ofType.map(({ gssCode }) => deprivation.get(gssCode));
        return [type, medianOf(rows, "pop_implied")] as const;
      }),
    ),
  };
});

/** How many people a council serves, how old they are and how deprived its area is. */
export function councilContext(dataset: Dataset, { gssCode, type }: Council): CouncilContext {
  const { population, deprivation, median, medianPeople } = indexed(dataset);
  const adults = population.get(gssCode);
  const share = numberOf(adults?.share_65plus_of_adults);
  const people = numberOf(deprivation.get(gssCode)?.pop_implied);
  const medianOfType = medianPeople.get(type) ?? null;
  const isFarSmaller =
    people !== null && medianOfType !== null && people < farSmallerShare * medianOfType;
  return {
    adults: numberOf(adults?.pop_18_plus),
    over65: numberOf(adults?.pop_65_plus),
    share65: share === null ? null : share / 100,
    populationPeriod: textOf(adults?.period),
    populationNote: textOf(adults?.note),
    deprivation: numberOf(deprivation.get(gssCode)?.imd_average_score),
    medianDeprivation: median,
    farSmaller: isFarSmaller ? { people, medianOfType } : null,
  };
}
