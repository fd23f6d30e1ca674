import type { Dataset } from "../data/dataset.js";
import type { SimulationOptions } from "../../statistics/bootstrap.js";
import type { Benchmark, ExactModel, Measures, MeasureName } from "../../ratings/measures.js";
import { measureNames, measuresOf } from "../../ratings/measures.js";
import type { Profile } from "../../ratings/profile.js";
import type { Scheme } from "../../ratings/scheme.js";
import { bodies } from "../../ratings/schemeWords.js";
import { selectProfiles } from "./councilProfiles.js";

/** A benchmark as its mean and the ends of its middle 95%. */
export type BenchmarkNumbers = readonly [mean: number, low: number, high: number];

/** What one quality plus chance gives, as it is fitted to a table's grades. */
export interface OneQualityNumbers {
  /** In logits. */
  readonly sigma: number;
  readonly logLik: number;
  readonly wordShare: BenchmarkNumbers | null;
  readonly toldRight: BenchmarkNumbers | null;
  readonly allAlike: BenchmarkNumbers | null;
  readonly lowUnderGood: BenchmarkNumbers | null;
  readonly reversals: BenchmarkNumbers | null;
}

/** What the words of one table of rated bodies tell and hide; shares are 0 to 1. */
export interface SchemeMeasures {
  readonly scheme: string;
  /** What the bodies are called in a sentence. */
  readonly label: string;
  /** What the scheme is called on a page, its regulator, and what it rates, one of them. */
  readonly name: string;
  readonly regulator: string;
  readonly body: string;
  /** Which bodies the table holds, where it does not hold all; else null. */
  readonly sample: string | null;
  /** What is to be said with any of these numbers; null for nothing. */
  readonly caveat: string | null;
  /** Bodies with every part and, where the scheme has one, the word known. */
  readonly n: number;
  readonly parts: number;
  readonly wordShare: number | null;
  readonly toldRight: number | null;
  readonly allAlike: number | null;
  /** Bodies with a part below good, of those whose word is good or better. */
  readonly lowUnderGood: readonly [count: number, of: number] | null;
  readonly reversals: number | null;
  /** The same if bodies differed in one quality and all else were chance; null where not fitted. */
  readonly oneQuality:
    | (OneQualityNumbers & {
        /**
         * Where 15 nodes of quadrature, as R's `clmm(nAGQ = 15)` takes them, miss the likelihood by
         * more than 0.1: what the same model gives with its integral exact. Pages show this.
         */
        readonly exact: OneQualityNumbers | null;
      })
    | null;
  /** Why a number is null, by its key: `wordShare`, `oneQuality`, `oneQuality.wordShare`. */
  readonly reasons: Readonly<Record<string, string>>;
}

/** The measures of every scheme side by side. No scheme is ranked. */
export interface Schemes {
  readonly schema: "ninefold.schemes/1";
  readonly replicates: number;
  readonly seed: number;
  /** By the name of the table: the scheme's id, or ID.NAME where a scheme has several. */
  readonly schemes: Readonly<Record<string, SchemeMeasures>>;
}

const keys: Readonly<Record<MeasureName, string>> = {
  wordShare: "wordShare",
  toldRight: "toldRight",
  allAlike: "allAlike",
  lowPartUnderGood: "lowUnderGood",
  reversals: "reversals",
};

/** The key of a quantity in this result, from its key in {@link Measures}. */
function keyOf(quantity: string): string {
  if (quantity === "model") return "oneQuality";
  if (quantity === "exact") return "oneQuality.exact";
  const [name, of] = quantity.split(".");
  const key = keys[name as MeasureName];
  return of === undefined ? key : `${of}.${key}`;
}

const numbersOf = (of: Benchmark | null): BenchmarkNumbers | null => of && [of.mean, ...of.range];

function toNumbers(
  { sigma, logLikelihood }: Pick<ExactModel, "sigma" | "logLikelihood">,
  of: ExactModel["oneQuality"],
): OneQualityNumbers {
  return {
    ...{ sigma, logLik: logLikelihood },
    wordShare: numbersOf(of.wordShare),
    toldRight: numbersOf(of.toldRight),
    allAlike: numbersOf(of.allAlike),
    lowUnderGood: numbersOf(of.lowPartUnderGood),
    reversals: numbersOf(of.reversals),
  };
}

function toBenchmark(measures: Measures): Pick<SchemeMeasures, "oneQuality" | "reasons"> {
  const { model, exact, incomputable } = measures;
  const drawn = Object.fromEntries(
    measureNames.map((name) => [name, measures[name].oneQuality]),
  ) as ExactModel["oneQuality"];
  return {
    oneQuality: model && {
      ...toNumbers(model, drawn),
      exact: exact && toNumbers(exact, exact.oneQuality),
    },
    reasons: Object.fromEntries(
      incomputable.map(({ quantity, reason }) => [keyOf(quantity), reason]),
    ),
  };
}

/** What one quality plus chance gives of a measure, by the exact integral where 15 nodes miss it. */
export function usualOf(
  { oneQuality }: Pick<SchemeMeasures, "oneQuality">,
  key: Exclude<keyof OneQualityNumbers, "sigma" | "logLik">,
): BenchmarkNumbers | null {
  return (oneQuality?.exact ?? oneQuality)?.[key] ?? null;
}

/** A scheme's rated bodies, and in words which. */
interface Rated {
  readonly table: string;
  readonly scheme: Scheme;
  readonly label: string;
  readonly sample: string | null;
  readonly caveat: string | null;
  readonly profiles: readonly Profile[];
}

/** Councils under the scheme in use, then each table of bodies, by name. */
function ratedIn(dataset: Dataset): Rated[] {
  const { scheme, profiles } = selectProfiles(dataset, { set: "complete" });
  const label = bodies(scheme);
  const councils = { table: scheme.id, scheme, label, sample: null, caveat: null, profiles };
  const tables = Object.entries(dataset.profiles).map(([table, own]): Rated => {
    const of = dataset.schemes.find(({ id }) => id === table.split(".")[0])!;
    const sample = of.samples.find((one) => one.table === table);
    return {
      table,
      scheme: of,
      label: sample?.label ?? bodies(of),
      sample: sample?.name ?? null,
      caveat: sample?.caveat ?? null,
      profiles: own,
    };
  });
  return [councils, ...tables.sort((a, b) => (a.table < b.table ? -1 : 1))];
}

/**
 * What one word tells and hides in every scheme that the data hold, by the measures of
 * {@link measuresOf}: councils of the complete set, and the bodies of each table `schemes/ID.csv`. No
 * measure ranks schemes: fewer parts and a wider spread of bodies raise most of them, whatever the
 * rule, and the benchmark beside each shows how far.
 */
export function schemes(dataset: Dataset, options: SimulationOptions = {}): Schemes {
  let about: Pick<Measures, "replicates" | "seed"> | null = null;
  const results = ratedIn(dataset).map((rated) => {
    const { table, scheme, label, sample, caveat } = rated;
    const measures = measuresOf(scheme, rated.profiles, options);
    about ??= measures;
    const { lowPart } = measures;
    const result: SchemeMeasures = {
      scheme: scheme.id,
      label,
      name: scheme.name,
      regulator: scheme.regulator,
      body: scheme.body,
      sample,
      caveat,
      n: measures.n,
      parts: scheme.parts.length,
      wordShare: measures.wordShare.observed,
      toldRight: measures.toldRight.observed,
      allAlike: measures.allAlike.observed,
      lowUnderGood: lowPart.n === 0 ? null : [lowPart.count, lowPart.n],
      reversals: measures.reversals.observed,
      ...toBenchmark(measures),
    };
    return [table, result] as const;
  });
  const { replicates, seed } = about!;
  return { schema: "ninefold.schemes/1", replicates, seed, schemes: Object.fromEntries(results) };
}
