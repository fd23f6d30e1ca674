import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { associate } from "../../../src/councils/analysis/associate.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { madeUp } from "../../madeUp.js";

interface Wanted {
  readonly column: string;
  readonly n: number;
  readonly tauB: number;
  readonly asymptoticP: number;
  readonly permutationP: number;
  readonly adjustedP: number;
  readonly interval: readonly [number, number];
}
const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../reference/${name}`, import.meta.url), "utf8")) as unknown;
const dataset = readDataset();

describe("numbers of one's own beside the total", () => {
  const letters = dataset.councils.map(({ gssCode, name }) => [gssCode, name.length] as const);
  const neighbours = dataset.councils.map(
    ({ gssCode, region }) =>
      [gssCode, dataset.councils.filter((other) => other.region === region).length] as const,
  );
  const asked = {
    letters: Object.fromEntries(letters),
    neighbours: Object.fromEntries(neighbours),
  };

  it("agree with R: tau-b, interval, permutation p and Holm's adjustment", () => {
    const { n, columns, incomputable } = associate(dataset, asked);
    expect([n, incomputable]).toEqual([72, []]);
    const wanted = read("associate.json") as readonly Wanted[];
    expect(columns.map(({ column }) => column)).toEqual(wanted.map(({ column }) => column));
    columns.forEach((found, i) => {
      expect(found.n).toBe(wanted[i].n);
      expect(found.tauB).toBeCloseTo(wanted[i].tauB, 12);
      expect(found.asymptoticP).toBeCloseTo(wanted[i].asymptoticP, 12);
      // Both are drawn, 9,999 times by R and 1,999 times or more here.
      expect(Math.abs(found.permutationP! - wanted[i].permutationP)).toBeLessThan(0.04);
      expect(Math.abs(found.adjustedP! - wanted[i].adjustedP)).toBeLessThan(0.08);
      found.interval!.forEach((end, j) =>
        expect(Math.abs(end - wanted[i].interval[j])).toBeLessThan(0.03),
      );
    });
  });

  it("are left out where they are not known", () => {
    const small = madeUp(["223333333", "222222223", "122222222", "333333333"]);
    const [a, b, c, d] = small.councils.map(({ gssCode }) => gssCode);
    // Totals 25, 19, 17 and 27: of the pairs of a, b and c, which have numbers, 2 agree and 1 does not.
    const { columns } = associate(small, { mine: { [a]: 2, [b]: 3, [c]: 1, [d]: null } });
    expect(columns[0]).toMatchObject({ column: "mine", n: 3 });
    expect(columns[0].tauB).toBeCloseTo(1 / 3, 12);
    expect(columns[0].adjustedP).toBe(columns[0].permutationP);
    const none = associate(small, { mine: { [a]: 1, [b]: 1, [c]: 1 } });
    expect(none.columns[0].tauB).toBeNull();
    expect(none.incomputable).toEqual([
      { quantity: "mine", reason: "one of the two does not vary" },
    ]);
  });
});

describe("columns of the data", () => {
  it("agree with R", () => {
    const { complete } = read("driftRegionsContext.json") as {
      complete: Record<"deprivation" | "age", Wanted>;
    };
    const { columns } = associate(
      dataset,
      ["deprivation.imd_average_score", "population.share_65plus_of_adults"],
      { replicates: 99 },
    );
    [complete.deprivation, complete.age].forEach((wanted, i) => {
      expect(columns[i].n).toBe(wanted.n);
      expect(columns[i].tauB).toBeCloseTo(wanted.tauB, 12);
      expect(columns[i].asymptoticP).toBeCloseTo(wanted.asymptoticP, 12);
    });
  });

  it.each([
    ["nowhere.at_all", /^column: expected table\.column of .*deprivation.*: nowhere\.at_all$/],
    ["deprivation", /^column: expected table\.column of .*: deprivation$/],
    ["deprivation.rank", /^column: expected one of .*imd_average_score.*: deprivation\.rank$/],
    [
      "ascof-long.outcome",
      /^column: expected a table with one row a council: ascof-long\.outcome$/,
    ],
  ])("refuses %s", (column, message) => {
    expect(() => associate(dataset, column)).toThrow(message);
  });

  it("refuses a code that is no council's, and a value that is no number", () => {
    expect(() => associate(dataset, { mine: { E99: 1 } })).toThrow(
      "mine: expected an ONS code of a council: E99",
    );
    const { gssCode } = dataset.councils[0];
    expect(() => associate(dataset, { mine: { [gssCode]: NaN } })).toThrow(
      `mine: ${gssCode}: expected a number or null: NaN`,
    );
  });
});
