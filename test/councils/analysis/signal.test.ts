import { describe, expect, test } from "vitest";
import { signal } from "../../../src/councils/analysis/signal.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { expectClose } from "../../statistics/close.js";
import { reference } from "../../statistics/reference.js";
import type { SetName } from "../../statistics/reference.js";
import { datasets, names } from "./referenceSets.js";

const real = readDataset();

describe("signal", () => {
  interface Against {
    readonly observed: number;
    readonly expected: number;
    readonly p: number;
  }
  type Wanted = Against & { readonly sd: number };
  interface Reference {
    readonly signal: {
      readonly dispersion: Wanted;
      readonly hamming: Wanted;
      readonly reversal: (Wanted & { readonly n: number }) | null;
      readonly statements: {
        readonly z: readonly (number | "NaN")[];
        readonly p: number | "NA";
      };
    };
  }
  const expected = reference<Record<SetName, Reference>>("information");
  // R's draws are 5,000 and these 2,000: agreement to five standard errors of the difference.
  const root = Math.sqrt(1 / 2000 + 1 / 5000);
  const near = (found: Against, wanted: Wanted) => {
    expectClose(found.observed, wanted.observed);
    expect(Math.abs(found.expected - wanted.expected)).toBeLessThan(5 * root * wanted.sd);
    const error = Math.sqrt(wanted.p * (1 - wanted.p));
    expect(Math.abs(found.p - wanted.p)).toBeLessThan(5 * root * error);
  };
  test.each(names)("agrees with R's own draws on %s", (name) => {
    const [dataset, set] = datasets[name];
    const found = signal(dataset, { ...set, replicates: 2000 });
    const wanted = expected[name].signal;
    near(found.dispersion!, wanted.dispersion);
    near(found.hamming!, wanted.hamming);
    if (wanted.reversal === null) {
      expect(found.reversal).toBeNull();
    } else {
      expect(found.reversal!.n).toBe(wanted.reversal.n);
      near(found.reversal!, wanted.reversal);
    }
    found.withWord!.statements.forEach(({ standardised }, j) => {
      const z = wanted.statements.z[j];
      // Of the drawn mean and, at z, of the drawn deviation.
      if (z !== "NaN")
        expect(Math.abs(standardised - z)).toBeLessThan(5 * root * Math.hypot(1, z / Math.SQRT2));
    });
    const { p } = wanted.statements;
    if (p !== "NA")
      expect(Math.abs(found.withWord!.p - p)).toBeLessThan(5 * root * Math.sqrt(p * (1 - p)));
  });
  test.each(["complete", "all"] as const)("has ranges as wide as R's draws on %s", (name) => {
    const found = signal(datasets[name][0], { ...datasets[name][1], replicates: 2000 });
    for (const what of ["dispersion", "hamming", "reversal"] as const) {
      const { expected: mean, range, observed, p } = found[what]!;
      const [below, above] = [mean - range[0], range[1] - mean];
      const { sd } = expected[name].signal[what]!;
      // A mean over seventy councils is near normal: the middle 95% is 1.96 deviations either
      // side, and 2,000 draws give that half-width to about 2%.
      expect(Math.abs((above + below) / 2 / (1.96 * sd) - 1)).toBeLessThan(0.1);
      expect(Math.min(above, below)).toBeGreaterThan(0);
      expect(p > 0.025).toBe(observed <= range[1]);
    }
  });
  test("gives the published figures of the complete set", () => {
    const found = signal(real);
    expect(found.replicates).toBe(9999);
    // Published as about .13; five standard errors of 9,999 draws are .017.
    expect(Math.abs(found.dispersion!.p - 0.13)).toBeLessThan(0.017);
    expect(found.reversal!.n).toBe(65);
    expect(found.reversal!.expected).toBeCloseTo(0.31, 2);
    expect(found.reversal!.observed).toBeCloseTo(0.35, 2);
    expect(found.withWord!.largest).toBe("qs8");
    expect(found.withWord!.p).toBeCloseTo(0.03, 2);
  });
  test("the seed decides the draws", () => {
    const draw = (seed: number) => signal(real, { replicates: 99, seed }).hamming!.expected;
    expect(draw(1)).toBe(draw(1));
    expect(draw(1)).not.toBe(draw(2));
  });
});
