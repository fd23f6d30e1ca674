import * as fs from "node:fs";
import path from "node:path";
import { tmpdir } from "node:os";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { schemes, type SchemeMeasures } from "../../src/councils/analysis/schemes.js";
import type { Dataset } from "../../src/councils/data/dataset.js";
import { readDataset } from "../../src/councils/data/readDataset.js";
import { expectClose } from "../statistics/close.js";
import { reference } from "../statistics/reference.js";

type Four = Readonly<Record<"wordShare" | "toldRight" | "allAlike" | "reversals", number>>;
interface FromR extends Partial<Four> {
  readonly n: number;
  readonly logLik: number;
  readonly sigma: number;
  readonly low?: number;
  readonly under?: number;
  readonly mean?: Four;
  readonly deviation?: Four;
}
const r = reference<{
  readonly tables: Readonly<Record<string, FromR>>;
}>("schemes");

const dataset = readDataset();

/** The keys of the numbers that a table has not: `wordShare`, `oneQuality`, `oneQuality.wordShare`. */
function nulls({ oneQuality, ...own }: SchemeMeasures): string[] {
  const numbers = oneQuality ?? {
    ...{ wordShare: null, toldRight: null, allAlike: null, lowUnderGood: null, reversals: null },
  };
  const keysOf = (of: object) =>
    Object.entries(of).flatMap(([key, value]) =>
      value === null && key !== "sample" && key !== "caveat" ? [key] : [],
    );
  return [
    ...keysOf({ ...own, oneQuality }),
    ...keysOf(numbers).map((key) => `oneQuality.${key}`),
  ].sort();
}
const measures = ["wordShare", "toldRight", "allAlike", "reversals"] as const;

describe("what one word tells in each scheme", () => {
  let found: Readonly<Record<string, SchemeMeasures>>;
  beforeAll(() => {
    found = schemes(dataset).schemes;
  });

  it.each(Object.keys(r.tables))("%s is as R gives it", (table) => {
    const [ours, theirs] = [found[table], r.tables[table]];
    expect(ours.n).toBe(theirs.n);
    expectClose(ours.oneQuality!.logLik, theirs.logLik, 1e-6);
    expectClose(ours.oneQuality!.sigma, theirs.sigma, 1e-4);
    for (const name of measures) {
      if (theirs[name] === undefined) expect(ours[name]).toBeNull();
      else expectClose(ours[name], theirs[name]);
      if (theirs.mean === undefined) continue;
      // Two means of 2,000 draws each: four standard errors of their difference.
      const error = theirs.deviation![name] * Math.sqrt(2 / 2000);
      const [mean, low, high] = ours.oneQuality![name]!;
      expect(Math.abs(mean - theirs.mean[name]), name).toBeLessThan(4 * error);
      expect(low).toBeLessThan(mean);
      expect(high).toBeGreaterThan(mean);
    }
    if (theirs.low !== undefined) expect(ours.lowUnderGood).toEqual([theirs.low, theirs.under]);
  });

  it("says why a scheme without a word has no share of one", () => {
    const scotland = found["scotland-care-homes"];
    for (const key of ["wordShare", "toldRight", "lowUnderGood", "reversals"] as const) {
      expect(scotland[key]).toBeNull();
      expect(scotland.reasons[key]).toBe("the scheme has no overall rating");
    }
    expect(scotland.allAlike).toBeGreaterThan(0);
  });

  it("says of every null why, and of no number", () => {
    for (const [table, one] of Object.entries(found))
      expect(Object.keys(one.reasons).sort(), table).toEqual(nulls(one));
    const why = found["scotland-care-homes"].reasons;
    expect(why["oneQuality.wordShare"]).toBe("the scheme has no overall rating");
    expect(Object.keys(found["cqc-services"].reasons)).toEqual(["oneQuality.exact"]);
  });

  it("names the sample beside its numbers, and how its grades were read", () => {
    expect(found["cqc-services"].sample).toContain("Lincolnshire");
    expect(found["cqc-services.england-2025-08"].caveat).toContain("no random sample");
    expect(found["ofsted-ilacs-2023"].caveat).toContain("proof of concept");
    expect(found["cqc-councils-2023"].sample).toBeNull();
  });
});

describe("a new scheme", () => {
  let dir: string;
  let found: Dataset;
  const scheme = {
    id: "made-up-libraries",
    name: "A made-up scheme of libraries",
    regulator: "Nobody",
    body: "library",
    levels: ["Closed", "Thin", "Sound", "Rich"].map((name) => ({ name })),
    good: "Sound",
    parts: ["books", "hours", "staff"].map((id) => ({ id, name: id, short: id })),
    whole: { rule: "judgement" },
    samples: [{ table: "made-up-libraries", label: "libraries", name: "six libraries" }],
  };
  const csv = `code,body,published,word,books,hours,staff
L1,One,2026-01-02,Sound,Sound,Sound,Sound
L2,Two,2026-01-02,Sound,Sound,Thin,Rich
L3,Three,2026-01-02,Thin,Thin,Thin,Sound
L4,Four,2026-01-02,Thin,Thin,Closed,Thin
L5,Five,2026-01-02,Rich,Rich,Sound,Rich
L6,Six,2026-01-02,,Sound,Sound,
`;
  beforeAll(() => {
    dir = fs.mkdtempSync(path.join(tmpdir(), "ninefold-scheme-"));
    fs.mkdirSync(path.join(dir, "schemes"));
    fs.copyFileSync("data/assessments.csv", path.join(dir, "assessments.csv"));
    fs.writeFileSync(path.join(dir, "schemes", "made-up-libraries.json"), JSON.stringify(scheme));
    fs.writeFileSync(path.join(dir, "schemes", "made-up-libraries.csv"), csv);
    found = readDataset({ dir });
  });
  afterAll(() => fs.rmSync(dir, { recursive: true }));

  it("is one JSON and one CSV: word share, told right and one quality follow", () => {
    const { schemes: of } = schemes(found, { replicates: 200 });
    const one = of["made-up-libraries"];
    expect([one.n, one.parts, one.sample]).toEqual([5, 3, "six libraries"]);
    // By hand: grades 333 324 223 212 434 add to 41, their squares to 123; in all 123 - 41^2/15.
    const total = 123 - 41 ** 2 / 15;
    const between = 18 ** 2 / 6 + 12 ** 2 / 6 + 11 ** 2 / 3 - 41 ** 2 / 15;
    expectClose(one.wordShare, between / total);
    // Right: three of One, one of Two, two of Three, two of Four, two of Five.
    expectClose(one.toldRight, 10 / 15);
    expectClose(one.allAlike, 1 / 5);
    expect(one.lowUnderGood).toEqual([1, 3]);
    const [mean, low, high] = one.oneQuality!.wordShare!;
    expect(low).toBeLessThan(mean);
    expect(high).toBeGreaterThan(mean);
    // One library alone, and two alike: nothing is fitted, and each null says why.
    for (const few of [
      csv.split("\n").slice(0, 2),
      csv.split("\n").slice(0, 2).concat("L2,Two,2026-01-02,Sound,Sound,Sound,Sound"),
    ]) {
      fs.writeFileSync(path.join(dir, "schemes", "made-up-libraries.csv"), `${few.join("\n")}\n`);
      const alone = schemes(readDataset({ dir }), { replicates: 2 }).schemes["made-up-libraries"];
      expect(alone.oneQuality).toBeNull();
      expect(Object.keys(alone.reasons).sort()).toEqual(nulls(alone));
    }
    // The councils' numbers are as they were.
    const mine = of["cqc-councils-2023"];
    expectClose(mine.wordShare, r.tables["cqc-councils-2023"].wordShare!);
  });
});
