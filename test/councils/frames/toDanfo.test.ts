import * as aq from "arquero";
import { describe, expect, it } from "vitest";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { toArquero } from "../../../src/councils/frames/toArquero.js";
import { toDanfo } from "../../../src/councils/frames/toDanfo.js";
import { madeUp, scheme } from "../../madeUp.js";
import { danfo } from "./danfo.js";
import { reference } from "./reference.js";

const statements = scheme.parts;

const { assessments } = readDataset();

describe.runIf(danfo)("danfo.js data frames", () => {
  const dfd = danfo!;

  describe("of made-up assessments", () => {
    // sums: 23; unknown (one blank); 36
    const profiles = ["222333332", "1.2222222", "444444444"];
    const frame = () => toDanfo(dfd, madeUp(profiles).assessments, scheme);

    it("has the columns and values of the Arquero table", () => {
      const table = toArquero(aq, madeUp(profiles).assessments, scheme);
      expect(frame().columns).toEqual(table.columnNames());
      expect(frame().values).toEqual(table.objects().map((row) => Object.values(row) as unknown));
      expect(frame().dtypes).toEqual([
        ...Array<string>(10).fill("string"),
        ...Array<string>(11).fill("float32"),
      ]);
    });

    it("never counts an unknown number as 0", () => {
      const qs2 = frame().column("qs2");
      expect(qs2.values).toEqual([2, NaN, 4]);
      expect(qs2.isNa().values).toEqual([false, true, false]);
      expect([qs2.count(), qs2.mean(), qs2.min(), qs2.sum()]).toEqual([2, 3, 2, 6]);
      expect(qs2.le(2).values).toEqual([true, false, false]);
      expect(frame().column("qs1").add(qs2).values).toEqual([4, NaN, 8]);
      expect([...(qs2.tensor as { dataSync(): Float32Array }).dataSync()]).toEqual([2, NaN, 4]);
      const means = frame().groupby(["kind"]).col(["qs2"]).mean();
      expect(means.column("qs2_mean").values).toEqual([NaN]);
    });

    it("keeps the assessments with a known sum", () => {
      const known = frame().query(frame().column("sum").ge(1));
      expect(known.column("council").values).toEqual(["Council 1", "Council 3"]);
    });

    it("sorts what is known, and goes wrong where danfo is said to", () => {
      // sums: 27, unknown, 9, unknown, 18
      const sums = ["333333333", ".........", "111111111", ".........", "222222222"];
      const all = toDanfo(dfd, madeUp(sums).assessments, scheme);
      const known = all.query(all.column("sum").ge(1));
      expect(known.sortValues("sum").column("sum").values).toEqual([9, 18, 27]);
      const column = all.column("sum");
      const sorted = all.sortValues("sum").column("sum").values as number[];
      expect(sorted.filter((sum) => !Number.isNaN(sum))).not.toEqual([9, 18, 27]);
      expect(column.cumSum().values).toEqual([27, NaN, NaN, NaN, NaN]);
      expect([column.nUnique(), column.ne(27).values]).toEqual([
        4,
        [false, true, true, true, true],
      ]);
      expect([column.count(), column.sum(), column.median(), column.max()]).toEqual([
        3, 54, 18, 27,
      ]);
    });

    it("keeps the type of a column in which all is unknown", () => {
      const unknown = toDanfo(dfd, madeUp(["........."]).assessments, scheme);
      expect(unknown.column("rating").dtype).toBe("string");
      expect(unknown.column("rating").values).toEqual([null]);
      expect(unknown.column("sum").dtype).toBe("float32");
      expect(unknown.column("sum").values).toEqual([NaN]);
    });

    it("has no rows where there are no assessments", () => {
      expect(toDanfo(dfd, [], scheme).shape).toEqual([0, 21]);
    });
  });

  describe("of the published assessments", () => {
    const frame = () => toDanfo(dfd, assessments, scheme);

    it("has the counts that R gives", () => {
      for (const name of ["rating", "region", "kind"] as const) {
        const counts = frame().column(name).valueCounts();
        const names = counts.index.map((value) => (String(value) === "null" ? "unknown" : value));
        expect(Object.fromEntries(names.map((name, i) => [name, counts.values[i]]))).toEqual(
          reference[name],
        );
      }
    });

    it("describes each number as R does", () => {
      for (const { id } of [{ id: "sum" }, ...statements]) {
        const described = frame().column(id).describe();
        const { n, mean, sd, min, median, max } =
          id === "sum" ? reference.sum : reference.statements[id];
        expect(described.index).toEqual([
          ...["count", "mean", "std", "min", "median", "max", "variance"],
        ]);
        [n, mean, sd, min, median, max, sd ** 2].forEach((value, i) =>
          expect(described.values[i], `${id} ${described.index[i]}`).toBeCloseTo(value, 9),
        );
        expect(frame().column(id).le(2).values.filter(Boolean)).toHaveLength(
          id === "sum" ? 0 : reference.statements[id].atMost2,
        );
      }
    });

    it("has the means of groups that R and Arquero give", () => {
      const known = frame().query(frame().column("sum").ge(1));
      const table = toArquero(aq, assessments, scheme).filter((d: { sum: number }) =>
        aq.op.is_finite(d.sum),
      );
      for (const [name, groups] of [
        ["rating", reference.sumByRating],
        ["region", reference.sumByRegion],
      ] as const) {
        const means = known.groupby([name]).agg({ gss_code: "count", sum: ["mean", "min", "max"] });
        expect(means.shape[0]).toBe(Object.keys(groups).length);
        for (const [group, n, mean, min, max] of means.values as [string, ...number[]][]) {
          const expected = groups[group ?? "unknown"];
          expect([n, min, max]).toEqual([expected.n, expected.min, expected.max]);
          expect(mean).toBeCloseTo(expected.mean, 9);
        }
        const rows = table
          .groupby(name)
          .rollup({ n: aq.op.count(), mean: aq.op.mean("sum") })
          .objects() as Record<string, number>[];
        expect(rows.map((row) => [row[name], row.n])).toEqual(
          (means.values as unknown[][]).map(([group, n]) => [group, n]),
        );
        rows.forEach(({ mean }, i) =>
          expect(mean).toBeCloseTo(Number((means.values as unknown[][])[i][2]), 9),
        );
      }
    });
  });
});
