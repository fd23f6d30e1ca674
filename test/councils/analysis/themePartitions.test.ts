import { describe, expect, test } from "vitest";
import { themePartitions } from "../../../src/councils/analysis/themePartitions.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { madeUp } from "../../madeUp.js";
import { expectAllClose, expectClose } from "../../statistics/close.js";
import { reference } from "../../statistics/reference.js";
import type { SetName } from "../../statistics/reference.js";
import { datasets, names } from "./referenceSets.js";

const real = readDataset();

describe("theme partitions", () => {
  interface Reference {
    readonly themes: Readonly<
      Record<
        "means" | "words" | "partitionMeans" | "partitionWords" | "asGoodMeans" | "asGoodWords",
        number
      >
    >;
  }
  const expected = reference<Record<SetName, Reference>>("information");
  test.each(names)("agree with R on %s", (name) => {
    const { means, words, partitions } = themePartitions(...datasets[name]);
    const wanted = expected[name].themes;
    expect(partitions).toBe(1260);
    expectClose(means.themes, wanted.means);
    expectClose(words.themes, wanted.words);
    expectClose(means.partitionMean, wanted.partitionMeans);
    expectClose(words.partitionMean, wanted.partitionWords);
    expect(means.atLeast).toBe(wanted.asGoodMeans);
    expect(words.atLeast).toBe(wanted.asGoodWords);
  });
  test.each(names)("are counted in steps as by R on %s", (name) => {
    interface Histogram {
      readonly first: number;
      readonly n: readonly number[];
    }
    const steps =
      reference<Record<SetName, Record<"means" | "words", Histogram>>>("partitions")[name];
    const result = themePartitions(...datasets[name]);
    for (const what of ["means", "words"] as const) {
      const { histogram } = result[what];
      expect(histogram.map(({ n }) => n)).toEqual(steps[what].n);
      expectAllClose(
        histogram.map(({ from }) => from),
        steps[what].n.map((_, i) => (steps[what].first + i) * 0.005),
      );
    }
  });
  test("give the published figures of the complete set", () => {
    const { means, words } = themePartitions(real);
    expect(means.themes).toBeCloseTo(0.678, 3);
    expect(words.themes).toBeCloseTo(0.534, 3);
    expect(means.partitionMean).toBeCloseTo(0.659, 3);
    expect(words.partitionMean).toBeCloseTo(0.506, 3);
    expect(means.exactP).toBe(135 / 1260);
    expect(words.exactP).toBe(93 / 1260);
  });
  test("keep everything where statements of a theme agree", () => {
    const { means, words } = themePartitions(
      madeUp(["333222222", "222332222", "222223322", "222222233"]),
    );
    expectClose(means.themes, 1);
    expectClose(words.themes, 1);
    expect(means.atLeast).toBe(1);
  });
});
