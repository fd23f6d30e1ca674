import { describe, expect, it } from "vitest";
import { schemes } from "../../src/councils/analysis/schemes.js";
import { readDataset } from "../../src/councils/data/readDataset.js";
import { fittedExactly } from "../../src/councils/findings/fittedExactly.js";
import { wordShareElsewhere } from "../../src/councils/findings/wordShareElsewhere.js";
import { completeOnly } from "../../src/ratings/profile.js";
import { fitExactCumulativeLogit } from "../../src/statistics/exactCumulativeLogit.js";
import { expectAllClose, expectClose } from "../statistics/close.js";
import { reference } from "../statistics/reference.js";

const r = reference<{
  readonly tables: Readonly<
    Record<
      string,
      Readonly<Record<"logLik" | "sigma" | "sigma15" | "sigma31", number>> &
        Readonly<Record<"thresholds" | "items", readonly number[]>>
    >
  >;
  readonly wordShare: { readonly mean: number; readonly deviation: number };
}>("exactLogit");
const dataset = readDataset();
const gradesOf = (table: string) => {
  const scheme = dataset.schemes.find(({ id }) => id === table.split(".")[0])!;
  return completeOnly(scheme, dataset.profiles[table]).map(({ grades }) => grades);
};

describe("the model of one quality with its integral exact", () => {
  it.each(Object.keys(r.tables))("is for %s what R's finest grid gives", (table) => {
    const [found, expected] = [fitExactCumulativeLogit(gradesOf(table), 4).value!, r.tables[table]];
    expectClose(found.logLik, expected.logLik, 1e-6);
    expectClose(found.sigma, expected.sigma, 1e-4);
    expectAllClose(found.thresholds, expected.thresholds, 1e-4);
    expectAllClose(found.items, expected.items, 1e-4);
  });

  it("has no model where 15 nodes have none", () => {
    const rows = [
      [1, 2],
      [2, 1],
    ];
    expect(fitExactCumulativeLogit(rows.slice(0, 1), 4).reason).toContain("at least two rows");
    expect(fitExactCumulativeLogit([...rows, ...rows], 4).value?.sigma).toBe(0);
  });

  it("stands beside 15 nodes where these miss it, and is what pages show", () => {
    const found = schemes(dataset);
    const apart = Object.entries(found.schemes).filter(([, one]) => one.oneQuality?.exact);
    expect(apart.map(([table]) => table)).toEqual(["cqc-services.england-2025-08"]);
    const { sigma, exact } = apart[0][1].oneQuality!;
    const expected = r.tables["cqc-services.england-2025-08"];
    expectClose(sigma, expected.sigma15, 1e-4);
    expectClose(exact!.sigma, expected.sigma, 1e-4);
    // Two means of 2,000 draws each: four standard errors of their difference.
    const error = r.wordShare.deviation * Math.sqrt(2 / 2000);
    expect(Math.abs(exact!.wordShare![0] - r.wordShare.mean)).toBeLessThan(4 * error);
    const { detail, note } = fittedExactly(found);
    expect(detail).toContain("For the first 999 care services by name the usual way");
    expect(note).toContain("3.68 and 3.52 (the first 999");
    expect(wordShareElsewhere(found).note).toContain("2,000 sets");
  });
});
