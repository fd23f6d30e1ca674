import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { readDataset } from "../../src/councils/data/readDataset.js";
import { behindRating } from "../../src/services/analysis/behindRating.js";
import { kindsOf, servicesScheme } from "../../src/services/analysis/serviceRows.js";
import { serviceSamples, services } from "../../src/services/analysis/services.js";
import { stepsTo } from "../../src/services/analysis/stepsTo.js";
import type { PatternRow } from "../../src/services/months/tallies.js";
import { reference } from "../statistics/reference.js";

const dataset = readDataset();
const scheme = servicesScheme(dataset)!;
const lincolnshire = services(dataset)!;

/** Kinds of services by rating and parts, as `patterns.csv` writes them. */
const kinds = (rows: readonly (readonly [overall: string, parts: string, n: number])[]) =>
  kindsOf(
    scheme,
    rows.map(([overall, parts, locations]) => ({ overall, parts, locations }) as PatternRow),
  );

describe("what is behind the rating of care services", () => {
  it("is what R gives of both samples, each service once", () => {
    const all = serviceSamples(dataset).at(-1)!.behind;
    const [, weak, good] = all.ratings;
    expect({
      n: all.n,
      byRule: all.byRule,
      good: good.n,
      goodInAll: good.allOwn,
      goodWithOneLow: good.byLowParts[1],
      ofTheseWellLed: good.oneLow[4],
      weak: weak.n,
      weakGoodParts: weak.meanGoodParts,
      weakOneUp: weak.stepsUp.find(({ steps }) => steps === 1)?.n,
      pairs: all.pairs.n,
      reversed: all.pairs.reversed,
      kept: all.kept,
    }).toEqual(
      Object.fromEntries(
        Object.entries(reference<Record<string, number>>("services")).map(([name, value]) => [
          name,
          expect.closeTo(value, 12) as number,
        ]),
      ),
    );
  });

  it("is by CQC's rule for 226 of 227 ratings of Oldham's services, 2014 to 2024", () => {
    // Current and earlier ratings with all five parts, counted by pattern: CQC's API (Open
    // Government Licence v3.0), by olliekeane123/oldham-cqc-etl-python.
    const file = new URL("../cases/services/oldham_2014_2024.csv", import.meta.url);
    const rows = parse<Record<"overall" | "parts" | "ratings", string>>(readFileSync(file), {
      columns: true,
    });
    const { n, byRule, exceptions } = behindRating(
      scheme,
      kinds(rows.map(({ overall, parts, ratings }) => [overall, parts, Number(ratings)])),
    );
    expect([n, byRule, exceptions]).toEqual([227, 226, [{ published: 2, byRule: 1, n: 1 }]]);
  });

  it("is dated by its newest part: the ages of Lincolnshire", () => {
    expect(lincolnshire.ages).toEqual({ n: 349, several: 90, recent: 80, recentOld: 17 });
    expect([lincolnshire.locations, lincolnshire.notRated, lincolnshire.ratedByService]).toEqual([
      356, 7, 7,
    ]);
    expect([lincolnshire.month, lincolnshire.isEngland]).toEqual(["2026-05", false]);
    expect(lincolnshire.behind.lowUnderGood).toEqual({ n: 279, count: 38 });
  });

  it("counts every exception by direction", () => {
    const { n, byRule, exceptions } = behindRating(
      scheme,
      kinds([
        ["G", "GGGGG", 5],
        ["G", "GGGRR", 2],
        ["R", "GGGGG", 1],
        ["O", "OGGGG", 3],
        ["G", "....G", 9],
      ]),
    );
    expect([n, byRule]).toEqual([11, 5]);
    expect(exceptions).toEqual([
      { published: 3, byRule: 2, n: 3 },
      { published: 2, byRule: 1, n: 2 },
      { published: 1, byRule: 2, n: 1 },
    ]);
  });

  it("counts steps of services alone whose rating the rule gives", () => {
    const { ratings } = behindRating(
      scheme,
      kinds([
        ["R", "GGGRR", 2],
        ["R", "GGGGG", 1],
      ]),
    );
    expect(ratings[1].n).toBe(3);
    expect(ratings[1].stepsUp).toEqual([{ steps: 1, n: 2 }]);
    expect(ratings[1].stepsDown.reduce((sum, { n }) => sum + n, 0)).toBe(2);
  });

  it("says nothing of no services", () => {
    const none = behindRating(scheme, []);
    expect([none.n, none.kept, none.pairs.n, none.ratings[2].meanGoodParts]).toEqual([
      0,
      null,
      0,
      null,
    ]);
  });
});

describe("steps from another rating", () => {
  // Grades from 1 Inadequate to 4 Outstanding; ranks from 0. By hand.
  it.each([
    ["five Goods, up: two become Outstanding", [3, 3, 3, 3, 3], 2, true, 2],
    ["five Goods, down: two go down", [3, 3, 3, 3, 3], 2, false, 2],
    ["one low part, down: one more", [3, 3, 3, 3, 2], 2, false, 1],
    ["one low part, up: it and two more", [3, 3, 3, 3, 2], 2, true, 3],
    ["two low parts, up: one of them", [3, 3, 3, 2, 2], 1, true, 1],
    ["an Inadequate part, up: two levels", [3, 3, 3, 2, 1], 1, true, 2],
    ["all Outstanding has no next", [4, 4, 4, 4, 4], 3, true, null],
    ["all Inadequate has none below", [1, 1, 1, 1, 1], 0, false, null],
    ["the rule gives more than was published", [3, 3, 3, 3, 3], 1, true, 0],
  ] as const)("%s", (_, grades, rank, up, steps) => {
    expect(stepsTo(scheme, grades, rank, up)).toBe(steps);
  });
});
