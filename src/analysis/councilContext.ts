import type { ContextRow, Council, Dataset } from "../data/dataset.js";
import { perDataset } from "./perDataset.js";

export interface CouncilContext {
  /** People aged 18 and over. */
  readonly adults: number | null;
  /** The share of them aged 65 and over, 0 to 1. */
  readonly share65: number | null;
  /** What the population is of, as the data say it: "mid-2024 (…)". */
  readonly populationPeriod: string | null;
  /** Average score of the Index of Multiple Deprivation 2025: the higher, the more deprived. */
  readonly deprivation: number | null;
  /** The median of that score over the councils in the data. */
  readonly medianDeprivation: number | null;
}

const byCode = (rows: readonly ContextRow[] = []) =>
  new Map(rows.map((row) => [String(row.gss_code), row]));

const indexed = perDataset(({ context }) => {
  const scores = (context.deprivation ?? [])
    .flatMap(({ imd_average_score: score }) => (typeof score === "number" ? [score] : []))
    .sort((a, b) => a - b);
  const middle = scores.length / 2;
  return {
    population: byCode(context.population),
    deprivation: byCode(context.deprivation),
    median:
      scores.length === 0 ? null : (scores[Math.ceil(middle) - 1] + scores[Math.floor(middle)]) / 2,
  };
});

/** How many adults a council serves, how old they are and how deprived its area is. */
export function councilContext(dataset: Dataset, { gssCode }: Council): CouncilContext {
  const { population, deprivation, median } = indexed(dataset);
  const people = population.get(gssCode);
  const numberOf = (value: unknown) => (typeof value === "number" ? value : null);
  const share = numberOf(people?.share_65plus_of_adults);
  return {
    adults: numberOf(people?.pop_18_plus),
    share65: share === null ? null : share / 100,
    populationPeriod: typeof people?.period === "string" ? people.period : null,
    deprivation: numberOf(deprivation.get(gssCode)?.imd_average_score),
    medianDeprivation: median,
  };
}
